// Leads to the page that asks whether the site is to be cleaned without a press: from here the browser can't be asked.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("auto")) return;

  lede.tools.set("auto", (reader) => {
    if (!/^https?:$/.test(location.protocol)) return;
    lede.entry(reader, { name: "auto", word: reader.words.toolAuto ?? "", press: () => void lede.ask("autoAsk") });
  });
})();
