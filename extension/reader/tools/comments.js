// What readers say of an article, on request: below it, under a heading of its own, and never part of it.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("comments")) return;

  const { make } = lede;
  /** Answers to answers of answers stand no further in. */
  const DEEPEST = 4;

  /** @param {{ author?: string | null, published?: string | null, depth?: number, content?: any }} comment @param {string | null} lang */
  const told = ({ author, published, depth = 0, content = [] }, lang) => {
    const head = [...(author ? [make("b", {}, author)] : []), ...(published ? [lede.when(published, lang)] : [])];
    const who = make("p", { class: "who" }, ...head);
    const said = Array.isArray(content) ? lede.blocks(content) : [make("p", {}, String(content))];
    const level = Math.min(Math.max(Math.trunc(depth), 0), DEEPEST);
    const comment = make("div", { class: "comment", role: "article", "aria-label": author ?? undefined }, who, ...said);
    comment.style.setProperty("--depth", String(level));
    return comment;
  };

  lede.tools.set("comments", (reader, { reading }) => {
    if (!reading.hasComments) return;
    const { words, column, story } = reader;
    /** @type {HTMLElement | null} */ let list = null;
    const press = async () => {
      if (list === null) {
        const found = await lede.reread(reader, { comments: true });
        if (found === undefined) return;
        const { lang, dir } = story;
        const heading = make("h2", {}, words.toolCommentsHead ?? "");
        list = make("div", {}, heading, make("div", { lang, dir }, ...(found.comments ?? []).map((/** @type {any} */ it) => told(it, lang || null))));
        section.append(list);
      } else list.hidden = !list.hidden;
      button.setAttribute("aria-expanded", String(!list.hidden));
      button.textContent = (list.hidden ? words.toolComments : words.toolHideComments) ?? "";
    };
    const button = lede.button(reader, words.toolComments, press, { "aria-expanded": "false" });
    const section = make("section", { class: "comments", "aria-label": words.toolCommentsHead }, button);
    column.append(section);
  });
})();
