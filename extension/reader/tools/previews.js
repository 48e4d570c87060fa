// Where a link leads, as a line at the foot of the view: nothing is asked of anybody for it.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("previews")) return;

  const { make } = lede;
  const LONGEST = 60;
  /** It fits the narrowest window. */
  const LONGEST_HOST = 36;

  /** Addresses run from left to right, whatever stands around them. @param {(Node | string)[]} parts */
  const run = (...parts) => make("bdi", { dir: "ltr" }, ...parts);

  /**
   * Of a long host its end, which says whose it is: `www.bank.example.login.evil.example` is evil.example's.
   *
   * @param {string} host
   */
  const ending = (host) => (host.length > LONGEST_HOST ? `…${host.slice(1 - LONGEST_HOST)}` : host);

  /** @param {string} text */
  const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 15)}…${text.slice(-14)}` : text);

  /** @param {string} href @param {LedeReader} reader @returns {Node[]} */
  const told = (href, { article, words }) => {
    if (lede.safe(href) === "" || !URL.canParse(href)) return [];
    const { protocol, host, pathname, search } = new URL(href);
    if (protocol === "mailto:") return [run(short(pathname))];
    const isHere = URL.canParse(article.url) && new URL(article.url).host === host;
    // Hosts are shown as they are asked for, not as they would like to look.
    const path = short(pathname === "/" ? search : pathname + search);
    return isHere ? [make("b", {}, `${words.toolSameSite} `), run(path)] : [run(make("b", {}, ending(host)), path)];
  };

  lede.tools.set("previews", (reader) => {
    const { dialog, scroller, root } = reader;
    const line = make("p", { class: "preview", "aria-hidden": "true" });
    line.hidden = true;
    dialog.append(line);
    /** @type {Element | null} */ let shown = null;
    const look = (/** @type {Element | null} */ target) => {
      const link = reader.settings.previews && target !== null && scroller.contains(target) ? target.closest("a[href]") : null;
      if (link === shown) return;
      shown = link;
      line.replaceChildren(...told(link?.getAttribute("href") ?? "", reader));
      line.hidden = !line.hasChildNodes();
    };
    // From element to element of the reader only its shadow tree is told; the window, when one comes and goes.
    for (const type of ["mouseover", "focusin"]) root.addEventListener(type, ({ target }) => look(/** @type {Element} */ (target)));
    reader.on("mouseover mouseout", ({ type }, target) => look(type === "mouseout" ? null : target));
  });
})();
