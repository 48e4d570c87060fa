// How the story's column comes to the middle when what stood beside it goes: which words its elements get. It measures the
// page and writes nothing.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.flow !== undefined) return;

  const { property } = lede;
  const parentElement = property(Node.prototype, "parentElement");
  const children = property(Element.prototype, "children");
  const { querySelectorAll, getBoundingClientRect } = Element.prototype;

  /** The measures that content/auto/tidy.css knows. */
  const MEASURES = [520, 600, 680, 760, 840];
  /** Narrower pages have one column. */
  const NARROW = 760;
  /** So far from the middle is beside it. */
  const OFF = 24;
  /** More room than this above a story was something's that is gone. */
  const HIGH = 48;

  /** An element and all that it stands in, up to the body; the outermost first. @param {Element} element @returns {Element[]} */
  const way = (element) => {
    /** @type {Element[]} */ const all = [];
    for (let at = /** @type {Element | null} */ (element); at !== null && at !== document.documentElement; at = parentElement(at)) all.unshift(at);
    return all;
  };

  /** The least element that holds all of some. @param {Element[]} parts @returns {Element} */
  const stemOf = (parts) => {
    const [first = [], ...others] = parts.map(way);
    return first.findLast((element) => others.every((path) => path.includes(element))) ?? document.body;
  };

  /** Whether one box stands beside another. @param {DOMRect} a @param {DOMRect} b */
  const isBeside = (a, b) => a.height > 0 && b.height > 0 && a.top < b.bottom && b.top < a.bottom && (a.right <= b.left + 2 || b.right <= a.left + 2);

  /** How wide the text is. @param {Element[]} parts */
  const measureOf = (parts) => {
    const widths = parts
      .flatMap((part) => [...querySelectorAll.call(part, "p")].slice(0, 7))
      .map((paragraph) => getBoundingClientRect.call(paragraph).width)
      .filter((width) => width > 200)
      .sort((a, b) => a - b);
    return widths[Math.floor(widths.length / 2)] ?? 680;
  };

  /** @param {Element} element */
  const middleOf = (element) => {
    const { left, right } = getBoundingClientRect.call(element);
    return (left + right) / 2;
  };

  /**
   * Before anything is hidden: what gets which word once it is.
   *
   * @param {Element[]} parts the story's @param {Set<Element>} hidden @returns {{ stem: Element, words: [Element, string][] }}
   */
  lede.auto.flow = (parts, hidden) => {
    const stem = stemOf(parts);
    const path = [...new Set(parts.flatMap(way))];
    if (window.innerWidth <= NARROW) return { stem, words: [] };
    const measure = measureOf(parts);
    /** @type {[Element, string][]} */ const words = [];
    for (const element of path) {
      const parent = parentElement(element);
      const box = getBoundingClientRect.call(element);
      const hasGap = parent !== null && [...children(parent)].some((other) => hidden.has(other) && isBeside(box, getBoundingClientRect.call(other)));
      if (!hasGap) continue;
      words.push([element, "wide"]);
      if (/flex|grid/.test(getComputedStyle(parent).display)) words.push([parent, "block"]);
    }
    if (words.length > 0) {
      const width = MEASURES.reduce((best, other) => (Math.abs(other - measure) < Math.abs(best - measure) ? other : best));
      words.push([stem, "mid"], ...(width === 680 ? [] : /** @type {[Element, string][]} */ ([[stem, `w${width}`]])));
    }
    return { stem, words };
  };

  /** Once it is hidden: what of the way to the story is still out of the middle, or has kept room above it. @param {Element} stem @returns {[Element, string][]} */
  lede.auto.settle = (stem) => {
    if (window.innerWidth <= NARROW) return [];
    const path = way(stem);
    const isOff = Math.abs(middleOf(stem) - document.documentElement.clientWidth / 2) > OFF;
    const high = path.filter((element) => {
      const { paddingTop, marginTop } = getComputedStyle(element);
      return element !== stem && parseFloat(paddingTop) + parseFloat(marginTop) >= HIGH;
    });
    return [...(isOff ? path.map((element) => [element, "even"]) : []), ...high.map((element) => [element, "top"])].map(([element, word]) => /** @type {[Element, string]} */ ([element, word]));
  };
})();
