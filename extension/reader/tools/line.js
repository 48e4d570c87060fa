// Focus on lines: two shades over the text leave a few lines free. They follow the pointer; the arrow keys take them from
// line to line.

(() => {
  const lede = globalThis.lede;
  if (lede.line !== undefined) return;

  const { make } = lede;
  /** Beyond this part of the window the arrow keys move the text and no longer the lines. */
  const LOW = 0.6;
  const HIGH = 0.25;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, dt, dd, td, th, pre, figcaption, summary, img";
  /** Where one looks for a paragraph: between two there is none. */
  const NEAR = [0, 12, -12, 28, -28, 48, -48];

  lede.line = (reader) => {
    const { settings, dialog, scroller, keys, farewells } = reader;
    const shades = [0, 1].map(() => make("div", { class: "shade", "aria-hidden": "true" }));
    /** Where the lines are, along the way that one reads; the middle until one points somewhere. */
    let place = -1;
    let frame = 0;

    const draw = () => {
      frame = 0;
      const band = bandAt(reader, place);
      const [first, last] = band.isVertical
        ? [`0 0 0 ${band.to}px`, `0 calc(100% - ${band.from}px) 0 0`]
        : [`0 0 calc(100% - ${band.from}px)`, `${band.to}px 0 0`];
      for (const [at, inset] of [first, last].entries()) shades[at]?.style.setProperty("inset", inset);
      return band;
    };
    const soon = () => void (frame ||= settings.lineFocus > 0 ? requestAnimationFrame(draw) : 0);

    /** A line on, or back. @param {number} by */
    const step = (by) => {
      place = stepped(reader, draw(), by);
      draw();
    };
    const arrows = /** @type {[string, () => void][]} */ ([["ArrowDown", () => step(1)], ["ArrowUp", () => step(-1)]]);

    const apply = () => {
      const isOn = settings.lineFocus > 0;
      for (const shade of shades) shade.remove();
      if (isOn) scroller.after(...shades);
      for (const [key, act] of arrows) isOn ? keys.set(key, act) : keys.delete(key);
      if (isOn) draw();
    };
    reader.on("pointermove", (event, target) => {
      if (event.pointerType === "touch" || target === null || !scroller.contains(target)) return;
      place = bandAt(reader, -1).isVertical ? event.clientX : event.clientY;
      soon();
    });
    scroller.addEventListener("scroll", soon, { passive: true });
    const observer = new ResizeObserver(soon);
    observer.observe(dialog);
    farewells.push(() => (observer.disconnect(), cancelAnimationFrame(frame)));
    return apply;
  };

  /**
   * Where the lines are after a step: they move themselves, or, further down, the text does beneath them.
   *
   * @param {LedeReader} reader @param {ReturnType<typeof bandAt>} band @param {number} by
   */
  const stepped = ({ scroller }, { from, to, line, end, isVertical }, by) => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = scroller;
    // Columns of lines go from right to left, and count backwards.
    const along = isVertical ? -scrollLeft : scrollTop;
    const left = (isVertical ? scrollWidth - clientWidth : scrollHeight - clientHeight) - along;
    const way = (isVertical ? -by : by) * line;
    const now = (from + to) / 2;
    const share = isVertical ? 1 - now / end : now / end;
    const scrolls = by > 0 ? share > LOW && left > 1 : share < HIGH && along > 1;
    if (!scrolls) return Math.min(Math.max(now + way, 1), end - 1);
    scroller.scrollBy({ [isVertical ? "left" : "top"]: way, behavior: "instant" });
    return now;
  };

  /**
   * The lines around a place: whole ones, of the paragraph that is there.
   *
   * @param {LedeReader} reader @param {number} place on the screen; negative: the middle
   */
  const bandAt = ({ root, dialog, column, story, settings }, place) => {
    const isVertical = getComputedStyle(story).writingMode.startsWith("vertical");
    const box = dialog.getBoundingClientRect();
    const around = column.getBoundingClientRect();
    const end = isVertical ? box.width : box.height;
    const at = place < 0 ? end / 2 : place;
    const beside = isVertical ? (Math.max(around.top, 0) + Math.min(around.bottom, box.height)) / 2 : (around.left + around.right) / 2;
    const block = NEAR.map((off) => (isVertical ? root.elementFromPoint(at + off, beside) : root.elementFromPoint(beside, at + off)))
      .map((hit) => (hit !== null && story.contains(hit) ? hit.closest(BLOCKS) : null))
      .find((it) => it !== null) ?? story;
    const line = lineOf(block);
    const size = settings.lineFocus * line;
    const rect = block.getBoundingClientRect();
    if (block.localName === "img") return { ...edges(isVertical ? [rect.left, rect.right] : [rect.top, rect.bottom]), line, end, isVertical };
    if (block === story) return { ...edges([at - size / 2, at + size / 2]), line, end, isVertical };
    const edge = isVertical ? rect.right : rect.top;
    const rows = Math.max(Math.round((isVertical ? rect.width : rect.height) / line), 1);
    const near = Math.floor((isVertical ? edge - at : at - edge) / line);
    const row = Math.min(Math.max(near, 0), rows - 1) - (settings.lineFocus - 1) / 2;
    const from = isVertical ? edge - (row + settings.lineFocus) * line : edge + row * line;
    return { ...edges([from, from + size]), line, end, isVertical };
  };

  /** @param {[number, number] | number[]} pair */
  const edges = ([from = 0, to = 0]) => ({ from, to });

  /** How high its lines are. @param {Element} block */
  const lineOf = (block) => {
    const { lineHeight, fontSize } = getComputedStyle(block);
    return Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.6;
  };
})();
