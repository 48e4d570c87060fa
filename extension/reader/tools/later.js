// Tools that most readings do without: here are their buttons and keys, and the rest comes when one is first used, or
// where the article has several pages.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("listen")) return;

  const STEPS = [0, 1, 3, 5];

  lede.tools.set("listen", (reader, given) => {
    const come = lede.later(reader, "listen", () => lede.listen(reader, given, panel));
    const fill = async (/** @type {HTMLElement} */ element) => void (await come())?.fill(element);
    const panel = lede.panel(reader, { name: "listen", word: reader.words.toolListen, key: "l", fill });
    // For keys of the browser's own, too: background/commands.js.
    lede.hear = async (/** @type {"toggle" | "back" | "on"} */ how) => (await come())?.[how]();
    lede.shortcut(reader, { key: "k", word: reader.words.toolPlay, press: () => lede.hear?.("toggle") });
    reader.farewells.push(() => delete lede.hear);
  });

  lede.tools.set("save", (reader, given) => {
    const come = lede.later(reader, "save", () => lede.saveTools(reader, given));
    const fill = async (/** @type {HTMLElement} */ element) => void (await come())?.fill(element);
    lede.panel(reader, { name: "save", word: reader.words.toolSave, key: "s", fill });
    // For whatever saves this tab: the article as it stands here, and highlights where they may be others than those kept.
    lede.saving = async () => ({ article: reader.article, kept: given.reading.kept, annotations: lede.marks === undefined ? undefined : await lede.marksOf(reader) });
    reader.farewells.push(() => delete lede.saving);
  });

  lede.tools.set("pages", (reader, { pagination }) => {
    if (pagination) void lede.later(reader, "pages", () => lede.pages(reader, pagination))();
  });

  lede.tools.set("line", (reader) => {
    const { words, settings, changes } = reader;
    const come = lede.later(reader, "line", () => lede.line(reader));
    let hasCome = false;
    const state = lede.make("span", { class: "state" });
    const apply = () => {
      const lines = settings.lineFocus;
      state.textContent = lines > 0 ? new Intl.NumberFormat(words.locale).format(lines) : (words.toolOff ?? "");
      if (!(hasCome ||= lines > 0)) return;
      void come().then((follow) => follow?.());
    };
    const cycle = () => {
      lede.change(reader, { lineFocus: STEPS.find((lines) => lines > settings.lineFocus) ?? 0 });
      lede.say(reader, `${words.toolLineFocus}: ${state.textContent}`);
    };
    const entry = lede.entry(reader, { word: words.toolLineFocus ?? "", key: "f", press: cycle, stays: true });
    entry.firstElementChild?.after(state);
    changes.push(apply);
    apply();
  });
})();
