// The only script that writes to the page: one element at the end of the document, with a modal dialog in its closed
// shadow root, and one attribute on the root. Leaving takes both away, and nothing has to be rebuilt (ARCHITECTURE.md).

(() => {
  const lede = globalThis.lede;
  if (lede.page !== undefined) return;

  const NAME = "lede-reader";
  /** What the style of content/page.css hangs on. */
  const MARK = "data-lede";
  /** How a new version of the extension asks one that has lost its background to leave. */
  const FAREWELL = "lede-farewell";

  const { bodyOf, rootElement } = lede;
  const { createElement } = Document.prototype;

  /** What there is to put back, while the reader is on. @type {LedeSession | null} */
  let session = null;

  /** Shows an article, if `token` is that of the last reading of this page. @param {LedeShow} show @returns {boolean} */
  const enter = (show) => {
    if (session !== null || show.token !== lede.token) return false;
    const html = rootElement(document);
    dismissOrphan(html);
    const memory = lede.remember();
    const staged = stage(show);
    const isOwn = (/** @type {Event} */ event) => event.target === session?.host;
    const seal = lede.seal(memory.places, {
      isOwn,
      key: (event) => session?.view.key(event),
      hand: (event) => session?.view.hand(event, isOwn(event)),
      toggle: (event) => void (/** @type {ToggleEvent} */ (event).newState === "open" && !isOwn(event) && setTimeout(raise)),
    });
    session = { html, ...staged, memory, seal, watch: watch(html), of: address() };
    try {
      put(session, show.css);
    } catch (error) {
      leave();
      throw error;
    }
    return true;
  };

  /** @param {LedeShow} show */
  const stage = (show) => {
    const host = createElement.call(document, NAME);
    const root = host.attachShadow({ mode: "closed" });
    return { host, root, view: lede.view(show, root, leave) };
  };

  /**
   * Another article in place of the one that shows, with tools of its own. It comes up before the other one goes.
   *
   * @param {LedeShow} show @param {LedeEquipment} given @param {boolean} isSame whether the page beneath still is the same
   */
  const renew = (show, given, isSame) => {
    if (session === null || show.token !== lede.token) return false;
    const { host, view } = session;
    Object.assign(session, stage(show), isSame ? {} : { of: null });
    put(session, show.css);
    view.farewell();
    host.remove();
    session.view.scroller.focus({ preventScroll: true });
    return equip(show.token, given);
  };

  /** The page has another address, and is the same nevertheless. */
  const stays = () => void (session !== null && session.of !== null && (session.of = address()));

  /** Brings the tools, to the reading they are for. @param {number | undefined} token @param {LedeEquipment} given @returns {boolean} */
  const equip = (token, given) => {
    if (session === null || token !== lede.token) return false;
    const { root, view } = session;
    lede.adopt(root, given.css);
    settle(view);
    session.media ??= lede.hush();
    view.equip(given);
    return true;
  };

  /** @param {LedeSession} session @param {string} css */
  const put = (session, css) => {
    const { html, host, root, view } = session;
    lede.adopt(root, css);
    root.append(view.dialog);
    html.append(host);
    host.addEventListener(FAREWELL, leave);
    listenToDialog(view);
    view.dialog.dataset.first = "";
    view.dialog.popover = "manual";
    view.dialog.showPopover();
    straighten(view.dialog);
    view.scroller.focus({ preventScroll: true });
    requestAnimationFrame(() => requestAnimationFrame(() => settle(view)));
  };

  /** What would hold up the first frame: either locking the page or a modal dialog restyles all of it. @param {LedeView} view */
  const settle = (view) => {
    if (session?.view !== view || view.dialog.popover === null) return;
    delete view.dialog.dataset.first;
    mark(session);
    reopen(session, true);
  };

  /** Where a page from right to left is wider than a phone, Chromium begins beside the view. @param {HTMLElement} element */
  const straighten = (element) => {
    const { x } = element.getBoundingClientRect();
    if (x !== 0) element.style.translate = `${-x / (Number(element.style.zoom) || 1)}px`;
  };

  /** What content/page.css needs to know, as long as it holds: the theme may change. @param {LedeSession} session */
  const mark = (session) => {
    const { html, view: { dialog }, watch: { signal } } = session;
    const lock = (session.lock ??= locks(html));
    // Without a word in it the mark locks nothing, and still keeps the page from starting transitions.
    const set = () => html.setAttribute(MARK, dialog.style.visibility === "hidden" ? "" : `${lock} ${dialog.dataset.strip}`);
    const observer = new MutationObserver(set);
    observer.observe(dialog, { attributeFilter: ["data-strip", "style"] });
    signal.addEventListener("abort", () => observer.disconnect());
    set();
  };

  /** @returns {boolean} whether the reader was on */
  const leave = () => {
    if (session === null) return false;
    const { html, host, view, memory, seal, media, watch, of } = session;
    session = null;
    watch.abort();
    view.farewell();
    view.dialog.close();
    host.remove();
    unmark(html);
    memory.restore(seal.changed, of === address());
    seal.open();
    media?.playOn();
    lede.elements = [];
    return true;
  };

  /** The browser closes a dialog too: by the back gesture of a phone. @param {LedeView} view */
  const listenToDialog = ({ dialog, escape }) => {
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      escape();
    });
    dialog.addEventListener("close", () => dialog.open || leave());
  };

  /** A reader of an extension reloaded since, whose scripts may still run. @param {HTMLElement} html */
  const dismissOrphan = (html) => {
    const orphan = html.querySelector(`:scope > ${NAME}`);
    if (orphan === null) return;
    orphan.dispatchEvent(new Event(FAREWELL));
    orphan.remove();
    html.removeAttribute(MARK);
  };

  /** In two steps: while the mark is there, what its style has changed goes back without a transition. @param {HTMLElement} html */
  const unmark = (html) => {
    html.setAttribute(MARK, "");
    void getComputedStyle(html).backgroundColor;
    html.removeAttribute(MARK);
  };

  /** Which element scrolls the page, and whether room must be kept where its scroll bar was. @param {HTMLElement} html */
  const locks = (html) => {
    const body = bodyOf(document);
    const isBody = body !== null && getComputedStyle(html).overflow === "visible" && getComputedStyle(body).overflow !== "visible";
    return `${isBody ? "body" : "html"}${window.innerWidth > html.clientWidth ? " bar" : ""}`;
  };

  /** A dialog that the page opens meanwhile would stand above the reader and take its keys. */
  const raise = () => void (session?.view.dialog.matches(":modal") && reopen(session, true));

  /** The dialog closed and opened, where it was. @param {LedeSession} session @param {boolean} isModal */
  const reopen = ({ root, view: { dialog, scroller } }, isModal) => {
    const { scrollTop } = scroller;
    const focused = /** @type {HTMLElement | null} */ (root.activeElement);
    dialog.close();
    dialog.popover = null;
    if (isModal) dialog.showModal();
    else dialog.show();
    scroller.scrollTo({ top: scrollTop, behavior: "instant" });
    (focused ?? scroller).focus({ preventScroll: true });
  };

  /** The page can be seen and scrolled, or is covered again. @param {boolean} isAside */
  const aside = (isAside) => session !== null && reopen(session, !isAside);

  const address = () => location.href.replace(/#.*/s, "");

  /** Leaves when the page throws the reader out, or becomes another page that isn't followed. @param {HTMLElement} html */
  const watch = (html) => {
    const abort = new AbortController();
    const { signal } = abort;
    const observer = new MutationObserver(() => (session?.host.isConnected && session.host.parentNode === html) || leave());
    observer.observe(document, { childList: true });
    observer.observe(html, { childList: true });
    signal.addEventListener("abort", () => observer.disconnect());
    let at = address();
    const moved = () => {
      if (at === address()) return;
      at = address();
      if (!lede.follow?.()) leave();
    };
    addEventListener("popstate", moved, { signal });
    globalThis.navigation?.addEventListener("currententrychange", moved, { signal });
    return abort;
  };

  lede.page = { enter, equip, leave, renew, stays, straighten, aside };
})();
