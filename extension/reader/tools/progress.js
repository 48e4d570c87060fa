// How far one has read: a thin line on top, and the minutes that are left.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("progress")) return;

  lede.tools.set("progress", (reader) => {
    const { words, dialog, scroller } = reader;
    const line = lede.make("div", { class: "progress", "aria-hidden": "true" });
    const left = lede.make("p", { class: "left" });
    dialog.insertBefore(line, scroller);
    dialog.append(left);
    const numbers = new Intl.NumberFormat(words.locale);
    const show = () => {
      line.hidden = left.hidden = !reader.settings.progress;
      if (line.hidden) return;
      const { share } = lede.standing(reader);
      line.style.transform = `scaleX(${share})`;
      const minutes = Math.ceil((reader.article.readingMinutes ?? 0) * (1 - share));
      const text = minutes > 0 ? (words.toolLeft ?? "").replace("{n}", numbers.format(minutes)) : "";
      if (left.textContent !== text) left.textContent = text;
    };
    show();
    // Told once a frame, with the layout known.
    scroller.addEventListener("scroll", show, { passive: true });
    reader.changes.push(show);
  });
})();
