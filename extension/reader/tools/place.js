// Where in the article one stands, measured in few looks; and kept, so that one comes back to the same line: on the next
// visit, and when another size or width has moved all lines.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("place")) return;

  /** What is parted into its children; all else is a block. */
  const HOLDERS = new Set("article ul ol dl blockquote details".split(" "));
  /** Less than this share of an article is hardly begun, more is as good as read. */
  const [BEGUN, READ] = [0.05, 0.97];
  const SAVE_MS = 2000;
  const WORDS = 60;
  /** How much an article may have grown and still be told as the same, where its words are no help. */
  const GROWN = 0.2;

  /** @param {Element} element @returns {Element[]} */
  const blocksOf = (element) => (HOLDERS.has(element.localName) ? [...element.children].flatMap(blocksOf) : [element]);

  /** Blocks, and how much text there is up to the end of each: that needs no layout. @type {WeakMap<LedeReader, { blocks: Element[], ends: number[], length: number }>} */
  const texts = new WeakMap();

  /** @param {LedeReader} reader */
  const textOf = (reader) => {
    const known = texts.get(reader);
    if (known?.blocks[0]?.isConnected && known.blocks.at(-1)?.isConnected) return known;
    const blocks = blocksOf(reader.story);
    let length = 0;
    const ends = blocks.map((block) => (length += (block.textContent?.length ?? 0) + 1));
    texts.set(reader, { blocks, ends, length });
    return { blocks, ends, length };
  };

  /** The way that reading takes: down, or from right to left where lines are columns. @param {LedeReader} reader */
  const way = ({ scroller, story, column }) => {
    const isVertical = getComputedStyle(story).writingMode.startsWith("vertical");
    const view = scroller.getBoundingClientRect();
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
    const extent = isVertical ? scrollWidth - clientWidth : scrollHeight - clientHeight;
    return {
      length: isVertical ? view.width : view.height,
      /** How long lines are. */
      across: isVertical ? column.clientHeight : column.clientWidth,
      done: extent > 1 ? Math.min(1, Math.abs(isVertical ? scrollLeft : scrollTop) / extent) : 1,
      /** Where an element begins, from the beginning of the view, and how far it reaches. @param {Element | undefined} element */
      span(element) {
        const { top = 0, right = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
        return isVertical ? { start: view.right - right, size: width } : { start: top - view.top, size: height };
      },
      /** @param {number} by */
      move(by) {
        const to = (isVertical ? -by : by) / (/** @type {any} */ (scroller).currentCSSZoom ?? 1);
        scroller.scrollBy({ [isVertical ? "left" : "top"]: to, behavior: "instant" });
      },
    };
  };

  /** The last of elements in order that begins before a line of the view, in few looks. @param {ReturnType<typeof way>} along @param {Element[]} elements @param {number} line */
  const lastBefore = ({ span }, elements, line) => {
    let [from, to] = [0, elements.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (span(elements[middle]).start <= line) from = middle + 1;
      else to = middle;
    }
    return from - 1;
  };

  /** @param {LedeReader} reader @returns {LedeStanding} */
  lede.standing = (reader) => {
    const { blocks, ends, length } = textOf(reader);
    const along = way(reader);
    const find = (/** @type {number} */ line) => {
      // A block that was brought to the line may begin a part of a pixel below it.
      const index = Math.max(0, lastBefore(along, blocks, line + 1));
      const { start, size } = along.span(blocks[index]);
      return { index, part: size > 0 ? Math.max(0, (line - start) / size) : 0 };
    };
    // The line that is being read wanders from the top of the view to its foot, so that the end is reached.
    const { index, part } = find(along.length * along.done);
    const before = ends[index - 1] ?? 0;
    return { ...find(0), share: (before + Math.min(1, part) * ((ends[index] ?? 0) - before)) / length };
  };

  lede.lastAbove = (reader, elements, share) => {
    const along = way(reader);
    return lastBefore(along, elements, along.length * share);
  };

  /** Brings a part of a block to the top of the view. @param {LedeReader} reader @param {{ index: number, part: number }} at */
  const stand = (reader, { index, part }) => {
    const along = way(reader);
    const { start, size } = along.span(textOf(reader).blocks[index]);
    along.move(start + part * size);
  };

  /** @param {Element | undefined} block */
  const wordsOf = (block) => (block?.textContent ?? "").slice(0, 3 * WORDS).replace(/\s+/g, " ").trim().slice(0, WORDS);

  /** The block that was on top, in an article that may have changed since. @param {LedeReader} reader @param {LedePlace} place */
  const again = (reader, { index, part, words, share, length }) => {
    const text = textOf(reader);
    const same = text.blocks.flatMap((block, number) => (wordsOf(block) === words ? [number] : []));
    const [nearest] = same.sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
    if (nearest !== undefined) return { index: nearest, part };
    if (Math.abs(text.length - length) > GROWN * length) return null;
    return { index: text.ends.findIndex((end) => end > share * text.length), part: 0 };
  };

  /** The place in the article that its address names. @param {LedeReader} reader */
  const named = ({ article, story }) => {
    try {
      const name = decodeURIComponent(/#(.+)/s.exec(article.url ?? location.href)?.[1] ?? "");
      return name && story.querySelector(`#lede-${CSS.escape(name)}`);
    } catch {
      return null; // Not every fragment is a name.
    }
  };

  /** @param {LedeReader} reader @param {LedePlace | undefined} place */
  const comeBack = (reader, place) => {
    const { scrollTop, scrollLeft } = reader.scroller;
    // Whoever has begun to read meanwhile is not torn away.
    if (scrollTop !== 0 || scrollLeft !== 0) return;
    const there = named(reader);
    const at = place === undefined ? null : again(reader, place);
    if (there) {
      reader.go(there.id);
      there.scrollIntoView({ behavior: "instant" });
    } else if (at !== null) stand(reader, at);
  };

  lede.tools.set("place", (reader, { address, place }) => {
    comeBack(reader, place);
    let last = lede.standing(reader);
    let isKept = place !== undefined;
    let timer = 0;
    const save = () => {
      if (timer === 0) return;
      clearTimeout(timer);
      timer = 0;
      const wasKept = isKept;
      isKept = last.share >= BEGUN && last.share <= READ;
      const { blocks, length } = textOf(reader);
      const kept = isKept ? { ...last, length, words: wordsOf(blocks[last.index]) } : null;
      if (isKept || wasKept) lede.ask("place", { address, place: kept });
    };
    // The height changes with pictures that come, which browsers level out themselves.
    let { across } = way(reader);
    const moved = () => {
      // Other lines have moved the view: it will be put back.
      if (way(reader).across !== across) return;
      last = lede.standing(reader);
      timer ||= window.setTimeout(save, SAVE_MS);
    };
    reader.scroller.addEventListener("scroll", moved, { passive: true });
    const hold = () => {
      ({ across } = way(reader));
      if (last.share > 0) stand(reader, last);
    };
    const observer = new ResizeObserver(() => way(reader).across !== across && hold());
    observer.observe(reader.column);
    // Another text, or more of it: the line is told again by its words.
    const find = () => {
      const { blocks, length } = texts.get(reader) ?? textOf(reader);
      texts.delete(reader);
      const at = last.share > 0 ? again(reader, { ...last, length, words: wordsOf(blocks[last.index]) }) : null;
      if (at !== null) stand(reader, at);
      last = lede.standing(reader);
    };
    reader.changes.push((values) => (values === undefined ? find() : hold()));
    const left = new AbortController();
    addEventListener("pagehide", save, { signal: left.signal });
    reader.farewells.push(save, () => left.abort(), () => observer.disconnect());
  });
})();
