// All keys of the reader on one sheet.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("shortcuts")) return;

  const { make } = lede;

  lede.tools.set("shortcuts", (reader) => {
    const { words } = reader;
    const row = (/** @type {{ key: string, word: string }} */ { key, word }) =>
      make("div", {}, make("dt", {}, ...key.split(" ").map((one) => make("kbd", {}, one))), make("dd", {}, word));
    const fill = (/** @type {HTMLElement} */ panel) => {
      const leave = { key: "Esc", word: (words.close ?? "").replace(/\s*\(.*\)/, "") };
      panel.append(make("h2", {}, words.toolKeys ?? ""), make("dl", { class: "keys" }, ...[...(reader.shortcuts ?? []), leave].map(row)));
    };
    lede.panel(reader, { name: "shortcuts", word: words.toolKeys ?? "", icon: "keys", key: "?", fill });
  });
})();
