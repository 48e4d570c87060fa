// Footnotes where they are called: a press on a mark opens its note beneath the line, and the place in the text is kept.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("footnotes")) return;

  const { make } = lede;
  /** A number, a letter or a sign, with or without brackets. */
  const MARK = /^\s*[[(]?[^[\]()]{1,4}[\])]?\s*$/u;
  const NOTES = "li, dd, p, td, blockquote";

  /** The note that a mark leads to: what stands there, further down. @param {HTMLElement} story @param {Element} link @returns {Element | null} */
  const noteOf = (story, link) => {
    if (!MARK.test(link.textContent ?? "")) return null;
    const place = story.querySelector(`#${CSS.escape(link.getAttribute("href")?.slice(1) ?? "")}`);
    const term = place?.closest("dt");
    const note = term ? term.nextElementSibling : (place?.closest(NOTES) ?? null);
    const isBelow = note !== null && (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return isBelow ? note : null;
  };

  /** A note's content, without the names of places and the way back from it. @param {Element} note */
  const copyOf = (note) => {
    const copy = /** @type {Element} */ (note.cloneNode(true));
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const control of copy.querySelectorAll("button")) control.remove();
    for (const link of copy.querySelectorAll('a[href^="#"]')) if (MARK.test(link.textContent ?? "")) link.remove();
    for (const pressed of copy.querySelectorAll("[data-press]")) pressed.removeAttribute("data-press");
    return [...copy.childNodes];
  };

  /** Beneath the line, and within the column. @param {LedeReader} reader @param {HTMLElement} box @param {Element} link */
  const lay = ({ column, story, settings }, box, link) => {
    const [line, frame] = [link.getBoundingClientRect(), column.getBoundingClientRect()];
    const zoom = /** @type {any} */ (column).currentCSSZoom ?? 1;
    box.classList.toggle("beneath", settings.writing !== "vertical" || getComputedStyle(story).writingMode === "horizontal-tb");
    box.style.setProperty("--beneath", `${(line.bottom - frame.top) / zoom}px`);
    box.scrollIntoView({ block: "nearest" });
  };

  lede.tools.set("footnotes", (reader) => {
    const { story, column, words, presses, hands, escapes, root } = reader;
    const go = make("a", { "data-press": "go" }, words.toolNoteGo ?? "");
    const text = make("div");
    const box = make("aside", { class: "footnote", role: "dialog", tabindex: "-1", "aria-label": words.toolNote }, text, go);
    /** The mark whose note is open. @type {Element | null} */ let opened = null;
    const close = () => {
      if (opened === null) return false;
      const [mark, hadFocus] = [/** @type {HTMLElement} */ (opened), box.contains(root.activeElement)];
      opened = null;
      box.remove();
      mark.setAttribute("aria-expanded", "false");
      if (hadFocus) mark.focus({ preventScroll: true });
      return true;
    };
    /** @param {Element} link @param {Element} note */
    const open = (link, note) => {
      close();
      opened = link;
      text.replaceChildren(...copyOf(note));
      text.lang = story.lang;
      text.dir = story.dir;
      go.setAttribute("href", link.getAttribute("href") ?? "");
      column.append(box);
      lay(reader, box, link);
      link.setAttribute("aria-expanded", "true");
      box.focus({ preventScroll: true });
    };
    presses.set(go, (event) => {
      event.preventDefault();
      close();
      reader.go(go.getAttribute("href")?.slice(1) ?? "");
    });
    for (const link of story.querySelectorAll('a[href^="#lede-"]')) {
      const note = noteOf(story, link);
      if (note === null) continue;
      for (const [name, value] of [["data-press", "note"], ["role", "doc-noteref"], ["aria-haspopup", "dialog"], ["aria-expanded", "false"]]) link.setAttribute(name ?? "", value ?? "");
      presses.set(link, (event) => {
        event.preventDefault();
        if (opened === link) close();
        else open(link, note);
      });
    }
    escapes.push(close);
    const beside = (/** @type {Element | null} */ target) => {
      if (opened !== null && target !== null && !box.contains(target) && !opened.contains(target)) close();
    };
    hands.set("click", [...(hands.get("click") ?? []), (_, target) => beside(target)]);
    // Where the focus only moves within the reader, its shadow tree alone is told.
    root.addEventListener("focusin", ({ target }) => beside(/** @type {Element} */ (target)));
  });
})();
