// What lies over a story although it stands in its part of the page, and whether the page is kept from scrolling. It only
// looks.
//
// The line that Lede keeps: it hides what lies over a page's text, and lets a page be scrolled where what kept it from
// that is hidden. It changes nothing of the text: no height, blur, mask or hidden paragraph is undone. Where a page says
// that it is not free, nothing that lies over it is hidden, and it is not unlocked.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.covers !== undefined) return;

  const { property } = lede;
  const parentElement = property(Node.prototype, "parentElement");
  const textOf = property(Node.prototype, "textContent");
  const { elementsFromPoint } = Document.prototype;
  const { querySelector } = Element.prototype;
  const containsNode = Node.prototype.contains;

  /** Where it is looked, in parts of the window. */
  const POINTS = [0.04, 0.5, 0.96].flatMap((x) => [0.04, 0.5, 0.94].map((y) => [x, y]));
  /** What has so many letters is text that stays in view, and no player. */
  const SHORT = 400;

  /** The element that holds another in a place of the window. @param {Element} from @param {Element} stem */
  const fixedAround = (from, stem) => {
    for (let at = /** @type {Element | null} */ (from); at !== null && at !== stem; at = parentElement(at)) {
      if (getComputedStyle(at).position === "fixed") return at;
    }
    return null;
  };

  /** @param {Element} stem @returns {[Element, "hide" | "still"][]} */
  lede.auto.covers = (stem) => {
    const found = POINTS.flatMap(([x = 0, y = 0]) => {
      const [top] = elementsFromPoint.call(document, x * innerWidth, y * innerHeight);
      return top !== undefined && containsNode.call(stem, top) ? (fixedAround(top, stem) ?? []) : [];
    });
    return [...new Set(found)]
      .filter((element) => textOf(element).trim().length < SHORT)
      .map((element) => [element, querySelector.call(element, "video, iframe") === null ? "hide" : "still"]);
  };

  /** What is fixed over so much of the window asks something of whoever reads. */
  const WALL = 0.25;

  lede.auto.isWall = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height > innerWidth * innerHeight * WALL && getComputedStyle(element).position === "fixed";
  };

  /** Whether the page has more than it lets one scroll to. */
  lede.auto.isLocked = () => {
    const { body, documentElement: html } = document;
    if (body === null) return false;
    const [ofHtml, ofBody] = [getComputedStyle(html), getComputedStyle(body)];
    const isStuck = ofBody.position === "fixed" || [ofHtml.overflowY, ofBody.overflowY].some((how) => how === "hidden" || how === "clip");
    return isStuck && Math.max(html.scrollHeight, body.scrollHeight) > innerHeight + 8;
  };

})();
