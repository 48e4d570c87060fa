// The first of the scripts that run in a page: what the others share. Each of them adds to `lede`, a name in the
// extension's own world, which the page's scripts don't see; each runs once, however often it is injected.

(() => {
  // Else an element of the page with that name answers for it (`id=lede`).
  if (!Object.hasOwn(globalThis, "lede")) Object.defineProperty(globalThis, "lede", { value: {}, writable: true, configurable: true });
  const lede = globalThis.lede;
  if (lede.property !== undefined) return;

  // A form whose controls are named `attributes` or `firstChild` hides its own properties behind them, a document hides
  // its own behind pictures. What the prototypes hold can't be hidden.
  lede.property = (prototype, name) => {
    const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
    return (node) => get.call(node);
  };

  const namespace = lede.property(Element.prototype, "namespaceURI");
  const localName = lede.property(Element.prototype, "localName");
  lede.bodyOf = lede.property(Document.prototype, "body");
  lede.rootElement = lede.property(Document.prototype, "documentElement");
  const frameDocument = lede.property(HTMLIFrameElement.prototype, "contentDocument");

  lede.isHtml = (element) => namespace(element) === "http://www.w3.org/1999/xhtml";

  /** Elements that may host a shadow root of the page's, besides those whose name has a hyphen; others have the browser's. */
  const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));
  lede.mayHost = (element, name = localName(element)) => (name.includes("-") || HOSTS.has(name)) && lede.isHtml(element);

  /** Firefox tells closed roots by a property; Chromium by a function that is slow. */
  lede.asksRootsFast = "openOrClosedShadowRoot" in Element.prototype;
  /** @type {(element: any) => ShadowRoot | null} */
  const anyRoot = lede.asksRootsFast ? lede.property(Element.prototype, "openOrClosedShadowRoot") : askedRoot;

  /** Throws in Chromium once the extension has been updated. Leaving goes on. @param {any} element */
  function askedRoot(element) {
    try {
      return globalThis.chrome.dom.openOrClosedShadowRoot(element);
    } catch {
      return element.shadowRoot;
    }
  }
  /** A shadow root, closed ones included. */
  lede.shadowRoot = (element, name) => (lede.mayHost(element, name) ? anyRoot(element) : null);

  /** The document of a frame, where the page may look into it. */
  lede.frameDocument = (element) => (lede.isHtml(element) && localName(element) === "iframe" ? frameDocument(element) : null);
})();
