// Keeps the page from noticing the reader: what the user does there is not told to it, nor the changes of focus on the way
// in and out. A capturing listener on the window comes before any of the page's but those put there earlier. Only trusted
// events are stopped: what scripts tell each other goes on.

(() => {
  const lede = globalThis.lede;
  if (lede.seal !== undefined) return;

  const FOCUS = "blur focus focusin focusout change".split(" ");
  const HANDS = [
    ..."click auxclick dblclick contextmenu selectstart copy cut paste dragstart drag dragend dragenter dragover dragleave drop".split(" "),
    ..."keypress compositionstart compositionupdate compositionend".split(" "),
    ..."mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave".split(" "),
    ..."pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel pointerrawupdate".split(" "),
    ..."wheel mousewheel touchstart touchmove touchend touchcancel gotpointercapture lostpointercapture".split(" "),
  ];
  /** Told a little after what causes them. */
  const LATE = ["selectionchange"];
  const LATE_MS = 50;
  /** What the reader's own controls are told by: stopped like all else, and told them anew where the page does not hear it. */
  const OWN = ["beforeinput", "input"];

  /**
   * Stops events until `open` is called.
   *
   * @param {EventTarget[]} places where the focus stands: not all events of a shadow tree or a frame reach the window
   * @param {LedeHandlers} reader @returns {LedeSeal}
   */
  lede.seal = (places, reader) => {
    const abort = new AbortController();
    /** @type {LedeSeal} */ const sealed = { changed: null, open };
    const stop = (/** @type {Event} */ event) => {
      if (!event.isTrusted || (OWN.includes(event.type) && !reader.isOwn(event))) return;
      event.stopImmediatePropagation();
      if (event.type === "change" && !reader.isOwn(event)) sealed.changed = event.target;
      reader.hand(event);
    };
    const listen = (/** @type {EventTarget} */ place, /** @type {string[]} */ types, signal = abort.signal) => {
      for (const type of types) place.addEventListener(type, stop, { capture: true, passive: /wheel|touch/.test(type), signal });
    };
    listen(window, [...HANDS, ...OWN]);
    for (const place of new Set([window, ...places])) listen(place, FOCUS);
    const late = new AbortController();
    listen(window, LATE, late.signal);
    addEventListener("beforetoggle", reader.toggle, { capture: true, signal: abort.signal });
    const openKeys = keys(reader.key);

    function open() {
      abort.abort();
      openKeys();
      setTimeout(() => late.abort(), LATE_MS);
    }
    return sealed;
  };

  /** The page is told both halves of a key or neither, whether the reader is left or entered (the shortcut) between. @param {(event: KeyboardEvent) => void} pressed @returns {() => void} opens */
  function keys(pressed) {
    const abort = new AbortController();
    /** @type {Set<string>} */ const down = new Set();
    let open = false;
    const stop = (/** @type {KeyboardEvent} */ event) => {
      if (!event.isTrusted) return;
      const isRelease = event.type === "keyup";
      // A release can get lost with the window's focus: the key is then pressed anew.
      if (open && !isRelease && !event.repeat) down.delete(event.code);
      const isOurs = down.has(event.code) || !(open || isRelease);
      if (isRelease) down.delete(event.code);
      else if (isOurs) down.add(event.code);
      if (isOurs) event.stopImmediatePropagation();
      if (!open && !isRelease) pressed(event);
      if (open && down.size === 0) abort.abort();
    };
    for (const type of /** @type {const} */ (["keydown", "keyup"])) addEventListener(type, stop, { capture: true, signal: abort.signal });
    return () => {
      open = true;
      if (down.size === 0) abort.abort();
    };
  }
})();
