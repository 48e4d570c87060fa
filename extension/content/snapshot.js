// Reads the page into the four strings that src/dom/snapshot.rs describes. It only reads: nothing here changes the page,
// makes an element of the page's kinds, or can be noticed by the page's scripts. It is synchronous: on pages with
// `CSP: sandbox` Chromium never lets an asynchronous content script go on.
//
// The page is told as its flat tree: shadow roots, closed ones too, in place of their hosts' children, slots filled, what
// is in frames of the same origin inside them. src/dom/live.rs and src/dom/html/mod.rs walk alike.

(() => {
  if (globalThis.lede?.take !== undefined) return;

  /** The engine would drop these as well. */
  const CHILDLESS = new Set("canvas datalist noembed noframes script select svg template textarea".split(" "));

  /** What is read, from the beginning on: elements (four times the corpus's largest page), text in UTF-16 units, time. */
  const [MAX_ELEMENTS, MAX_TEXT, MAX_MS] = [60_000, 2_000_000, 1000];

  const lede = globalThis.lede;
  const { property, bodyOf, rootElement } = lede;
  const nodeType = property(Node.prototype, "nodeType");
  const nodeValue = property(Node.prototype, "nodeValue");
  const lastChild = property(Node.prototype, "lastChild");
  const previousSibling = property(Node.prototype, "previousSibling");
  const textContent = property(Node.prototype, "textContent");
  const localName = property(Element.prototype, "localName");
  const firstElement = property(Element.prototype, "firstElementChild");
  const openRoot = property(Element.prototype, "shadowRoot");
  const addressOf = property(Document.prototype, "URL");
  const typeOf = property(Document.prototype, "contentType");
  const { getAttribute } = Element.prototype;
  const { assignedNodes } = HTMLSlotElement.prototype;

  /** Elements with a closed shadow root, found by what it hides. @type {WeakSet<Element>} */
  const hosts = new WeakSet();

  /** As `lede.shadowRoot`, but where asking is slow only those are asked that may well have a closed root. */
  const shadowRoot = (/** @type {Element} */ element, /** @type {string} */ name) =>
    lede.asksRootsFast || name.includes("-") || lastChild(element) === null || hosts.has(element)
      ? lede.shadowRoot(element, name)
      : openRoot(element);

  const holdsData = (/** @type {Element} */ script) => {
    const type = (getAttribute.call(script, "type") ?? "").trim().toLowerCase();
    return type.startsWith("application/ld+json") || type.startsWith("math/tex");
  };

  /** What is no part of the page: scripts without data, styles, templates, and what is ours. */
  const isLeftOut = (/** @type {Element} */ element, /** @type {string} */ name) =>
    name === "style" || name === "template" || name.startsWith("lede-") || (name === "script" && !holdsData(element));

  /** What a scripted page keeps of a `noscript` as text, parsed as a page without scripts would. */
  const parsed = (/** @type {string} */ html) => {
    const inert = new DOMParser().parseFromString(html, "text/html");
    return [...inert.head.childNodes, ...inert.body.childNodes];
  };

  /** Puts nodes onto the stack, the first on top. */
  const pushAll = (/** @type {any[]} */ stack, /** @type {Node[]} */ nodes) => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) stack.push(nodes[at]);
  };

  const pushChildren = (/** @type {any[]} */ stack, /** @type {Node} */ node) => {
    for (let child = lastChild(node); child !== null; child = previousSibling(child)) stack.push(child);
  };

  /** Puts an element's children in the flat tree onto the stack, the first on top. @param {any[]} stack @param {Element} element @param {string} name */
  const pushFlatChildren = (stack, element, name) => {
    if (CHILDLESS.has(name)) return;
    const shadow = shadowRoot(element, name);
    if (shadow !== null) return pushChildren(stack, shadow);
    if (name === "slot" && lede.isHtml(element)) {
      const assigned = assignedNodes.call(element);
      if (assigned.length > 0) return pushAll(stack, assigned);
    }
    if (name === "noscript" && firstElement(element) === null) return pushAll(stack, parsed(textContent(element)));
    if (name !== "iframe") return pushChildren(stack, element);
    const inner = lede.frameDocument(element);
    const body = inner === null ? null : bodyOf(inner);
    if (body !== null) pushChildren(stack, body);
  };

  /** Walks the flat tree below and with a node, as far as there is room. @param {Node} root @param {LedeVisit} visit */
  const walk = (root, visit) => {
    /** An element's children stand above `null`, its end. @type {any[]} */
    const stack = [root];
    while (stack.length > 0) {
      const node = stack.pop();
      if (node !== null && !visit.hasRoom()) continue;
      const type = node === null ? 0 : nodeType(node);
      if (node === null) {
        visit.leave();
      } else if (type === Node.ELEMENT_NODE) {
        const name = localName(node);
        if (isLeftOut(node, name) || !visit.enter(node, name)) continue;
        stack.push(null);
        pushFlatChildren(stack, node, name);
      } else if (type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE) {
        visit.text(node);
      }
    }
  };

  /** Reads a document. The table of elements is kept: a plan names elements by their place in it. @param {Document} page @param {LedeHow} how @returns {LedeSnapshot} */
  const read = (page, how) => {
    const { url = addressOf(page), layout = true, selection = null } = how;
    const out = lede.writer();
    const look = layout ? lede.layout(out.flag) : null;
    /** @type {Element[]} */ const elements = [];
    const room = roomFor(elements);
    walk(rootElement(page), {
      hasRoom: room.isLeft,
      enter(element, name) {
        if (selection?.leavesOut(element)) return false;
        elements.push(element);
        const place = out.open(element, name);
        look?.enter(element, name, place);
        return true;
      },
      text(node) {
        const text = room.fitting(selection === null ? nodeValue(node) : selection.cut(node, nodeValue(node)));
        look?.text(text);
        out.text(text);
      },
      leave() {
        out.close();
        look?.leave();
      },
    });
    lede.elements = elements;
    lede.isPart = !room.isLeft();
    // What a closed root hides has been read in place of what it shows: once more, now that its host is known.
    return look !== null && finds(look.hosts) ? read(page, how) : out.finish(url);
  };

  /** @param {Element[]} elements those that were read */
  const roomFor = (elements) => {
    const end = performance.now() + MAX_MS;
    let [left, isOver] = [MAX_TEXT, false];
    return {
      isLeft: () => !(isOver ||= elements.length >= MAX_ELEMENTS || left <= 0 || (elements.length % 256 === 0 && performance.now() > end)),
      fitting(/** @type {string} */ text) {
        left -= text.length;
        return left < 0 ? text.slice(0, left) : text;
      },
    };
  };

  /** Whether there are hosts among the elements not known before. @param {Element[]} elements */
  const finds = (elements) => {
    const found = elements.filter((element) => !hosts.has(element) && lede.shadowRoot(element) !== null);
    for (const host of found) hosts.add(host);
    return found.length > 0;
  };

  /** Why a document can't be read, or nothing. Texts and data are, as far as they go. @param {Document} page */
  const refusal = (page) => {
    const type = typeOf(page);
    const root = rootElement(page);
    if (type === "application/pdf") return "pdf";
    if (/^(image|audio|video)\//.test(type) || (/xml/.test(type) && type !== "application/xhtml+xml")) return "kind";
    return root !== null && lede.isHtml(root) ? null : "kind";
  };

  lede.take = (page = document, how = {}) => {
    const cannot = refusal(page);
    if (cannot !== null) return { cannot };
    lede.again = () => read(page, how);
    lede.token = crypto.getRandomValues(new Uint32Array(1))[0];
    return { token: lede.token, contentType: typeOf(page), snapshot: read(page, how), isPart: lede.isPart };
  };
})();
