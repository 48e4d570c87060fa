// Footnotes where they are called: a press on a mark opens its note beneath the line, and the place in the text is kept.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("footnotes")) return;

  const { make } = lede;
  /** A number, a letter or a sign, with or without brackets. */
  const MARK = /^\s*[[(]?[^[\]()]{1,4}[\])]?\s*$/u;
  const NOTES = "li, dt, dd, p, td";

  /** The note that a mark leads to: what stands there, further down. @param {HTMLElement} story @param {Element} link */
  const noteOf = (story, link) => {
    if (!MARK.test(link.textContent ?? "")) return null;
    const place = story.querySelector(`#${CSS.escape(link.getAttribute("href")?.slice(1) ?? "")}`)?.closest(NOTES);
    const note = place?.localName === "dt" ? place.nextElementSibling : place;
    return note && link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING ? note : null;
  };

  /** A note's content, without the way back from it and what else is for its own place. @param {Element} note */
  const copyOf = (note) => {
    const copy = /** @type {Element} */ (note.cloneNode(true));
    for (const it of copy.querySelectorAll("[id], [data-press], button, a")) {
      for (const name of ["id", "data-press"]) it.removeAttribute(name);
      const isBack = it.getAttribute("href")?.startsWith("#") && MARK.test(it.textContent ?? "");
      if (isBack || it.localName === "button") it.remove();
    }
    return [...copy.childNodes];
  };

  lede.tools.set("footnotes", (reader) => {
    const { story, column, words, presses, escapes, root } = reader;
    const go = make("a", { "data-press": "go" }, words.toolNoteGo ?? "");
    const text = make("div");
    const box = make("aside", { class: "footnote", role: "dialog", tabindex: "-1", "aria-label": words.toolNote }, text, go);
    /** The mark whose note is open. @type {HTMLElement | null} */ let mark = null;
    const close = () => {
      if (mark === null) return false;
      const hadFocus = box.contains(root.activeElement);
      box.remove();
      mark.setAttribute("aria-expanded", "false");
      if (hadFocus) mark.focus({ preventScroll: true });
      mark = null;
      return true;
    };
    /** @param {HTMLElement} link @param {Element} note */
    const open = (link, note) => {
      mark = link;
      [text.lang, text.dir] = [story.lang, story.dir];
      text.replaceChildren(...copyOf(note));
      go.setAttribute("href", link.getAttribute("href") ?? "");
      const { bottom } = link.getBoundingClientRect();
      const zoom = /** @type {any} */ (column).currentCSSZoom ?? 1;
      box.style.setProperty("--beneath", `${(bottom - column.getBoundingClientRect().top) / zoom}px`);
      column.append(box);
      box.scrollIntoView({ block: "nearest" });
      link.setAttribute("aria-expanded", "true");
      box.focus({ preventScroll: true });
    };
    presses.set(go, (event) => {
      event.preventDefault();
      close();
      reader.go(go.getAttribute("href")?.slice(1) ?? "");
    });
    const prepare = () => {
      close();
      for (const link of /** @type {NodeListOf<HTMLElement>} */ (story.querySelectorAll('a[href^="#lede-"]:not([data-press])'))) {
        const note = noteOf(story, link);
        if (note === null) continue;
        const states = { "data-press": "note", role: "doc-noteref", "aria-haspopup": "dialog", "aria-expanded": "false" };
        for (const [name, value] of Object.entries(states)) link.setAttribute(name, value);
        presses.set(link, (event) => {
          event.preventDefault();
          const wasOpen = mark === link;
          close();
          if (!wasOpen) open(link, note);
        });
      }
    };
    prepare();
    reader.stories.push(prepare);
    escapes.push(close);
    const beside = (/** @type {Element | null} */ target) => {
      if (target !== null && !box.contains(target) && !mark?.contains(target)) close();
    };
    reader.on("click", (_, target) => beside(target));
    // Where the focus only moves within the reader, its shadow tree alone is told.
    root.addEventListener("focusin", ({ target }) => beside(/** @type {Element} */ (target)));
  });
})();
