// The reader itself: an article as a dialog, ready to be put into the page by content/page.js. It knows articles, and
// nothing of the page.

(() => {
  const lede = globalThis.lede;
  if (lede.view !== undefined) return;

  const { make, safe, blocks } = lede;

  /** @param {LedeShow} show @param {ShadowRoot} root where it will stand @param {() => void} leave @returns {LedeView} */
  lede.view = ({ article, drawn, words, note, settings }, root, leave) => {
    // Where the extension is gone, so are its listeners: then the browser closes the dialog by itself.
    const orphaned = { command: "close", commandfor: "reader" };
    const close = make("button", { class: "close", type: "button", "aria-label": words.close, title: words.close, ...orphaned }, lede.icon("cross"));
    const story = make("article", { lang: article.lang ?? undefined, dir: article.dir ?? "auto" }, head(article, words), blocks(drawn ?? article.body));
    lede.story = story;
    story.addEventListener("error", ({ target }) => /** @type {Element} */ (target).classList.add("broken"), true);
    const notes = note === "" ? [] : [make("p", { class: "note", role: "note" }, note)];
    const column = make("div", { class: "column" }, ...notes, story);
    const scroller = make("div", { class: "scroller", role: "document", tabindex: "0", autofocus: "autofocus", "aria-label": article.title ?? words.name }, column);
    const bar = make("div", { class: "bar" }, close);
    const dialog = make("dialog", { id: "reader", lang: words.locale, dir: words.direction, "aria-label": words.name }, bar, scroller);
    lede.dress(dialog, settings);
    // A page that was not made for phones is drawn there as on a desk, and shrunk. The reader is not.
    const scale = globalThis.visualViewport?.scale ?? 1;
    if (scale < 1) dialog.style.zoom = String(1 / scale);
    /** @type {LedeReader} */
    const reader = {
      ...{ article, words: { ...words }, settings: { ...settings }, root, dialog, bar, scroller, column, story, leave },
      ...{ presses: new Map([[close, leave]]), keys: new Map(), escapes: [], farewells: [], stories: [], changes: [] },
      ...{ hands: new Set(), on: () => () => {}, show() {} },
      go: (id) => go(story, id),
    };
    return {
      ...{ dialog, scroller },
      key: (event) => pressed(event, reader),
      hand: (event, isOwn) => handled(event, isOwn, reader),
      escape: () => escape(reader),
      equip(given) {
        Object.assign(reader.words, given.words);
        for (const start of lede.tools.values()) start(reader, given);
      },
      farewell() {
        for (const farewell of [...reader.farewells]) farewell();
      },
    };
  };

  /** @type {Map<string, (reader: LedeReader, given: LedeEquipment) => void>} */
  lede.tools = new Map();

  /** Esc closes what was opened last, in the end the reader. @param {LedeReader} reader */
  const escape = ({ escapes, leave }) => {
    if (!escapes.toReversed().some((close) => close())) leave();
  };

  /** @param {KeyboardEvent} event @param {LedeReader} reader */
  const pressed = (event, reader) => {
    touched = null;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const focused = reader.root.activeElement;
    const act = event.key === "Escape" && !event.shiftKey ? () => escape(reader) : isTyped(focused, event.key) ? undefined : reader.keys.get(event.key);
    if (act === undefined) return;
    if (act(event) !== false) event.preventDefault();
  };

  /** Whether keys are text there; arrows are the field's own in more of them. @param {Element | null} focused @param {string} key */
  const isTyped = (focused, key) =>
    focused?.matches(/^Arrow/.test(key) ? "textarea, select, input" : "textarea, select, input:not([type=checkbox], [type=radio], [type=range])") ?? false;

  /** What hands do is stopped at the window, where a closed root hides what was hit. @param {Event} event @param {boolean} isOwn @param {LedeReader} reader */
  const handled = (event, isOwn, reader) => {
    if (event.type === "input" && isOwn) return tellControl(reader.root);
    const hands = [...reader.hands].filter(({ kinds }) => kinds.includes(event.type));
    const isHit = event.type === "click" || event.type === "pointerdown";
    if (!isHit && hands.length === 0) return;
    const target = isOwn ? targetOf(/** @type {MouseEvent} */ (event), reader.root) : null;
    if (isHit) touched = target;
    if (event.type === "click" && target !== null) clicked(/** @type {MouseEvent} */ (event), target, reader);
    for (const { act } of hands) act(event, target);
  };

  /** What was hit last, unless a key was pressed since. @type {Element | null} */
  let touched = null;

  /** Input is told anew, within the reader, to the control that was touched: not each gets the focus. @param {ShadowRoot} root */
  const tellControl = (root) => {
    const hit = touched?.closest("input, select, textarea") ?? touched?.closest("label")?.control;
    (hit ?? root.activeElement)?.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** @param {MouseEvent} event @param {ShadowRoot} root */
  const targetOf = ({ clientX, clientY, type }, root) => {
    // A click by key, or by a screen reader, may have no place.
    const isPlaced = type !== "click" || clientX !== 0 || clientY !== 0;
    return isPlaced ? root.elementFromPoint(clientX ?? -1, clientY ?? -1) : root.activeElement;
  };

  /** @param {MouseEvent} event @param {Element} target @param {LedeReader} reader */
  const clicked = (event, target, { presses, story }) => {
    const press = presses.get(/** @type {Element} */ (target.closest("button, [data-press]")));
    if (press !== undefined) return press(event);
    const place = target.closest("a")?.getAttribute("href") ?? "";
    if (!place.startsWith("#")) return;
    event.preventDefault();
    go(story, place.slice(1));
  };

  /** Goes to a place within the article. @param {HTMLElement} story @param {string} id */
  const go = (story, id) => {
    const place = /** @type {HTMLElement | null} */ (story.querySelector(`#${CSS.escape(id)}`));
    place?.scrollIntoView({ block: "start" });
    place?.setAttribute("tabindex", "-1");
    place?.focus({ preventScroll: true });
  };

  /** @param {any} article @param {Record<string, string>} words */
  const head = (article, words) => {
    const { siteName, url, canonicalUrl, title, byline, publishedTime, readingMinutes, image } = article;
    const rows = [];
    const home = safe(canonicalUrl ?? url ?? "");
    const site = siteName ?? hostOf(home);
    if (site !== "") rows.push(make("p", { class: "site" }, home === "" ? site : make("a", { href: home, target: "_self" }, site)));
    if (title) rows.push(make("h1", {}, title));
    if (byline) rows.push(make("p", { class: "byline" }, byline));
    const facts = [];
    if (publishedTime) facts.push(when(publishedTime, article.lang));
    if (publishedTime && readingMinutes > 0) facts.push(make("span", {}, " · "));
    if (readingMinutes > 0) facts.push(make("span", { class: "minutes", lang: words.locale, dir: words.direction }, counted(words, readingMinutes)));
    if (facts.length > 0) rows.push(make("p", { class: "facts" }, ...facts));
    if (image && !isShown(image.url, article.body)) rows.push(...lead(image));
    return make("header", {}, ...rows);
  };

  /** @param {string} url */
  const hostOf = (url) => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "");

  /** @param {Record<string, string>} words @param {number} minutes */
  const counted = (words, minutes) => (words.minutes ?? "").replace("{n}", new Intl.NumberFormat(words.locale).format(minutes));

  /** A time as the page's own clock shows it. @param {string} time RFC 3339, or a date alone @param {string | null} lang */
  const when = (time, lang) => {
    const [, date = "", clock] = /^(\d{4,}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(time) ?? [];
    const shown = new Date(`${date}T${clock ?? "00:00"}Z`);
    /** @type {Intl.DateTimeFormatOptions} */
    const style = { dateStyle: "long", timeZone: "UTC", ...(clock === undefined ? {} : { timeStyle: "short" }) };
    const text = Number.isNaN(shown.getTime()) ? time : formatter(lang, style).format(shown);
    return make("time", { datetime: time }, text);
  };

  lede.when = when;

  /** @param {string | null} lang @param {Intl.DateTimeFormatOptions} style */
  const formatter = (lang, style) => {
    try {
      return new Intl.DateTimeFormat(lang ?? undefined, style);
    } catch {
      // The page names no language that there is.
      return new Intl.DateTimeFormat(undefined, style);
    }
  };

  /** @param {any} image @returns {HTMLElement[]} */
  const lead = ({ url, alt, caption, credit }) => {
    if (safe(url) === "") return [];
    const img = make("img", { src: url, decoding: "async" });
    img.alt = alt ?? "";
    const told = [caption, credit].filter(Boolean).join(" · ");
    return [make("figure", { class: "lead" }, img, ...(told === "" ? [] : [make("figcaption", {}, told)]))];
  };

  /** Whether the text shows a picture already, perhaps at another size. @param {string} url @param {any[]} body */
  const isShown = (url, body) => {
    const file = fileOf(url);
    return body.some((block) => block.figure?.images.some((/** @type {any} */ { src }) => fileOf(src) === file));
  };

  /** @param {string} url */
  const fileOf = (url) => url.replace(/[?#].*/s, "").replace(/.*\//s, "").replace(/[-_]?\d+x\d+(?=\.\w+$)/, "");

  lede.head = head;
})();
