// The picker: a person says on the page itself what belongs to the article and what doesn't. The reader stands aside, a
// layer of ours covers the page (what hands do never reaches it), and our own boxes show what is chosen: nothing in the
// page is touched. It comes when it is asked for.

(() => {
  const lede = globalThis.lede;
  if (lede.pick !== undefined) return;

  const { make, picker } = lede;
  const HANDS = "pointermove mousedown auxclick click";
  const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

  /** @typedef {"keep" | "drop"} Act */
  /** @typedef {{ element: Element, act: Act, box: HTMLElement }} Choice */

  /** @param {HTMLElement} box @param {Element | null} element */
  const place = (box, element) => {
    box.hidden = element === null;
    if (element === null) return;
    const { x, y, width, height } = picker.box(element);
    Object.assign(box.style, { transform: `translate(${x}px, ${y}px)`, width: `${width}px`, height: `${height}px` });
  };

  /** @param {LedeReader} reader @param {boolean} isAside */
  const standAside = ({ dialog }, isAside) => {
    dialog.style.visibility = isAside ? "hidden" : "";
    lede.page.aside(isAside);
  };

  /** What is chosen, as boxes after the surface. @param {LedeReader} reader @param {HTMLElement} surface */
  const choices = (reader, surface) => {
    const { words } = reader;
    const { keep, drop } = lede.wishOf(reader);
    const choice = (/** @type {Element} */ element, /** @type {Act} */ act) => {
      const word = words[act === "keep" ? "toolPickKeep" : "toolPickDrop"];
      return { element, act, box: make("div", { class: `pick ${act}`, "data-word": word }) };
    };
    /** @type {Choice[]} */ let now = [];
    /** @type {Choice[][]} */ const before = [];
    const change = (/** @type {Choice[]} */ to) => {
      for (const { box } of now) box.remove();
      now = to;
      surface.after(...now.map(({ box }) => box));
    };
    change([...keep.map((element) => choice(element, "keep")), ...drop.map((element) => choice(element, "drop"))]);
    return {
      /** Once more on the same takes the choice back. @param {Element | null} element @param {Act} act */
      toggle(element, act) {
        if (element === null) return;
        const was = now.find((it) => it.element === element);
        before.push(now);
        change([...now.filter((it) => it !== was), ...(was?.act === act ? [] : [choice(element, act)])]);
      },
      undo: () => change(before.pop() ?? now),
      draw: () => now.forEach(({ box, element }) => place(box, element)),
      isChanged: () => before.length > 0,
      of: (/** @type {Act} */ act) => now.filter((it) => it.act === act).map(({ element }) => element),
    };
  };

  /** The element that is meant, by pointer or by keys. @param {(text: string) => void} tell */
  const pointer = (tell) => {
    const box = make("div", { class: "cursor" });
    /** @type {Element | null} */ let at = null;
    const go = (/** @type {Element | null} */ element) => {
      if (element !== at) tell(element === null ? "" : picker.tell(element));
      at = element;
    };
    return {
      ...{ box, go },
      at: () => at,
      draw: () => place(box, at),
      step(/** @type {string} */ key) {
        const [x, y] = [innerWidth / 2, innerHeight / 2];
        go(at === null ? (picker.at(x, y) ?? picker.at(x, y / 2)) : picker.step(at, key));
        const { top, bottom } = at === null ? new DOMRect() : picker.box(at);
        if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 4, behavior: "instant" });
      },
    };
  };

  /** The bar: what the next choice means, and what else there is; each with its key. @param {LedeReader} reader @param {() => void} undo @param {() => void} done */
  const toolbar = (reader, undo, done) => {
    const { words } = reader;
    /** @type {Act} */ let act = "drop";
    const line = make("p", { role: "status" }, words.toolPickHelp ?? "");
    const bar = make("div", { class: "pick-bar", role: "toolbar", "aria-label": words.toolCorrect }, line);
    const choose = (/** @type {Act} */ chosen) => {
      act = chosen;
      buttons.drop.setAttribute("aria-pressed", String(act === "drop"));
      buttons.keep.setAttribute("aria-pressed", String(act === "keep"));
    };
    /** @type {Map<string, () => void>} */ const keys = new Map();
    const button = (/** @type {string} */ name, /** @type {string} */ key, /** @type {() => void} */ press) => {
      const word = words[`toolPick${name}`] ?? "";
      const made = lede.button(reader, word, press, { "aria-keyshortcuts": key, title: `${word} (${key})` });
      keys.set(key, press);
      bar.append(made);
      return made;
    };
    const buttons = { drop: button("Drop", "x", () => choose("drop")), keep: button("Keep", "k", () => choose("keep")) };
    button("Undo", "u", undo);
    button("Move", "m", () => void bar.classList.toggle("up"));
    button("Done", "d", done);
    choose("drop");
    return { bar, keys, act: () => act, tell: (/** @type {string} */ text) => void (line.textContent = text || (words.toolPickHelp ?? "")) };
  };

  lede.pick = (reader) => {
    const { words, root, presses, keys, escapes, farewells } = reader;
    if (root.querySelector(".picker") !== null) return;
    const surface = make("div", { class: "surface", tabindex: "0", role: "application", "aria-label": words.toolPickHelp });
    const layer = make("dialog", { class: "picker", popover: "manual", lang: words.locale, dir: words.direction, "aria-label": words.toolCorrect }, surface);
    lede.dress(layer, reader.settings);
    const chosen = choices(reader, surface);
    const tools = toolbar(reader, chosen.undo, () => end(true));
    const cursor = pointer(tools.tell);
    layer.append(cursor.box, tools.bar);
    tools.bar.style.zoom = reader.dialog.style.zoom;
    const choose = () => chosen.toggle(cursor.at(), tools.act());
    const follow = (/** @type {PointerEvent} */ event, /** @type {Element | null} */ target) => {
      // Where a dialog of the page has made our layer inert, what is pressed is its own.
      if (target === null) event.preventDefault();
      else if (target !== surface) return;
      cursor.go(picker.at(event.clientX, event.clientY));
      if (event.type === "click") choose();
    };
    const enter = () => (presses.get(/** @type {Element} */ (root.activeElement)) ?? choose)(/** @type {any} */ (null));
    let frame = 0;
    /** Pages move by themselves too: each frame is drawn anew. */
    const draw = () => {
      cursor.draw();
      chosen.draw();
      // The page's fields are one key away, and what is typed there would stay.
      if (root.activeElement === null && document.hasFocus()) surface.focus({ preventScroll: true });
      frame = requestAnimationFrame(draw);
    };
    const close = () => {
      cancelAnimationFrame(frame);
      unfollow();
      for (const made of tools.bar.querySelectorAll("button")) presses.delete(made);
      reader.keys = keys;
      escapes.splice(escapes.indexOf(escape), 1);
      farewells.splice(farewells.indexOf(close), 1);
      layer.remove();
      letScroll();
    };
    const end = (/** @type {boolean} */ isDone) => {
      close();
      standAside(reader, false);
      if (isDone && chosen.isChanged()) void correct(reader, chosen.of("keep"), chosen.of("drop"));
    };
    const escape = () => (end(false), true);
    const unfollow = reader.on(HANDS, follow);
    const steps = ARROWS.map((key) => /** @type {[string, () => void]} */ ([key, () => cursor.step(key)]));
    reader.keys = new Map([...steps, ...tools.keys, ["Enter", enter]]);
    escapes.push(escape);
    farewells.push(close);
    standAside(reader, true);
    const letScroll = lede.holdScroll();
    root.append(layer);
    layer.showPopover();
    lede.page.straighten(layer);
    surface.focus({ preventScroll: true });
    draw();
  };

  /** @param {LedeReader} reader @param {Element[]} keep @param {Element[]} drop */
  const correct = async (reader, keep, drop) => {
    if ((await lede.reread(reader, { keep, drop })) !== undefined) lede.offerRules(reader);
  };
})();
