// All keys of the reader on one sheet.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("shortcuts")) return;

  const { make } = lede;

  lede.tools.set("shortcuts", (reader) => {
    const { words } = reader;
    const fill = (/** @type {HTMLElement} */ panel) => {
      const leave = { key: "Esc", word: (words.close ?? "").replace(/\s*\(.*\)/, "") };
      const rows = [...(reader.shortcuts ?? []), leave].flatMap(({ key, word }) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, word)]);
      panel.append(make("dl", { class: "keys" }, ...rows));
    };
    lede.panel(reader, { name: "shortcuts", word: words.toolKeys, icon: "keys", key: "?", fill });
  });
})();
