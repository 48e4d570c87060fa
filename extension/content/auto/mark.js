// The quiet mark at the page's corner: how many parts are hidden, and a panel that shows them again, one or all. It makes
// elements within the shadow root that content/auto/write.js puts in, and touches nothing of the page.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.mark !== undefined) return;

  const { auto, property } = lede;
  const textOf = property(Node.prototype, "textContent");
  const { getAttribute } = Element.prototype;

  /** More are not listed: nobody looks through them. */
  const MOST_LISTED = 40;
  const MAX_NAME = 60;

  /**
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} name @param {Record<string, string>} attributes @param {(Node | string)[]} children
   * @returns {HTMLElementTagNameMap[N]}
   */
  const make = (name, attributes, ...children) => {
    const element = /** @type {any} */ (Document.prototype.createElement.call(document, name));
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /** @param {string} word @param {() => void} press */
  const button = (word, press, attributes = {}) => {
    const made = make("button", { type: "button", ...attributes }, word);
    made.addEventListener("click", press);
    return made;
  };

  /** What a part is, in a few words. @param {Element} element */
  const nameOf = (element) => {
    const text = (getAttribute.call(element, "aria-label") ?? textOf(element)).replace(/\s+/g, " ").trim();
    return text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text;
  };

  /** Hidden parts that have something to show. */
  const hidden = () => [...auto.all("hide"), ...auto.all("ghost")].filter((element) => element.isConnected && (nameOf(element) !== "" || element.querySelector("img, video, iframe") !== null));

  /** A part that shows again, and whether it is to stay so. @param {LedeTidied} tidied @param {Element} element @param {(text: string) => void} say */
  const row = ({ words, mayKeep }, element, say) => {
    const item = make("li", {});
    const keep = async () => {
      if (lede.picker === undefined) await lede.ask("auto", { how: "picker" });
      const selector = lede.picker?.selector(element) ?? null;
      const isKept = selector !== null && (await lede.ask("rules", [{ selector, act: "keep" }])) === true;
      say((isKept ? words.tidyKept : words.tidyNotKept) ?? "");
    };
    const show = () => {
      auto.take(element, "hide");
      auto.take(element, "ghost");
      // The page may be read again: this is not to go once more.
      auto.put(element, "shown");
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const more = mayKeep ? button(words.tidyKeep ?? "", keep) : null;
      item.replaceChildren(nameOf(element), ...(more === null ? [] : [more]));
      more?.focus();
      auto.count?.();
    };
    item.append(button((words.tidyShowPart ?? "").replace("{what}", nameOf(element) || element.localName), show));
    return item;
  };

  /** @param {LedeTidied} tidied @param {ShadowRoot} root */
  const build = (tidied, root) => {
    const { words } = tidied;
    const status = make("p", { role: "status" });
    const say = (/** @type {string} */ text) => void (status.textContent = text);
    const list = make("ul", { "aria-label": words.tidyParts ?? "" });
    const all = button(words.tidyShowAll ?? "", () => toggle(), { "aria-keyshortcuts": "Alt+Shift+K" });
    const comments = button(words.tidyComments ?? "", () => showComments());
    const closed = make("p", { class: "closed" }, words.tidyClosed ?? "");
    const panel = make("section", { id: "panel", "aria-label": words.tidyName ?? "", hidden: "" }, closed, make("div", { class: "acts" }, all, comments), status, list);
    const pill = button("", () => open(panel.hidden !== false), { class: "pill", "aria-expanded": "false", "aria-controls": "panel" });
    closed.hidden = !tidied.isClosed;

    const open = (/** @type {boolean} */ is) => {
      panel.hidden = !is;
      pill.setAttribute("aria-expanded", String(is));
      say("");
      if (is) list.replaceChildren(...hidden().slice(0, MOST_LISTED).map((element) => row(tidied, element, say)));
    };
    const count = () => {
      const isBare = auto.isBare();
      pill.textContent = isBare ? (words.tidyHideAgain ?? "") : (words.tidyHidden ?? "").replace("{n}", String(hidden().length));
      all.textContent = (isBare ? words.tidyHideAgain : words.tidyShowAll) ?? "";
      list.hidden = isBare;
      comments.hidden = isBare || auto.all("comments").length === 0;
    };
    const toggle = () => {
      auto.bare(!auto.isBare());
      count();
      void lede.ask("autoBadge", auto.isBare() ? "off" : "tidy");
    };
    const showComments = () => {
      const [first] = auto.all("comments");
      for (const element of auto.all("comments")) auto.take(element, "comments");
      first?.scrollIntoView({ block: "start", behavior: "instant" });
      count();
    };
    root.append(panel, pill);
    return { open, count, toggle, panel, pill };
  };

  /** @param {LedeTidied} tidied */
  auto.mark = (tidied) => {
    const { signal } = tidied.watch;
    const root = auto.mount();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tidied.css);
    root.adoptedStyleSheets = [sheet];
    const { open, count, toggle, panel, pill } = build(tidied, root);
    panel.dir = pill.dir = tidied.words.direction ?? "ltr";
    root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape" || panel.hidden) return;
      open(false);
      pill.focus();
    });
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (!event.isTrusted || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.code !== "KeyK") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      toggle();
    };
    addEventListener("keydown", key, { capture: true, signal });
    auto.count = count;
    count();
  };
})();
