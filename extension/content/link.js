// Another page of the site, fetched and parsed without running or drawing anything of it. XMLHttpRequest, since it reads
// the encoding that a page declares in its own text; it asks as the page would, so only for what is of its origin.

(() => {
  const lede = globalThis.lede;
  if (lede.takeLink !== undefined) return;

  const PATIENCE_MS = 30_000;

  /** @param {string} address @param {AbortSignal} [signal] @returns {Promise<Document | null>} */
  const load = (address, signal) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.timeout = PATIENCE_MS;
      // Without an answer there is no document, and asking for it would be an error.
      request.onloadend = () => resolve(request.status >= 200 && request.status < 400 ? request.responseXML : null);
      signal?.addEventListener("abort", () => request.abort());
      request.send();
    });

  /** @param {string} address @returns {Promise<LedeTaken>} */
  lede.takeLink = async (address) => {
    const page = await load(address);
    if (page === null) return { cannot: "link" };
    return lede.take(page, { url: page.URL, layout: false });
  };

  /** Reads a page besides the one that shows, which stays the last reading. */
  lede.peek = async (address, signal) => {
    const isHere = (/** @type {string} */ url) => URL.canParse(url) && new URL(url).origin === location.origin;
    const page = isHere(address) && !signal.aborted ? await load(address, signal) : null;
    if (page === null || !isHere(page.URL)) return undefined;
    const { token, elements, again } = lede;
    const { snapshot } = lede.take(page, { url: page.URL, layout: false });
    Object.assign(lede, { token, elements, again });
    return snapshot;
  };
})();
