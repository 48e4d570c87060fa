// What the picker has to know of the page: which element is at a point, which is next to it, what it is, and what names
// it on the site's other pages. It only reads; the frames that show a choice are drawn by reader/tools/correct.js.

(() => {
  const lede = globalThis.lede;
  if (lede.picker !== undefined) return;

  const { property, bodyOf } = lede;
  const localName = property(Element.prototype, "localName");
  const idOf = property(Element.prototype, "id");
  const parentElement = property(Node.prototype, "parentElement");
  const textContent = property(Node.prototype, "textContent");
  const nodeType = property(Node.prototype, "nodeType");
  const firstNode = property(Node.prototype, "firstChild");
  const nextNode = property(Node.prototype, "nextSibling");
  const firstChild = property(Element.prototype, "firstElementChild");
  const next = property(Element.prototype, "nextElementSibling");
  const previous = property(Element.prototype, "previousElementSibling");
  const { closest, getAttribute, getBoundingClientRect } = Element.prototype;
  const { getRootNode } = Node.prototype;
  const { elementsFromPoint, querySelectorAll } = Document.prototype;

  /** Their children are not read, so they are no choice of their own. */
  const WHOLE = "canvas, datalist, noembed, noframes, script, select, svg, template, textarea";

  /** @param {Element} element @returns {Element | null} */
  const parentOf = (element) => parentElement(element) ?? /** @type {ShadowRoot} */ (getRootNode.call(element)).host ?? null;

  /** @param {Element | null | undefined} element */
  const choice = (element) => {
    let it = element ?? null;
    for (let whole = it; whole !== null; ) {
      whole = closest.call(it, WHOLE);
      if (whole !== null) it = parentOf(whole);
      if (it === null) return null;
    }
    return it === null || /^(html|body|head|lede-reader)$/.test(localName(it)) ? null : it;
  };

  /** Whether it can be chosen and is seen. @param {Element} element */
  const isSeen = (element) => {
    const { width, height } = getBoundingClientRect.call(element);
    return width > 0 && height > 0 && choice(element) === element;
  };

  /** @param {(node: Element) => Element | null} way @param {Element | null} from the first that is seen */
  const along = (way, from) => {
    let it = from;
    while (it !== null && !isSeen(it)) it = way(it);
    return it;
  };

  /** The next of an element, or of what it stands in. @param {(node: Element) => Element | null} way @param {Element} from */
  const beside = (way, from) => {
    for (let at = /** @type {Element | null} */ (from); at !== null && choice(at) !== null; at = parentOf(at)) {
      const found = along(way, way(at));
      if (found !== null) return found;
    }
    return null;
  };

  /** @type {Record<string, (from: Element) => Element | null>} */
  const STEPS = {
    ArrowUp: (from) => choice(parentOf(from)),
    ArrowDown: (from) => along(next, firstChild(lede.shadowRoot(from) ?? from) ?? firstChild(from)),
    ArrowRight: (from) => beside(next, from),
    ArrowLeft: (from) => beside(previous, from),
  };

  const squeezed = (/** @type {string} */ text) => text.replace(/\s+/g, "");

  /**
   * The largest elements that a text is made of: where it stands in the page's text, to the letter but for space.
   *
   * @param {string} text @returns {Element[]}
   */
  const find = (text) => {
    const wanted = squeezed(text);
    const body = bodyOf(document);
    const start = body === null || wanted === "" ? -1 : squeezed(textContent(body)).indexOf(wanted);
    if (start < 0) return [];
    const end = start + wanted.length;
    /** @type {Element[]} */ const found = [];
    let covered = 0;
    const look = (/** @type {Node} */ node, /** @type {number} */ at) => {
      const length = squeezed(textContent(node)).length;
      const isElement = nodeType(node) === Node.ELEMENT_NODE;
      if (length === 0 || at + length <= start || at >= end) return length;
      if (isElement && at >= start && at + length <= end && choice(/** @type {Element} */ (node)) === node) {
        found.push(/** @type {Element} */ (node));
        covered += length;
      } else if (isElement) {
        let inner = at;
        for (let child = firstNode(node); child !== null; child = nextNode(child)) inner += look(child, inner);
      }
      return length;
    };
    look(body, 0);
    return covered > wanted.length * 0.9 ? found : [];
  };

  /** A name that a person has given, and no machine: words, with vowels where they are long, no numbers, no hashes. @param {string} name */
  const isStable = (name) =>
    name.length <= 40 && name.split(/[-_]+/).every((word) => /^[a-z]{2,3}$|^[A-Z]?[a-z]{2,}([A-Z][a-z]{2,})*$/.test(word) && (word.length < 4 || /[aeiouy]/i.test(word)));

  /** An element by itself, as short as it goes. @param {Element} element @param {boolean} isPlaced by its place among others */
  const simple = (element, isPlaced) => {
    const name = CSS.escape(localName(element));
    const id = idOf(element);
    if (isStable(id)) return `#${id}`;
    const classes = (getAttribute.call(element, "class") ?? "").split(/\s+/).filter(isStable).slice(0, 3);
    if (classes.length > 0 && !isPlaced) return [name, ...classes].join(".");
    let place = 1;
    for (let it = previous(element); it !== null; it = previous(it)) place += localName(it) === localName(element) ? 1 : 0;
    return [`${name}:nth-of-type(${place})`, ...classes].join(".");
  };

  /** How many elements a rule may mean on the page where it is made: of boxes a few that are alike, of text one. */
  const FEW = 5;
  const TEXT = /^(p|li|h\d|blockquote|figure|img|picture|pre|table|tr|td|dt|dd|a|span)$/;

  /** @param {Element} element @returns {string | null} */
  const selector = (element) => {
    // Within shadow trees and frames no selector reaches.
    if (getRootNode.call(element) !== document) return null;
    const most = TEXT.test(localName(element)) ? 1 : FEW;
    const paths = [false, true].map((isPlaced) => {
      let path = "";
      for (let at = /** @type {Element | null} */ (element); at !== null && localName(at) !== "html"; at = parentElement(at)) {
        const isBody = localName(at) === "body";
        path = (isBody ? "body" : simple(at, isPlaced)) + (path && ` > ${path}`);
        const isNamed = isBody || /^#|^[^ ]+\.[^ ]/.test(path);
        if (isNamed && querySelectorAll.call(document, path).length <= most) return path;
      }
      return "";
    });
    return paths.find((path) => path !== "" && path.length <= 500) ?? null;
  };

  lede.picker = {
    at(x, y) {
      let found = /** @type {Element[]} */ (elementsFromPoint.call(document, x, y)).find((element) => localName(element) !== "lede-reader");
      for (let inner = found ?? null; inner !== null; found = inner ?? found) {
        const below = /** @type {Element | null} */ (lede.shadowRoot(inner)?.elementFromPoint(x, y) ?? null);
        inner = below === inner ? null : below;
      }
      return choice(found);
    },
    step: (from, key) => STEPS[key]?.(from) ?? from,
    tell(element) {
      const text = textContent(element).replace(/\s+/g, " ").trim();
      return `${localName(element)} ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`.trim();
    },
    box: (element) => getBoundingClientRect.call(element),
    ...{ find, selector },
  };
})();
