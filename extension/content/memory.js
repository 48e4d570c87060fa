// What entering the reader changes although nothing in the page is touched: where the focus is, what is selected, how far
// it is scrolled; and how it is put back.

(() => {
  const lede = globalThis.lede;
  if (lede.remember !== undefined) return;

  const activeOf = lede.property(Document.prototype, "activeElement");
  const activeIn = lede.property(ShadowRoot.prototype, "activeElement");
  const { bodyOf, rootElement } = lede;

  /** The element with the focus, through shadow trees and frames, and the trees and windows on the way to it. */
  const focus = () => {
    /** @type {EventTarget[]} */ const places = [];
    let element = /** @type {HTMLElement | null} */ (activeOf(document));
    for (let page = document; element !== null; ) {
      const shadow = lede.shadowRoot(element);
      const inner = shadow === null ? null : activeIn(shadow);
      const framed = lede.frameDocument(element);
      if (inner !== null) places.push(/** @type {ShadowRoot} */ (shadow));
      else if (framed?.defaultView) places.push(framed.defaultView);
      else return { places, element: element === bodyOf(page) || element === rootElement(page) ? null : element };
      if (inner === null) page = /** @type {Document} */ (framed);
      element = inner ?? activeOf(page);
    }
    return { places, element };
  };

  /** The selection within a text field, where the element is one. @param {Element | null} element */
  const fieldSelection = (element) => {
    const field = /** @type {HTMLInputElement | null} */ (element?.matches("input, textarea") ? element : null);
    if (field === null || field.selectionStart === null) return null;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    return { field, selectionStart, selectionEnd, selectionDirection };
  };

  const pageSelection = () => {
    const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = getSelection() ?? {};
    return { anchorNode, anchorOffset, focusNode, focusOffset };
  };

  /** @param {ReturnType<typeof pageSelection>} before */
  const select = (before) => {
    const now = pageSelection();
    const isSame = Object.entries(before).every(([name, value]) => now[/** @type {keyof typeof now} */ (name)] === value);
    if (isSame) return;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = before;
    if (anchorNode === null || focusNode === null) getSelection()?.removeAllRanges();
    else if (anchorNode.isConnected && focusNode.isConnected) {
      getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  };

  /** A field that owes the page word of a change. @type {{ field: Element, forgive: () => void } | null} */
  let debt = null;

  /** A changed field tells so when it loses the focus. Lost to the reader, it tells when it is lost again. @param {EventTarget | null} field */
  const oweChange = (field) => {
    if (!(field instanceof Element)) return;
    const tree = field.getRootNode();
    const place = tree === document ? window : tree;
    const abort = new AbortController();
    const forgive = () => {
      abort.abort();
      debt = null;
    };
    const pay = (/** @type {Event} */ event) => {
      if (event.target !== field) return;
      forgive();
      if (event.type === "blur") field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    for (const type of ["change", "blur"]) place.addEventListener(type, pay, { capture: true, signal: abort.signal });
    debt = { field, forgive };
  };

  lede.remember = () => {
    const { scrollX, scrollY } = window;
    const { places, element } = focus();
    const isRinged = element?.matches(":focus-visible");
    const inField = fieldSelection(element);
    const selected = pageSelection();
    const owed = debt?.field ?? null;
    debt?.forgive();
    const putBack = () => {
      if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
        window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
      }
      if (element?.isConnected && focus().element !== element) {
        element.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: isRinged }));
      }
      const now = fieldSelection(element);
      if (inField === null) select(selected);
      else if (now?.selectionStart !== inField.selectionStart || now.selectionEnd !== inField.selectionEnd) {
        inField.field.setSelectionRange(inField.selectionStart, inField.selectionEnd, inField.selectionDirection ?? undefined);
      }
    };
    return {
      places,
      restore(changed, isSame) {
        // Another page is another place: it is left as it has come.
        if (isSame) putBack();
        oweChange(changed ?? owed);
      },
    };
  };
})();
