// How far one has read: a thin line on top, and the minutes that are left.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("progress")) return;

  lede.tools.set("progress", (reader) => {
    const { article, words, dialog, scroller } = reader;
    const line = lede.make("div", { class: "progress", "aria-hidden": "true" });
    const left = lede.make("p", { class: "left" });
    dialog.insertBefore(line, scroller);
    dialog.append(left);
    const numbers = new Intl.NumberFormat(words.locale);
    let told = -1;
    /** @param {LedeStanding} at */
    const show = ({ share }) => {
      line.style.transform = `scaleX(${share})`;
      const minutes = Math.ceil((article.readingMinutes ?? 0) * (1 - share));
      if (minutes === told) return;
      told = minutes;
      left.textContent = minutes > 0 ? (words.toolLeft ?? "").replace("{n}", numbers.format(minutes)) : "";
    };
    const follow = (at = lede.standing(reader)) => {
      line.hidden = left.hidden = !reader.settings.progress;
      if (!line.hidden) show(at);
    };
    follow();
    lede.follow(reader, follow);
    (reader.changes ??= []).push(() => follow());
  });
})();
