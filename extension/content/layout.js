// What the page's layout says of each element while content/snapshot.js walks: the flags of src/dom/mod.rs.
//
// Each question costs more than all else that is read of an element, so only elements with text and pictures are asked.
// One that is drawn speaks for all that it stands in; one that is not makes us ask upwards for the outermost that is not.
// Boxes are measured of pictures and frames, and of one element in each class of those that hold text.

(() => {
  const lede = globalThis.lede;
  if (lede.layout !== undefined) return;

  const [HIDDEN, SMALL, LARGE, CLIPPED] = [1, 2, 4, 8];

  /** Pictures and frames. */
  const MEDIA = new Set("amp-anim amp-iframe amp-img amp-video embed iframe img object video".split(" "));
  /** Never drawn in a page with scripts, and read all the same: as a file's are. */
  const NEVER_DRAWN = new Set(["head", "noscript"]);

  /** Not asked yet; drawn, or something in it is; not drawn, but something in it may be; gone with all in it; not to be asked. */
  const [UNKNOWN, SEEN, UNSEEN, GONE, EXEMPT] = [0, 1, 2, 3, 4];

  /** An element that the walk is in. @typedef {{ element: Element, place: number, state: number }} Step */

  const { property } = lede;
  const isLoaded = property(HTMLImageElement.prototype, "complete");
  const naturalWidth = property(HTMLImageElement.prototype, "naturalWidth");
  const { checkVisibility, getAttribute, getBoundingClientRect } = Element.prototype;
  const VISIBILITY = { visibilityProperty: true };

  /** How an element that is not drawn is not drawn, while what it stands in is. @param {Element} element */
  const absence = (element) => {
    const { display, visibility } = getComputedStyle(element);
    // It has no box of its own, and is asked for one in vain.
    if (display === "contents") return visibility === "visible" ? SEEN : UNSEEN;
    return display === "none" || display === "" ? GONE : UNSEEN;
  };

  /** @param {Element} element @param {string} name */
  const size = (element, name) => {
    const { width, height } = getBoundingClientRect.call(element);
    if (width >= 200 && height >= 100) return LARGE;
    // A picture that has not loaded says nothing by its size.
    const counts = name !== "img" || (isLoaded(element) && naturalWidth(element) > 0);
    return counts && width > 0 && height > 0 && (width < 64 || height < 64) ? SMALL : 0;
  };

  /** Whether text is there for ears alone: clipped to a pixel. @param {Element} element */
  const isClipped = (element) => {
    const { width, height } = getBoundingClientRect.call(element);
    if (width > 1 || height > 1) return false;
    const { overflow, clip, clipPath } = getComputedStyle(element);
    return overflow !== "visible" || clip !== "auto" || clipPath !== "none";
  };

  /** Follows a walk. @param {(place: number, flags: number) => void} flag puts an element's flags to where they stand @returns {LedeLook} */
  lede.layout = (flag) => {
    /** @type {Step[]} */ const steps = [];
    /** Classes of which one element was found to be drawn as other text is. @type {Set<string>} */
    const ordinary = new Set();
    /** @type {Element[]} */ const hosts = [];

    /** What is known of the elements above the one at `at`. @param {number} at */
    const above = (at) => (at > 0 ? /** @type {Step} */ (steps[at - 1]).state : SEEN);

    /** Of one that is drawn: so is all that it stands in. @param {number} at */
    const seen = (at) => {
      for (let up = at; up >= 0; up -= 1) {
        const step = /** @type {Step} */ (steps[up]);
        if (step.state === SEEN) return;
        if (step.state === UNSEEN) flag(step.place, 0);
        step.state = SEEN;
      }
    };

    /** Of one that is not drawn, once it is known how those above it are. @param {number} at */
    const unseen = (at) => {
      const step = /** @type {Step} */ (steps[at]);
      const parent = above(at);
      step.state = parent === SEEN ? absence(step.element) : parent;
      if (step.state === SEEN) return;
      // Within an element that is gone no other says so: whether its text counts is judged by what hides it.
      if (parent !== GONE) flag(step.place, HIDDEN);
      // It is no part of what is drawn at all: its parent has a shadow root, a closed one, and no slot for it.
      if (parent === SEEN && at > 0 && getComputedStyle(step.element).display === "") hosts.push(/** @type {Step} */ (steps[at - 1]).element);
    };

    /** How the element in which the walk is now is drawn. */
    const ask = () => {
      let at = steps.length - 1;
      while (at >= 0 && /** @type {Step} */ (steps[at]).state === UNKNOWN && !checkVisibility.call(/** @type {Step} */ (steps[at]).element, VISIBILITY)) at -= 1;
      if (at >= 0 && /** @type {Step} */ (steps[at]).state === UNKNOWN) seen(at);
      for (at += 1; at < steps.length; at += 1) unseen(at);
      return above(steps.length);
    };

    return {
      hosts,
      enter(element, name, place) {
        const parent = above(steps.length);
        const isExempt = NEVER_DRAWN.has(name) || parent === EXEMPT;
        steps.push({ element, place, state: isExempt ? EXEMPT : parent === GONE ? GONE : UNKNOWN });
        if (MEDIA.has(name) && ask() === SEEN) flag(place, size(element, name));
      },
      text(text) {
        const step = steps.at(-1);
        if (step === undefined || step.state > SEEN || text.trim() === "" || ask() !== SEEN) return;
        const classes = getAttribute.call(step.element, "class");
        if (classes === null || ordinary.has(classes)) return;
        if (isClipped(step.element)) flag(step.place, CLIPPED);
        else ordinary.add(classes);
      },
      leave() {
        steps.pop();
      },
    };
  };
})();
