// All highlights in a panel, and a way back for one that was removed.

(() => {
  const lede = globalThis.lede;
  if (lede.marksTools !== undefined) return;

  const { make, button } = lede;
  const [SHORT, UNDO_MS] = [160, 8000];

  /** Removes highlights, and for some seconds gives them back. @param {LedeReader} reader @param {LedeMarks} marks */
  const remover = (reader, marks) => {
    const { words, dialog, keys, farewells } = reader;
    let timer = 0;
    const toast = make("p", { class: "toast" });
    const settle = () => {
      clearTimeout(timer);
      toast.remove();
      keys.delete("u");
    };
    farewells.push(settle);
    return (/** @type {LedeMark} */ item) => {
      settle();
      marks.remove(item);
      const undo = () => {
        settle();
        marks.put(item);
      };
      keys.set("u", undo);
      toast.replaceChildren(words.toolMarkRemoved ?? "", button(reader, `${words.toolMarkUndo} (u)`, undo));
      dialog.append(toast);
      lede.say(reader, `${words.toolMarkRemoved} ${words.toolMarkUndo}: u`);
      timer = window.setTimeout(settle, UNDO_MS);
    };
  };

  lede.marksTools = (reader, given, panel) => {
    const { words, story, root } = reader;
    const marks = lede.marks(reader, given);
    const remove = remover(reader, marks);
    const box = lede.marksBox(reader, marks, remove);
    let link = "";
    const tell = () => marks.ask("tell", { title: reader.article.title ?? "", notes: marks.items.map(({ note }) => note) });

    const row = (/** @type {LedeMark} */ item) => {
      const { exact, text, ink } = item.note;
      const go = () => {
        panel.close();
        item.parts?.[0]?.scrollIntoView({ block: "center", behavior: "instant" });
        marks.pressed(item);
      };
      const quote = item.at ? button(reader, "", go) : make("p", {}, make("b", {}, words.toolMarkLost ?? ""), " ");
      quote.append(make("mark", { "data-ink": ink }, exact.length > SHORT ? `${exact.slice(0, SHORT)}…` : exact));
      const note = text === "" ? [] : [make("p", { dir: "auto" }, text)];
      return make("li", {}, quote, ...note, button(reader, words.toolMarkRemove, () => remove(item)));
    };
    const fill = async (/** @type {HTMLElement} */ element) => {
      const had = element.contains(root.activeElement);
      const place = ({ at = [Infinity, 0] }) => at[0];
      marks.items.sort((a, b) => place(a) - place(b) || 0);
      const list = make("ol", { lang: story.lang, dir: story.dir }, ...marks.items.map(row));
      const hints = [marks.isPrivate && words.toolMarkPrivate, marks.items.length === 0 && words.toolMarkNone];
      element.replaceChildren(...hints.flatMap((hint) => (hint ? [make("p", {}, hint)] : [])), list);
      if (had) element.focus();
      if (marks.items.length === 0) return;
      const { markdown, annotations } = await tell();
      if (!list.isConnected) return;
      URL.revokeObjectURL(link);
      link = URL.createObjectURL(new Blob([JSON.stringify(annotations, null, 2)], { type: "application/ld+json" }));
      const save = make("a", { href: link, download: "highlights.jsonld" }, words.toolMarkSave ?? "");
      element.append(button(reader, words.toolMarkMarkdown, () => lede.copy(reader, markdown)), save);
    };
    marks.changed = async () => {
      await null; // What was pressed must not be gone before the press is through.
      if (!panel.element.hidden) fill(panel.element);
    };
    reader.farewells.push(() => URL.revokeObjectURL(link));
    return { ...box, fill, annotations: async () => (await tell()).annotations };
  };
})();
