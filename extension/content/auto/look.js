// A look at the page that costs next to nothing: whether it may be an article at all. Fronts, searches, log-ins, editors
// and shops end here; what is left, the engine judges.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.look !== undefined) return;

  const { querySelector, querySelectorAll } = Document.prototype;
  const textOf = lede.property(Node.prototype, "textContent");

  /** Paragraphs of an article have so many letters or more, and all of them together so many. */
  const [LONG, ENOUGH] = [80, 700];
  /** What is written without spaces says more by a letter. */
  const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;
  const DENSITY = 2.5;

  /** Addresses of fronts, by their path. */
  const FRONT = /^\/(index\.\w+|home|start|[a-z]{2}(-[a-z]{2})?\/?)?$/i;
  /** First words of a path where no story is. */
  const ELSEWHERE = /^\/(account|admin|api|cart|checkout|compose|edit|log-?in|register|search|settings|shop|sign-?(in|up)|store|tags?|topics?|videos?|watch|wp-admin)(\/|$)/i;
  /** What a page says it is, when it is none. */
  const OTHER_TYPE = /^(video|music|product|profile|game|book)\b/i;

  const EDITOR = "[contenteditable='']:not(:empty), [contenteditable='true']:not(:empty), [contenteditable='plaintext-only']:not(:empty)";

  /** By its address alone. */
  lede.auto.mayBe = () => {
    const { pathname, search } = location;
    return !ELSEWHERE.test(pathname) && (!FRONT.test(pathname) || /[?&](p|id|article|story)=/.test(search));
  };

  const hasEditor = () => document.designMode === "on" || [...querySelectorAll.call(document, EDITOR)].some((it) => textOf(it).trim().length > 40);

  /** Something was typed and not sent. */
  const hasInput = () =>
    [.../** @type {NodeListOf<HTMLInputElement>} */ (querySelectorAll.call(document, "input, textarea"))].some(
      (field) => !/^(hidden|checkbox|radio|submit|button|range|search)$/.test(field.type) && field.value !== field.defaultValue,
    );

  const asksToLogIn = () => [...querySelectorAll.call(document, "input[type=password]")].some((field) => field.checkVisibility({ visibilityProperty: true }));

  /** How much of the text stands in paragraphs. */
  const hasText = () => {
    let sum = 0;
    for (const paragraph of querySelectorAll.call(document, "p, article > div, [itemprop=articleBody]")) {
      const text = textOf(paragraph).trim();
      const weight = text.length * (DENSE.test(text.slice(0, 40)) ? DENSITY : 1);
      if (weight >= LONG) sum += weight;
      if (sum >= ENOUGH) return true;
    }
    return false;
  };

  /** @returns {"no" | "later" | "maybe"} `later`: there is no text yet */
  lede.auto.look = () => {
    const type = querySelector.call(document, "meta[property='og:type']")?.getAttribute("content") ?? "";
    if (!lede.auto.mayBe() || OTHER_TYPE.test(type)) return "no";
    if (hasEditor() || hasInput() || asksToLogIn()) return "no";
    return hasText() ? "maybe" : "later";
  };
})();
