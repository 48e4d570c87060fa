// The panel of all that needs no button of its own: tools add entries to it.

(() => {
  const lede = globalThis.lede;
  if (lede.entry !== undefined) return;

  const { make } = lede;

  /** The entries of a reader: tools may add theirs before the panel is there. @type {WeakMap<LedeReader, HTMLElement>} */
  const lists = new WeakMap();

  /** @param {LedeReader} reader */
  const listOf = (reader) => {
    const list = lists.get(reader) ?? make("div", { class: "entries" });
    lists.set(reader, list);
    return list;
  };

  lede.entry = (reader, { name = "", word, key, press, stays = false }) => {
    const act = () => {
      if (!stays) reader.escapes.some((close) => entry.isConnected && close());
      press();
    };
    const entry = lede.button(reader, "", act, { class: `entry ${name}`.trim(), "aria-keyshortcuts": key });
    entry.append(make("span", {}, word ?? ""), ...(key === undefined ? [] : [make("kbd", { "aria-hidden": "true" }, key)]));
    lede.shortcut(reader, { key, word, press });
    listOf(reader).append(entry);
    return entry;
  };

  /** A box to check: what a setting says. */
  lede.check = (reader, name, word) => {
    const box = make("input", { type: "checkbox" });
    box.checked = reader.settings[name];
    box.addEventListener("input", () => lede.change(reader, { [name]: box.checked }));
    return make("label", { class: "check" }, box, word);
  };

  lede.tools.set("more", (reader) => {
    lede.panel(reader, { name: "more", word: reader.words.toolMore, fill: (panel) => panel.append(listOf(reader)) });
  });
})();
