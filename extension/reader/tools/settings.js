// How the text looks: the panel "Aa", the keys for the size, and the one way in which a setting changes.

(() => {
  const lede = globalThis.lede;
  if (lede.change !== undefined) return;

  const { make } = lede;
  /** Changes are kept no oftener than this. */
  const PAUSE_MS = 300;
  const THEMES = "system light sepia dark black contrast own".split(" ");
  const FONTS = "serif sans mono dyslexic".split(" ");
  const COLOURS = ["ownPaper", "ownInk", "ownLink"];
  const RANGES = ["size", "leading", "measure", "letters", "wordGap"];
  /** Below this text is hard to tell from what is behind it. */
  const LEAST_CONTRAST = 4.5;

  /**
   * @typedef {{ isOfSite: boolean, unkept: Record<string, any>, last: Promise<unknown>, timer?: ReturnType<typeof setTimeout> | undefined }} Keeping
   * @type {WeakMap<LedeReader, Keeping>}
   */
  const keepings = new WeakMap();

  /** @param {LedeReader} reader @returns {Keeping} */
  const keepingOf = (reader) => {
    const keeping = keepings.get(reader) ?? { isOfSite: false, unkept: {}, last: Promise.resolve() };
    keepings.set(reader, keeping);
    return keeping;
  };

  /** Changes settings: at once in the reader, and for next time. */
  lede.change = (reader, values) => {
    show(reader, values);
    const keeping = keepingOf(reader);
    Object.assign(keeping.unkept, values);
    if (keeping.timer === undefined) keep(keeping);
  };

  /** @param {LedeReader} reader @param {Record<string, any>} values */
  const show = (reader, values) => {
    Object.assign(reader.settings, values);
    lede.dress(reader.dialog, reader.settings);
    for (const told of reader.changes) told(values);
  };

  /** Keeps what is not kept yet. @param {Keeping} keeping */
  const keep = (keeping) => {
    clearTimeout(keeping.timer);
    keeping.timer = undefined;
    const { unkept: values, isOfSite } = keeping;
    if (Object.keys(values).length === 0) return keeping.last;
    keeping.unkept = {};
    keeping.timer = setTimeout(() => keep(keeping), PAUSE_MS);
    return (keeping.last = lede.ask("settings", { values, isOfSite }));
  };

  lede.tools.set("settings", (reader, given) => {
    const keeping = keepingOf(reader);
    keeping.isOfSite = given.isOfSite;
    reader.farewells.push(() => {
      keep(keeping);
      clearTimeout(keeping.timer);
    });
    sizeKeys(reader, given.table);
    /** @type {ReturnType<typeof build> | undefined} */ let made;
    const fill = (/** @type {HTMLElement} */ element) => {
      made ??= build(reader, given.table);
      element.append(...made.rows);
      made.sync();
    };
    const panel = lede.panel(reader, { name: "letters", word: reader.words.toolSettings, key: "a", fill });
    reader.changes.push(() => made?.sync());
    const { open } = panel;
    panel.open = () => {
      open();
      /** @type {HTMLElement | null} */ (panel.element.querySelector(":checked"))?.focus();
    };
  });

  /** @param {LedeReader} reader @param {Record<string, any>} table */
  const sizeKeys = (reader, { size: { standard, from, to, step } }) => {
    const set = (/** @type {number} */ size) => {
      lede.change(reader, { size: Math.min(Math.max(size, from), to) });
      lede.say(reader, `${word(reader, "size")}: ${told(reader, "size")}`);
    };
    const by = (/** @type {number} */ steps) => () => set(reader.settings.size + steps * step);
    for (const key of ["+", "="]) reader.keys.set(key, by(1));
    reader.keys.set("-", by(-1));
    reader.keys.set("0", () => set(standard));
  };

  /** @param {LedeReader} reader @param {string[]} parts */
  const word = ({ words }, ...parts) => words[`tool${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("")}`] ?? "";

  /** A number as one reads it. @param {LedeReader} reader @param {string} name */
  const told = ({ words, settings }, name) => {
    const [value, style] = name === "measure" ? [settings.measure] : name === "leading" ? [settings.leading / 100] : [settings[name] / 100, "percent"];
    return new Intl.NumberFormat(words.locale, style === undefined ? {} : { style: "percent" }).format(value);
  };

  /**
   * The panel's rows, and what makes them show the settings as they are.
   *
   * @param {LedeReader} reader @param {Record<string, any>} table
   */
  const build = (reader, table) => {
    /** @type {(() => void)[]} */ const follow = [];
    const { settings } = reader;
    const set = (/** @type {string} */ name, /** @type {any} */ value) => lede.change(reader, { [name]: value });

    /** @param {string} name @param {string[]} values */
    const radios = (name, values) => {
      const choices = values.map((value) => {
        const input = make("input", { type: "radio", name, value });
        input.addEventListener("input", () => set(name, value));
        follow.push(() => void (input.checked = settings[name] === value));
        return make("label", { class: "choice", [`data-${name}`]: value }, input, word(reader, name, value));
      });
      return make("fieldset", { class: name }, make("legend", {}, word(reader, name)), ...choices);
    };

    /** @param {string} name */
    const range = (name) => {
      const { from, to, step } = table[name];
      const input = make("input", { type: "range", min: from, max: to, step });
      const value = make("span", { class: "value", "aria-hidden": "true" });
      input.addEventListener("input", () => set(name, Number(input.value)));
      follow.push(() => {
        input.value = settings[name];
        value.textContent = told(reader, name);
        input.setAttribute("aria-valuetext", value.textContent);
      });
      return make("label", { class: "row range" }, word(reader, name), value, input);
    };

    /** @param {string} name @param {string} label @param {any} on @param {any} off */
    const check = (name, label, on = true, off = false) => {
      const input = make("input", { type: "checkbox" });
      input.addEventListener("input", () => set(name, input.checked ? on : off));
      follow.push(() => void (input.checked = settings[name] === on));
      return make("label", { class: "row check" }, input, label);
    };

    // Whatever is on or off has its place here, once it has a name.
    const named = (/** @type {string} */ name) => word(reader, "setting", name);
    const switches = Object.keys(table).filter((name) => typeof table[name].standard === "boolean" && named(name) !== "");
    const rows = [
      ...[radios("theme", THEMES), colours(reader, follow), radios("font", FONTS), ...RANGES.map(range)],
      check("align", word(reader, "align"), "justify", "start"),
      ...(reader.dialog.dataset.script === "cjk" ? [check("writing", word(reader, "writing"), "vertical", "horizontal")] : []),
      ...switches.map((name) => check(name, named(name))),
      ...scope(reader, follow),
    ];
    return { rows, sync: () => follow.forEach((run) => run()) };
  };

  /** @param {LedeReader} reader @param {(() => void)[]} follow */
  const colours = (reader, follow) => {
    const { settings } = reader;
    const hint = make("p", { role: "status" });
    const rows = COLOURS.map((name) => {
      const input = make("input", { type: "color" });
      input.addEventListener("input", () => lede.change(reader, { [name]: input.value }));
      follow.push(() => void (input.value = settings[name]));
      return make("label", { class: "row" }, word(reader, name), input);
    });
    const box = make("div", { role: "group", "aria-label": word(reader, "theme", "own") }, ...rows, hint);
    follow.push(() => {
      box.hidden = settings.theme !== "own";
      const isHard = ["ownInk", "ownLink"].some((name) => contrast(settings[name], settings.ownPaper) < LEAST_CONTRAST);
      hint.textContent = isHard && !box.hidden ? word(reader, "lowContrast") : "";
    });
    return box;
  };

  /** Where settings hold, and the way back to those of old. @param {LedeReader} reader @param {(() => void)[]} follow */
  const scope = (reader, follow) => {
    const keeping = keepingOf(reader);
    const box = make("input", { type: "checkbox" });
    const ask = async (/** @type {string} */ what) => {
      await keep(keeping);
      const answer = await lede.ask(what);
      keeping.isOfSite = answer?.isOfSite ?? keeping.isOfSite;
      show(reader, answer?.values ?? {});
    };
    box.addEventListener("input", () => ask(box.checked ? "ownSite" : "forgetSite"));
    const reset = lede.button(reader, "", () => void ask("resetSettings"));
    follow.push(() => {
      box.checked = keeping.isOfSite;
      reset.textContent = word(reader, keeping.isOfSite ? "resetSite" : "reset");
    });
    // What is read in private windows leaves no trace, so no site has its own.
    const isPrivate = (/** @type {any} */ (globalThis).browser ?? chrome).extension?.inIncognitoContext === true;
    return [...(isPrivate ? [] : [make("label", { class: "row check" }, box, word(reader, "onSite"))]), reset];
  };

  /** @param {string} one @param {string} other */
  const contrast = (one, other) => {
    const [dark = 0, light = 0] = [lede.luminance(one), lede.luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
})();
