// Pictures large: the article's figures, one at a time. Nothing is asked for but the same picture.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("lightbox")) return;

  const { make } = lede;
  const MOST_ZOOM = 8;
  const STEP = 1.5;
  /** How far an arrow key moves what is larger than the view. */
  const PAN = 80;
  /** A press that goes further is none. */
  const DRAGGED = 4;

  /** A picture that is made larger and moved. @param {HTMLElement} stage */
  const viewer = (stage) => {
    let [zoom, width, img] = [1, 0, make("img")];
    return {
      isZoomed: () => zoom > 1,
      /** @param {HTMLImageElement} picture */
      show({ src, alt }) {
        [zoom, img] = [1, make("img", { src, draggable: "false" })];
        img.alt = alt;
        stage.classList.remove("zoomed");
        stage.replaceChildren(img);
      },
      /** What is at a point stays there. @param {number} by @param {MouseEvent} [at] */
      scale(by, at) {
        const frame = stage.getBoundingClientRect();
        const [x, y] = at === undefined ? [frame.width / 2, frame.height / 2] : [at.clientX - frame.left, at.clientY - frame.top];
        if (zoom === 1) width = img.offsetWidth;
        const next = Math.min(MOST_ZOOM, Math.max(1, zoom * by));
        const grown = next / zoom;
        const { scrollLeft, scrollTop } = stage;
        zoom = next;
        stage.classList.toggle("zoomed", zoom > 1);
        img.style.width = zoom > 1 ? `${width * zoom}px` : "";
        stage.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
      },
    };
  };

  /**
   * What hands do while it shows. Two fingers are the browser's, and so is the wheel with Ctrl.
   *
   * @param {HTMLElement} stage @param {ReturnType<typeof viewer>} view @param {() => void} close
   * @returns {[string, (event: any, target: Element | null) => void][]}
   */
  const handsOn = (stage, view, close) => {
    let [x, y, way] = [0, 0, 0];
    /** @param {PointerEvent} event */
    const drag = ({ type, clientX, clientY, buttons }) => {
      if (type === "pointerdown") way = 0;
      else if (buttons === 1) {
        way += Math.abs(x - clientX) + Math.abs(y - clientY);
        stage.scrollBy(x - clientX, y - clientY);
      }
      [x, y] = [clientX, clientY];
    };
    return [
      ["pointerdown pointermove", drag],
      ["dblclick", (event, target) => target?.parentNode === stage && view.scale(view.isZoomed() ? 0 : STEP ** 2, event)],
      // A notch of a wheel is about fifty pixels or more, a touchpad's steps are few.
      ["wheel", (event, target) => stage.contains(target) && !event.ctrlKey && view.scale(1.2 ** -Math.max(-1, Math.min(1, event.deltaY / 50)), event)],
      ["click", (_, target) => target === stage && way < DRAGGED && close()],
    ];
  };

  /** @param {LedeReader} reader @param {(by: number) => void} turn @param {() => void} close */
  const build = (reader, turn, close) => {
    const { words } = reader;
    // Scrolled from the left, whatever the language.
    const stage = make("div", { class: "stage", dir: "ltr" });
    const view = viewer(stage);
    const isRtl = words.direction === "rtl";
    const [smaller, larger] = [() => view.scale(1 / STEP), () => view.scale(STEP)];
    /** @type {[string, string, string, () => void][]} */
    const controls = [
      ["back", "Previous", isRtl ? "→" : "←", () => turn(-1)],
      ["onward", "Next", isRtl ? "←" : "→", () => turn(1)],
      ["minus", "Smaller", "-", smaller],
      ["plus", "Larger", "+", larger],
      ["cross", "Close", "Esc", close],
    ];
    const buttons = controls.map(([icon, name, key, press]) => lede.iconButton(reader, { name: icon, word: words[`toolPicture${name}`], key, press }));
    const [count, caption] = [make("span", { class: "count" }), make("p", { class: "caption" })];
    const box = make("div", { class: "lightbox", role: "dialog", "aria-modal": "true" }, make("div", { class: "controls" }, count, ...buttons), stage, caption);
    /** @param {number} x @param {number} y */
    const arrow = (x, y) => () => {
      if (view.isZoomed()) stage.scrollBy(x * PAN, y * PAN);
      else if (x !== 0) turn(isRtl ? -x : x);
    };
    const keys = {
      ...{ ArrowLeft: arrow(-1, 0), ArrowRight: arrow(1, 0), ArrowUp: arrow(0, -1), ArrowDown: arrow(0, 1) },
      ...{ "+": larger, "=": larger, "-": smaller, 0: () => view.scale(0) },
    };
    return { box, view, caption, count, buttons, keys: Object.entries(keys), moves: handsOn(stage, view, close) };
  };

  /** @param {LedeReader} reader @returns {(picture: HTMLImageElement, back: HTMLElement) => void} opens it; the focus goes back */
  const lightbox = (reader) => {
    const { dialog, story, words, keys } = reader;
    const numbers = new Intl.NumberFormat(words.locale);
    /** @type {HTMLImageElement[]} */ let pictures = [];
    let at = 0;
    /** @type {(() => void)[]} */ let ends = [];
    /** What the focus goes back to, while it is open. @type {HTMLElement | null} */ let from = null;
    /** The reader's own keys meanwhile. @type {[string, (event: KeyboardEvent) => unknown][]} */ let resting = [];

    /** All that is beneath, and its keys. @param {boolean} isStill @param {[string, (event: KeyboardEvent) => unknown][]} active */
    const still = (isStill, active) => {
      for (const part of dialog.children) /** @type {HTMLElement} */ (part).inert = isStill && part !== box && !part.matches(".said");
      keys.clear();
      for (const [key, press] of active) keys.set(key, press);
      for (const end of ends.splice(0)) end();
      if (isStill) ends = moves.map(([kinds, act]) => reader.on(kinds, act));
    };
    const close = () => {
      if (from === null) return false;
      box.remove();
      still(false, resting);
      from.focus({ preventScroll: true });
      from = null;
      return true;
    };
    const show = () => {
      const picture = /** @type {HTMLImageElement} */ (pictures[at]);
      view.show(picture);
      caption.lang = story.lang;
      caption.dir = story.dir;
      caption.textContent = picture.closest("figure")?.querySelector("figcaption")?.textContent || picture.alt;
      count.textContent = (words.toolPicture ?? "").replace("{n}", numbers.format(at + 1)).replace("{m}", numbers.format(pictures.length));
      box.setAttribute("aria-label", count.textContent);
      lede.say(reader, `${count.textContent}: ${picture.alt || caption.textContent}`);
    };
    const turn = (/** @type {number} */ by) => {
      at = (at + by + pictures.length) % pictures.length;
      show();
    };
    const { box, view, caption, count, buttons, keys: own, moves } = build(reader, turn, close);
    reader.escapes.push(close);
    return (picture, back) => {
      pictures = [.../** @type {NodeListOf<HTMLImageElement>} */ (story.querySelectorAll("img[data-press]:not(.broken)"))];
      at = pictures.indexOf(picture);
      if (at < 0) return;
      [from, resting] = [back, [...keys]];
      for (const step of buttons.slice(0, 2)) step.hidden = pictures.length < 2;
      dialog.append(box);
      show();
      buttons.at(-1)?.focus();
      still(true, own);
    };
  };

  lede.tools.set("lightbox", (reader) => {
    const open = lightbox(reader);
    const word = reader.words.toolPictureEnlarge;
    const prepare = () => {
      for (const picture of /** @type {NodeListOf<HTMLImageElement>} */ (reader.story.querySelectorAll("figure img:not([data-press])"))) {
        // One with a link is a way to somewhere else, and stays one.
        if (picture.closest("a") !== null) continue;
        // The picture stays a picture, with its words and the browser's menu; a button beside it is for keys.
        const press = () => open(picture, button);
        const button = lede.iconButton(reader, { name: "enlarge", icon: "plus", word, press });
        picture.setAttribute("data-press", "enlarge");
        picture.after(button);
        reader.presses.set(picture, press);
      }
    };
    prepare();
    reader.stories.push(prepare);
  });
})();
