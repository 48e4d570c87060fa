// What the page's layout says of each element while content/snapshot.js walks: the flags of src/dom/mod.rs. It reads as
// little as will do, since each question costs about a microsecond: nothing is asked of elements inside one that is not
// drawn, and boxes are measured only of pictures and frames, and once for each class of elements that hold text.

(() => {
  const lede = (globalThis.lede ??= /** @type {Lede} */ ({}));
  if (lede.layout !== undefined) return;

  const HIDDEN = 1;
  const SMALL = 2;
  const LARGE = 4;
  const CLIPPED = 8;

  /** Pictures and frames. */
  const DRAWN = new Set("amp-anim amp-iframe amp-img amp-video embed iframe img object video".split(" "));
  /** Never drawn in a page with scripts, and read all the same: as a file's are. */
  const NEVER_DRAWN = new Set(["head", "noscript"]);

  /** How an element is drawn: with all in it; not itself, but perhaps something in it; not, and nothing in it. */
  const SEEN = 0;
  const UNSEEN = 1;
  const GONE = 2;
  /** Not asked, as for the head. */
  const UNASKED = 3;

  const { property } = lede;
  const firstChild = property(Node.prototype, "firstChild");
  const nodeType = property(Node.prototype, "nodeType");
  const nodeValue = property(Node.prototype, "nodeValue");
  const isLoaded = property(HTMLImageElement.prototype, "complete");
  const naturalWidth = property(HTMLImageElement.prototype, "naturalWidth");
  const { checkVisibility, getAttribute, getBoundingClientRect } = Element.prototype;
  const VISIBILITY = { visibilityProperty: true };

  /** @param {Element} element */
  const isDrawn = (element) => checkVisibility.call(element, VISIBILITY);

  /** Of an element that is not drawn, while what it stands in is. @param {Element} element */
  const absence = (element) => {
    const style = getComputedStyle(element);
    // It has no box of its own, and is asked for one in vain.
    if (style.display === "contents") return style.visibility === "visible" ? SEEN : UNSEEN;
    return style.display === "none" ? GONE : UNSEEN;
  };

  /** @param {Element} element @param {string} name */
  const size = (element, name) => {
    const { width, height } = getBoundingClientRect.call(element);
    if (width >= 200 && height >= 100) return LARGE;
    // A picture that has not loaded says nothing by its size.
    const counts = name !== "img" || (isLoaded(element) && naturalWidth(element) > 0);
    return counts && width > 0 && height > 0 && (width < 64 || height < 64) ? SMALL : 0;
  };

  /** Whether text stands directly in an element. @param {Element} element */
  const holdsText = (element) => {
    const first = firstChild(element);
    return first !== null && nodeType(first) === Node.TEXT_NODE && nodeValue(first).trim() !== "";
  };

  /** @param {Element} element */
  const isClipped = (element) => {
    const { width, height } = getBoundingClientRect.call(element);
    if (width > 1 || height > 1) return false;
    const { overflow, clip, clipPath } = getComputedStyle(element);
    return overflow !== "visible" || clip !== "auto" || clipPath !== "none";
  };

  /**
   * Follows a walk: `enter` and `leave` for each element.
   *
   * @param {(place: number, flags: number) => void} flag puts an element's flags to where they stand
   */
  const look = (flag) => {
    /** @type {number[]} */ const states = [];
    /** @type {number[]} */ const places = [];
    /** Classes of which one element was found to be drawn as other text is. @type {Set<string>} */
    const ordinary = new Set();

    /** @param {Element} element @param {string} name @param {number} above */
    const stateOf = (element, name, above) => {
      if (above === GONE || above === UNASKED) return above;
      if (NEVER_DRAWN.has(name)) return UNASKED;
      if (isDrawn(element)) return SEEN;
      return above === SEEN ? absence(element) : UNSEEN;
    };

    /** An element that is drawn in one that is not: the outer one has to count as drawn. */
    const reveal = () => {
      for (let at = states.length - 1; states[at] === UNSEEN; at -= 1) {
        states[at] = SEEN;
        flag(/** @type {number} */ (places[at]), 0);
      }
    };

    /** @param {Element} element @param {string} name */
    const isForEars = (element, name) => {
      const classes = getAttribute.call(element, "class");
      if (classes === null || !holdsText(element)) return false;
      const kind = `${name} ${classes}`;
      if (ordinary.has(kind)) return false;
      const clipped = isClipped(element);
      if (!clipped) ordinary.add(kind);
      return clipped;
    };

    return {
      /** @param {Element} element @param {string} name @param {number} place */
      enter(element, name, place) {
        const above = states.at(-1) ?? SEEN;
        const state = stateOf(element, name, above);
        if (state === SEEN) {
          if (above === UNSEEN) reveal();
          if (DRAWN.has(name)) flag(place, size(element, name));
          else if (isForEars(element, name)) flag(place, CLIPPED);
        } else if (state !== UNASKED && above !== GONE) {
          // Within an element that is gone no other says so: whether its text counts is judged by what hides it.
          flag(place, HIDDEN);
        }
        states.push(state);
        places.push(place);
      },
      leave() {
        states.pop();
        places.pop();
      },
    };
  };

  lede.layout = { isDrawn, look };
})();
