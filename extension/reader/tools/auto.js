// Leads to the page that asks whether the site is to be cleaned without a press: from here the browser can't be asked. On
// a page where that is so already, the button says that it is read, and afterwards that it may be.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("auto")) return;

  lede.tools.set("auto", (reader, { reading }) => {
    if (/^https?:$/.test(location.protocol) && reading.mayKeep) lede.entry(reader, { name: "auto", word: reader.words.toolAuto ?? "", press: () => void lede.ask("autoAsk") });
    const { auto } = lede;
    // Only where its scripts start by themselves.
    if (auto === undefined) return;
    void lede.ask("autoBadge", "reader");
    reader.farewells.push(() => void lede.ask("autoBadge", auto.state === "tidy" ? "tidy" : "reads"));
  });
})();
