// Highlights and notes. All but what begins them comes when it is needed: with kept ones, a selection, the panel.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("marks")) return;

  const LOOK_MS = 200;

  lede.tools.set("marks", (reader, given) => {
    const { words, hands, keys, farewells } = reader;
    /** @type {Promise<LedeMarksTools> | undefined} */ let coming;
    const tools = () => (coming ??= lede.ask("marksTools").then((more) => lede.marksTools(reader, { ...given, ...more }, panel)));
    const fill = async (/** @type {HTMLElement} */ element) => (await tools()).fill(element);
    const panel = lede.panel(reader, { name: "marks", word: words.toolMarks ?? "", icon: "marks", key: "m", fill });
    lede.marksOf = async () => (await tools()).annotations();

    let [timer, isDown, isOpen] = [0, false, false];
    const look = async () => {
      const range = lede.selectedRange(reader);
      if (isDown || (range === null && !isOpen)) return;
      isOpen = range !== null;
      (await tools()).look(range);
    };
    for (const kind of ["pointerdown", "pointerup", "pointercancel", "selectionchange"]) {
      const hand = ({ type = "" }) => {
        if (type !== "selectionchange") isDown = type === "pointerdown";
        clearTimeout(timer);
        timer = window.setTimeout(look, LOOK_MS);
      };
      hands.set(kind, [...(hands.get(kind) ?? []), hand]);
    }
    keys.set("h", async () => (await tools()).key());
    (reader.shortcuts ??= []).push({ key: "h", word: words.toolMark ?? "" });
    farewells.push(() => clearTimeout(timer));
    if (given.marks?.length || lede.marks !== undefined) tools();
  });
})();
