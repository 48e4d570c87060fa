// Tools that most readings do without: here are their buttons and keys, and the rest comes when one is first used, or
// where the article has several pages.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("listen")) return;

  const STEPS = [0, 1, 3, 5];

  lede.tools.set("listen", (reader, given) => {
    /** @type {Promise<LedeListening | undefined> | undefined} */ let coming;
    const come = () => (coming ??= lede.ask("bring", "listen").then(() => lede.listen?.(reader, given, panel)));
    const panel = lede.panel(reader, {
      ...{ name: "listen", word: reader.words.toolListen ?? "", icon: "listen", key: "l" },
      fill: (element) => void come().then((listening) => listening?.fill(element)),
    });
    reader.keys.set("k", () => void come().then((listening) => listening?.toggle()));
  });

  lede.tools.set("pages", async (reader, { pagination }) => {
    if (pagination === null) return;
    await lede.ask("bring", "pages");
    if (reader.dialog.isConnected) lede.pages?.(reader, pagination);
  });

  lede.tools.set("line", (reader) => {
    const { words, settings, changes } = reader;
    /** @type {Promise<(() => void) | undefined> | undefined} */ let coming;
    const state = lede.make("span", { class: "state" });
    const apply = () => {
      const lines = settings.lineFocus;
      state.textContent = lines > 0 ? new Intl.NumberFormat(words.locale).format(lines) : (words.toolOff ?? "");
      if (coming !== undefined) void coming.then((again) => again?.());
      else if (lines > 0) coming = lede.ask("bring", "line").then(() => lede.line?.(reader));
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
