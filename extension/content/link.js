// The page behind a link, fetched and parsed without running or drawing anything of it. XMLHttpRequest, since it reads
// the encoding that a page declares in its own text; it asks as the page would, so only for what is of its origin.

(() => {
  const lede = globalThis.lede;
  if (lede.takeLink !== undefined) return;

  /** @param {string} address @returns {Promise<LedeTaken>} */
  lede.takeLink = async (address) => {
    const page = await new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.onload = () => resolve(request.status < 400 ? request.responseXML : null);
      request.onerror = () => resolve(null);
      request.send();
    });
    if (page === null) return { cannot: "link" };
    return lede.take(page, { url: page.URL, layout: false });
  };
})();
