// Pictures large: the article's figures, one at a time. Nothing is asked for but the same picture.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("lightbox")) return;

  const { make } = lede;
  /** What is narrower is an ornament. */
  const LEAST_WIDTH = 100;
  const MOST_ZOOM = 8;
  const STEP = 1.5;
  /** How far an arrow key moves what is larger than the view. */
  const PAN = 80;
  const DRAGGED = 4;

  /** A picture that is made larger and moved. @param {HTMLElement} stage */
  const viewer = (stage) => {
    let [zoom, width, img] = [1, 0, make("img")];
    return {
      isZoomed: () => zoom > 1,
      /** @param {HTMLImageElement} picture */
      show(picture) {
        [zoom, img] = [1, make("img", { src: picture.src, draggable: "false" })];
        img.alt = picture.alt;
        stage.classList.remove("zoomed");
        stage.replaceChildren(img);
      },
      /** What is at a point stays there. @param {number} by @param {MouseEvent} [at] */
      scale(by, at) {
        const { left, top, width: wide, height: high } = stage.getBoundingClientRect();
        const [x, y] = at === undefined ? [wide / 2, high / 2] : [at.clientX - left, at.clientY - top];
        if (zoom === 1) width = img.offsetWidth;
        const next = Math.min(MOST_ZOOM, Math.max(1, zoom * by));
        const [toX, toY] = [stage.scrollLeft + x, stage.scrollTop + y].map((it) => (it * next) / zoom);
        zoom = next;
        stage.classList.toggle("zoomed", zoom > 1);
        img.style.width = zoom > 1 ? `${width * zoom}px` : "";
        stage.scrollTo(Number(toX) - x, Number(toY) - y);
      },
    };
  };

  /**
   * What pointers do while it shows. Two fingers are the browser's, and so is the wheel with Ctrl.
   *
   * @param {HTMLElement} stage @param {ReturnType<typeof viewer>} view @param {() => void} close
   * @returns {[string, (event: any, target: Element | null) => void][]}
   */
  const handsOn = (stage, view, close) => {
    /** @type {PointerEvent | null} */ let last = null;
    let way = 0;
    const up = () => (last = null);
    /** @param {PointerEvent} event */
    const drag = (event) => {
      if (last === null) return;
      const [x, y] = [last.clientX - event.clientX, last.clientY - event.clientY];
      way += Math.abs(x) + Math.abs(y);
      stage.scrollBy(x, y);
      last = event;
    };
    return [
      ["pointerdown", (event, target) => void ([last, way] = [stage.contains(target) && event.button === 0 ? event : null, 0])],
      ["pointermove", drag],
      ["pointerup", up],
      ["pointercancel", up],
      ["dblclick", (event, target) => target?.parentNode === stage && view.scale(view.isZoomed() ? 0 : STEP ** 2, event)],
      ["wheel", (event, target) => stage.contains(target) && !event.ctrlKey && view.scale(1.2 ** -Math.sign(event.deltaY), event)],
      ["click", (_, target) => target === stage && way < DRAGGED && close()],
    ];
  };

  /** @param {LedeReader} reader @param {(by: number) => void} turn @param {() => void} close */
  const build = ({ words, presses }, turn, close) => {
    // Scrolled from the left, whatever the language.
    const stage = make("div", { class: "stage", dir: "ltr" });
    const view = viewer(stage);
    const caption = make("p", { class: "caption" });
    const count = make("span", { class: "count" });
    const ahead = words.direction === "rtl" ? -1 : 1;
    const [smaller, larger] = [() => view.scale(1 / STEP), () => view.scale(STEP)];
    /** @type {[string, string, string, () => void][]} */
    const buttons = [
      ["back", "Previous", ahead > 0 ? "←" : "→", () => turn(-1)],
      ["onward", "Next", ahead > 0 ? "→" : "←", () => turn(1)],
      ["minus", "Smaller", "-", smaller],
      ["plus", "Larger", "+", larger],
      ["cross", "Close", "Esc", close],
    ];
    const made = buttons.map(([icon, name, key, press]) => {
      const word = words[`toolPicture${name}`] ?? "";
      const button = make("button", { class: `tool ${icon}`, type: "button", "aria-label": word, title: `${word} (${key})` }, lede.icon(icon));
      presses.set(button, press);
      return button;
    });
    const box = make("div", { class: "lightbox", role: "dialog", "aria-modal": "true" }, make("div", { class: "controls" }, count, ...made), stage, caption);
    const arrow = (/** @type {number} */ x, /** @type {number} */ y) => () =>
      view.isZoomed() ? stage.scrollBy(x * PAN, y * PAN) : x !== 0 && turn(x * ahead);
    const keys = {
      ...{ ArrowLeft: arrow(-1, 0), ArrowRight: arrow(1, 0), ArrowUp: arrow(0, -1), ArrowDown: arrow(0, 1) },
      ...{ "+": larger, "=": larger, "-": smaller, 0: () => view.scale(0) },
    };
    return { box, view, caption, count, made, keys, moves: handsOn(stage, view, close) };
  };

  /** @param {LedeReader} reader @returns {(picture: HTMLImageElement, back: HTMLElement) => void} opens it; the focus goes back */
  const lightbox = (reader) => {
    const { dialog, story, words, keys, hands } = reader;
    const numbers = new Intl.NumberFormat(words.locale);
    /** @type {HTMLImageElement[]} */ let pictures = [];
    let at = 0;
    /** @type {HTMLElement | null} */ let from = null;
    /** The reader's own keys. @type {[string, () => void][]} */ let resting = [];
    const close = () => {
      if (from === null) return false;
      box.remove();
      still(false, resting);
      for (const [type, hand] of moves) hands.set(type, (hands.get(type) ?? []).filter((it) => it !== hand));
      from.focus({ preventScroll: true });
      from = null;
      return true;
    };
    const turn = (/** @type {number} */ by) => show((at + by + pictures.length) % pictures.length);
    const { box, view, caption, count, made, keys: own, moves } = build(reader, turn, close);

    /** @param {number} index */
    const show = (index) => {
      const picture = /** @type {HTMLImageElement} */ (pictures[(at = index)]);
      view.show(picture);
      caption.lang = story.lang;
      caption.dir = story.dir;
      caption.textContent = picture.closest("figure")?.querySelector("figcaption")?.textContent || picture.alt;
      const place = (words.toolPicture ?? "").replace("{n}", numbers.format(at + 1)).replace("{m}", numbers.format(pictures.length));
      count.textContent = place;
      box.setAttribute("aria-label", place);
      for (const step of made.slice(0, 2)) step.hidden = pictures.length < 2;
      lede.say(reader, `${place}: ${picture.alt || caption.textContent}`);
    };
    /** All that is beneath, and its keys. @param {boolean} isStill @param {[string, () => void][]} active */
    const still = (isStill, active) => {
      for (const part of dialog.children) /** @type {HTMLElement} */ (part).inert = isStill && part !== box && !part.matches(".said");
      keys.clear();
      for (const [key, press] of active) keys.set(key, press);
    };
    reader.escapes.push(close);
    return (picture, back) => {
      pictures = [.../** @type {NodeListOf<HTMLImageElement>} */ (story.querySelectorAll("img[data-press]:not(.broken)"))];
      if (!pictures.includes(picture)) return;
      [from, resting] = [back, [...keys]];
      dialog.append(box);
      show(pictures.indexOf(picture));
      made.at(-1)?.focus();
      still(true, Object.entries(own));
      for (const [type, hand] of moves) hands.set(type, [...(hands.get(type) ?? []), hand]);
    };
  };

  lede.tools.set("lightbox", (reader) => {
    const open = lightbox(reader);
    const word = reader.words.toolPictureEnlarge;
    for (const picture of /** @type {NodeListOf<HTMLImageElement>} */ (reader.story.querySelectorAll("figure img"))) {
      // One with a link is a way to somewhere else, and stays one.
      if (picture.closest("a") !== null || Number(picture.getAttribute("width") ?? LEAST_WIDTH) < LEAST_WIDTH) continue;
      // The picture stays a picture, with its words and the browser's menu; a button beside it is for keys.
      const button = make("button", { class: "tool enlarge", type: "button", "aria-label": word, title: word }, lede.icon("plus"));
      picture.setAttribute("data-press", "enlarge");
      picture.after(button);
      for (const element of [picture, button]) reader.presses.set(element, () => open(picture, button));
    }
  });
})();
