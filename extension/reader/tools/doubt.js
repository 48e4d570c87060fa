// Where Lede is not sure it says so, and offers what there is: its other reading, and correction by hand. Here is also
// how any tool has the page read once more while the reader stays on.

(() => {
  const lede = globalThis.lede;
  if (lede.reread !== undefined) return;

  const { make } = lede;

  /** @typedef {{ wish: LedeWish, reading: LedeReading, turn: number, picker: () => Promise<true | undefined> }} State */
  /** How a reader's page was asked for, and is now. @type {WeakMap<LedeReader, State>} */
  const states = new WeakMap();
  /** Elements of which it was asked whether they are to be remembered. @type {WeakSet<Element>} */
  const offered = new WeakSet();

  const stateOf = (/** @type {LedeReader} */ reader) => /** @type {State} */ (states.get(reader));

  lede.wishOf = (reader) => stateOf(reader).wish;

  /** Undefined where nothing came of it, or another wish came first. With `comments` the story stays as it is. */
  lede.reread = async (reader, { comments = false, ...changes } = {}) => {
    const state = stateOf(reader);
    const wish = { ...state.wish, ...changes };
    const turn = (state.turn += comments ? 0 : 1);
    const snapshot = lede.again();
    const places = new Map(lede.elements.map((element, at) => [element, at]));
    const numbers = (/** @type {Element[]} */ list) => list.map((element) => places.get(element)).filter((at) => at !== undefined);
    const value = { snapshot, ...state.reading.asked, ...wish, comments, keep: numbers(wish.keep), drop: numbers(wish.drop) };
    const found = await lede.ask("reread", value);
    if (!reader.dialog.isConnected || turn !== state.turn) return undefined;
    if (found === undefined) offer(reader, reader.words.toolRereadFailed ?? "");
    else if (!comments) {
      state.wish = wish;
      state.reading.kept = found.kept;
      reader.show(found.article);
    }
    return found;
  };

  /** @type {WeakMap<LedeReader, () => boolean>} */
  const closeOffer = new WeakMap();

  /** A line at the foot of the reader, with buttons that answer it. @param {LedeReader} reader @param {string} text @param {[string, () => void][]} answers */
  const offer = (reader, text, ...answers) => {
    const { dialog, scroller } = reader;
    closeOffer.get(reader)?.();
    const box = make("div", { class: "offer", role: "group", "aria-label": text }, make("p", {}, text));
    const close = () => {
      const wasOpen = box.isConnected;
      const hadFocus = box.contains(reader.root.activeElement);
      box.remove();
      if (wasOpen) reader.escapes.splice(reader.escapes.indexOf(close), 1);
      if (hadFocus) scroller.focus({ preventScroll: true });
      return wasOpen;
    };
    for (const [word, act] of [...answers, /** @type {[string, () => void]} */ ([reader.words.toolDismiss ?? "", () => {}])]) {
      const button = lede.button(reader, word, () => {
        close();
        reader.presses.delete(button);
        act();
      });
      box.append(button);
    }
    closeOffer.set(reader, close);
    dialog.append(box);
    reader.escapes.push(close);
    if (answers.length > 0) box.querySelector("button")?.focus();
    lede.say(reader, text);
  };
  lede.offer = offer;

  lede.offerRules = (reader) => {
    const { wish, reading } = stateOf(reader);
    const { words } = reader;
    const rules = /** @type {const} */ (["keep", "drop"]).flatMap((act) =>
      wish[act].filter((element) => !offered.has(element)).map((element) => ({ act, selector: lede.picker.selector(element) })),
    );
    for (const element of [...wish.keep, ...wish.drop]) offered.add(element);
    const named = rules.filter(({ selector }) => selector !== null);
    if (!reading.mayKeep || named.length === 0) return;
    const keep = async () => void ((await lede.ask("rules", named)) === true && offer(reader, words.toolRemembered ?? ""));
    offer(reader, words.toolRemember ?? "", [words.toolRememberYes ?? "", keep]);
  };

  lede.bringPicker = (reader) => stateOf(reader).picker();

  lede.tools.set("doubt", (reader, { reading }) => {
    const picker = lede.later(reader, "picker", () => /** @type {const} */ (true));
    states.set(reader, { wish: { candidate: 0, leftOut: false, keep: [], drop: [] }, reading, turn: 0, picker });
    const { words, column } = reader;
    const correct = async () => void ((await lede.bringPicker(reader)) && lede.pick(reader));
    // A selection is what was wanted; behind a link there is nothing to see.
    const isPage = reading.asked.scope === undefined && reading.asked.layout !== false;
    if (isPage) lede.entry(reader, { name: "correct", word: words.toolCorrect ?? "", key: "x", press: correct });
    const note = column.querySelector(".note");
    if (note === null || reading.asked.scope !== undefined) return;
    const choices = make("span", { class: "choices" });
    if (reading.candidates === 2) {
      const other = lede.button(reader, words.toolOther, async () => {
        const candidate = lede.wishOf(reader).candidate === 0 ? 1 : 0;
        if ((await lede.reread(reader, { candidate })) !== undefined) other.textContent = (candidate === 0 ? words.toolOther : words.toolFirst) ?? "";
      });
      choices.append(other);
    }
    if (isPage) choices.append(lede.button(reader, words.toolCorrect, correct));
    note.append(choices);
  });
})();
