// Highlights and notes. All but what begins them comes when it is needed: with kept ones, a selection, the panel.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("marks")) return;

  const LOOK_MS = 200;

  lede.tools.set("marks", (reader, given) => {
    const { words, farewells } = reader;
    const tools = lede.later(reader, "marks", () => lede.marksTools(reader, given, panel));
    const fill = async (/** @type {HTMLElement} */ element) => void (await tools())?.fill(element);
    const panel = lede.panel(reader, { name: "marks", word: words.toolMarks, key: "m", fill });
    const hasMarks = () => Boolean(given.marks?.length) || reader.story.querySelector("[data-ink]") !== null;
    lede.marksOf = async () => (hasMarks() && (await tools())?.annotations()) || [];

    let [timer, isDown, isOpen] = [0, false, false];
    const look = async () => {
      const range = lede.selectedRange(reader);
      if (isDown || (range === null && !isOpen)) return;
      isOpen = range !== null;
      (await tools())?.look(range);
    };
    reader.on("pointerdown pointerup pointercancel selectionchange", ({ type }) => {
      if (type !== "selectionchange") isDown = type === "pointerdown";
      clearTimeout(timer);
      timer = window.setTimeout(look, LOOK_MS);
    });
    lede.shortcut(reader, { key: "h", word: words.toolMark, press: async () => (await tools())?.key() });
    farewells.push(() => clearTimeout(timer));
    if (given.marks?.length || lede.marks !== undefined) tools();
  });
})();
