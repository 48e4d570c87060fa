// Holds the page's scrolling for as long as it is not the user's own: pages are not told, and stand afterwards where they
// stood before.

(() => {
  const lede = globalThis.lede;
  if (lede.holdScroll !== undefined) return;

  /** Pages are told of scrolling with their next frame, and of its end a little later. */
  const LATE_MS = 100;

  /** From now on the page is not told; what comes back has it told again, of what scrolls then. */
  const hush = () => {
    const abort = new AbortController();
    const hold = (/** @type {Event} */ event) => event.isTrusted && event.stopImmediatePropagation();
    for (const type of ["scroll", "scrollend"]) addEventListener(type, hold, { capture: true, signal: abort.signal });
    return () => void requestAnimationFrame(() => setTimeout(() => abort.abort(), LATE_MS));
  };

  lede.holdScroll = () => {
    const { scrollX: left, scrollY: top } = window;
    const speak = hush();
    return () => {
      window.scrollTo({ left, top, behavior: "instant" });
      speak();
    };
  };

  // What comes back to its place on leaving was never away.
  lede.tools.set("scroll", ({ farewells }) => void farewells.push(() => hush()()));
})();
