// The only script of automatic cleanup that writes to the page: words in one attribute of elements, and one element at
// the end of the document. What the words do stands in content/auto/tidy.css and veil.css. All is taken back exactly.

(() => {
  const lede = globalThis.lede;
  if (lede.auto !== undefined) return;

  /** Words for what becomes of an element. */
  const WORDS = "data-lede-tidy";
  /** On the root, while it is not known yet what becomes of the page. */
  const VEIL = "data-lede-veil";
  const HOST = "lede-tidy";

  const { setAttribute, removeAttribute } = Element.prototype;
  const { append, remove } = Element.prototype;
  const { createElement } = Document.prototype;

  /** What was written. @type {Map<Element, Set<string>>} */
  const written = new Map();
  /** @type {HTMLElement | null} */
  let host = null;
  /** Whether the page shows all it has, for as long as one likes. */
  let isBare = false;

  /** @param {Element} element @param {string} word @param {(words: Set<string>) => void} change */
  const write = (element, word, change) => {
    const words = written.get(element) ?? new Set();
    change(words);
    if (words.size === 0) written.delete(element);
    else written.set(element, words);
    draw(element, words);
  };

  /** @param {Element} element @param {Set<string>} words */
  const draw = (element, words) => {
    if (words.size === 0 || isBare) removeAttribute.call(element, WORDS);
    else setAttribute.call(element, WORDS, [...words].join(" "));
  };

  /** In two steps: while the attribute is there, what its style has changed goes back without a transition. @param {Element} html */
  const lift = (html) => {
    setAttribute.call(html, VEIL, "");
    void getComputedStyle(html).opacity;
    removeAttribute.call(html, VEIL);
  };

  lede.auto = /** @type {any} */ ({
    veil(/** @type {boolean} */ isDown) {
      const html = document.documentElement;
      if (html === null || isDown === (html.getAttribute(VEIL) === "down")) return;
      if (isDown) setAttribute.call(html, VEIL, "down");
      else lift(html);
    },
    put: (/** @type {Element} */ element, /** @type {string} */ word) => write(element, word, (words) => words.add(word)),
    take: (/** @type {Element} */ element, /** @type {string} */ word) => written.has(element) && write(element, word, (words) => words.delete(word)),
    has: (/** @type {Element} */ element, /** @type {string} */ word) => written.get(element)?.has(word) ?? false,
    /** The elements that have a word. */
    all: (/** @type {string} */ word) => [...written].filter(([, words]) => words.has(word)).map(([element]) => element),
    /** What the page has thrown away is forgotten. */
    prune() {
      for (const element of written.keys()) {
        if (element.isConnected) continue;
        removeAttribute.call(element, WORDS);
        written.delete(element);
      }
    },
    /** All that was written goes from the page, or comes again. */
    bare(/** @type {boolean} */ is) {
      isBare = is;
      for (const [element, words] of written) draw(element, words);
    },
    isBare: () => isBare,
    clear() {
      for (const element of written.keys()) removeAttribute.call(element, WORDS);
      written.clear();
      isBare = false;
      if (host !== null) remove.call(host);
      host = null;
    },
    /** @returns {ShadowRoot} */
    mount() {
      host = createElement.call(document, HOST);
      const root = host.attachShadow({ mode: "closed" });
      append.call(document.documentElement, host);
      return root;
    },
    /** Whether a node is ours. */
    isOwn: (/** @type {Node} */ node) => node === host || /** @type {Element} */ (node).localName === "lede-reader",
  });
})();
