// The box at what is selected, and at a highlight: its colour, its note.

(() => {
  const lede = globalThis.lede;
  if (lede.marksBox !== undefined) return;

  const { make, button } = lede;
  const INKS = ["yellow", "green", "blue", "red"];

  /** Beneath the last line of something, in view. @param {LedeReader} reader @param {HTMLElement} box @param {Range | Element | null | undefined} of */
  const place = ({ column, scroller }, box, of) => {
    const { bottom, left } = [...(of?.getClientRects() ?? [])].at(-1) ?? new DOMRect();
    const [all, view, own] = /** @type {[DOMRect, DOMRect, DOMRect]} */ ([column, scroller, box].map((it) => it.getBoundingClientRect()));
    const zoom = /** @type {any} */ (column).currentCSSZoom ?? 1;
    box.style.top = `${(Math.max(view.top, Math.min(bottom + 6, view.bottom - own.height - 6)) - all.top) / zoom}px`;
    box.style.left = `${Math.max(0, Math.min(left - all.left, all.width - own.width)) / zoom}px`;
  };

  /** @param {LedeReader} reader @param {() => Range | null} chosen @param {() => void} close */
  const aloneButton = (reader, chosen, close) =>
    button(reader, reader.words.toolAlone, () => {
      const range = chosen();
      close();
      if (range) lede.alone(reader, range);
    });

  lede.marksBox = (reader, marks, remove) => {
    const { words, column, scroller, root, escapes } = reader;
    /** @type {Range | null} */ let range = null;
    /** @type {LedeMark | null} */ let item = null;
    let last = "yellow";
    const paint = async (ink = last) => {
      last = ink;
      const made = item ? marks.set(item, { ink }) : range && (await marks.add(range, ink));
      if (made) open(made);
    };
    const close = () => {
      const wasOpen = element.isConnected;
      const hadFocus = element.contains(root.activeElement);
      element.remove();
      if (hadFocus) (item?.parts?.[0] ?? scroller).focus({ preventScroll: true });
      range = item = null;
      return wasOpen;
    };
    const inks = INKS.map((ink) => button(reader, "a", () => paint(ink), { "data-ink": ink, "aria-label": words[`tool_${ink}`] }));
    const area = make("textarea", { "aria-label": words.toolMarkNote, rows: 3, maxlength: 10_000, dir: "auto" });
    area.addEventListener("input", () => item && marks.set(item, { text: area.value }));
    const note = button(reader, words.toolMarkNote, async () => {
      if (item === null) await paint();
      area.hidden = item === null;
      put();
      area.focus();
    });
    const copied = button(reader, words.toolMarkCopy, () => lede.copy(reader, item?.note.exact ?? `${range}`));
    const gone = button(reader, words.toolMarkRemove, () => void (item && remove(item), close()));
    const alone = aloneButton(reader, () => range, close);
    const element = make("div", { class: "inks", role: "dialog", "aria-label": words.toolMark, tabindex: "-1" }, ...inks, note, copied, gone, alone, area);
    const put = () => place(reader, element, item?.parts?.at(-1) ?? range);
    /** @param {LedeMark | null} at @param {Range | null} [chosen] */
    const open = (at, chosen = null) => {
      [item, range] = [at, chosen];
      area.value = at?.note.text ?? "";
      area.hidden = area.value === "";
      gone.hidden = at === null;
      alone.hidden = chosen === null;
      for (const ink of inks) ink.setAttribute("aria-pressed", String(ink.dataset.ink === at?.note.ink));
      if (!element.isConnected) column.append(element);
      put();
      if (at && !element.contains(root.activeElement)) element.focus({ preventScroll: true });
    };
    marks.pressed = (at) => open(at);
    escapes.push(close);
    const beside = (/** @type {Event} */ _, /** @type {Element | null} */ target) => {
      if (target !== null && !element.contains(target) && !target.closest("mark, button") && !lede.selectedRange(reader)) close();
    };
    reader.on("click", beside);
    return {
      look: (chosen) => void (chosen ? open(null, chosen) : item || close()),
      key() {
        const focused = marks.items.find(({ parts }) => parts?.some((part) => part === root.activeElement));
        [item, range] = [null, lede.selectedRange(reader)];
        if (range) paint();
        else if (focused) open(focused);
      },
    };
  };
})();
