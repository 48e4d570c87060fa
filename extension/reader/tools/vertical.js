// Where lines stand upright the text goes on to the left, and wheels and keys that lead down lead there.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("vertical")) return;

  /** How far keys go, in pages; a whole one keeps a line in sight. @type {Record<string, number>} */
  const KEYS = { PageDown: 0.9, PageUp: -0.9, " ": 0.9, ArrowDown: 0.06, ArrowUp: -0.06, End: Infinity, Home: -Infinity };

  lede.tools.set("vertical", (reader) => {
    const { dialog, root, scroller, keys } = reader;
    const isVertical = () => dialog.dataset.writing === "vertical";
    const advance = (/** @type {number} */ by, /** @type {ScrollBehavior} */ behavior) => {
      const most = scroller.scrollWidth;
      scroller.scrollBy({ left: -Math.max(-most, Math.min(most, by)), behavior });
    };
    // The page is not asked whether it has an own idea: the wheel has nothing else to turn.
    const turned = (/** @type {WheelEvent} */ { deltaX, deltaY, shiftKey, ctrlKey }, /** @type {Element | null} */ target) => {
      if (!isVertical() || shiftKey || ctrlKey || Math.abs(deltaX) > Math.abs(deltaY) || target?.closest(".scroller") !== scroller) return;
      const box = target.closest(".wide");
      if (box === null || box.scrollHeight <= box.clientHeight) advance(deltaY, "instant");
    };
    reader.on("wheel", turned);
    for (const [key, pages] of Object.entries(KEYS)) {
      const other = keys.get(key);
      keys.set(key, (event) => {
        const focused = root.activeElement;
        const isFree = focused === null || focused === scroller || focused.matches("[tabindex='-1']:not(.panel)");
        if (!isVertical() || !isFree) return other?.(event) ?? false;
        advance((key === " " && event.shiftKey ? -pages : pages) * scroller.clientWidth, "auto");
        return true;
      });
    }
  });
})();
