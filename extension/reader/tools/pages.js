// Articles that are split over several pages: on request the others are fetched one after another and put where they
// belong. A page that doesn't come leaves a line, and the rest stays.

(() => {
  const lede = globalThis.lede;
  if (lede.pages !== undefined) return;

  const { make } = lede;
  /** So many pages are joined at the most. */
  const MOST = 30;

  /**
   * The pages as far as they are known: addresses by number, those that were asked already, and what stands there.
   *
   * @typedef {{ reader: LedeReader, own: number, total: number, addresses: Map<number, string>, asked: Set<string>,
   *   placed: Map<number, { nodes: Element[], blocks: any[], minutes: number }> }} Book
   */

  const bare = (/** @type {string} */ url) => url.replace(/#.*/s, "");

  /** @param {Book} book @param {LedePagination} found @param {number} page where */
  const learn = (book, { pages, next, total }, page) => {
    book.total ||= total ?? 0;
    for (const { number, url } of [...pages, ...(next ? [{ number: page + 1, url: next }] : [])]) {
      if (!book.addresses.has(number) && !book.asked.has(bare(url))) book.addresses.set(number, url);
    }
  };

  /** The first that is missing. @param {Book} book */
  const missing = ({ addresses, placed }) =>
    [...addresses].sort(([a], [b]) => a - b).find(([page]) => !placed.has(page) && placed.size < MOST);

  /** @param {Book} book @param {string | undefined} text @param {number} page */
  const told = ({ reader, total, addresses, own }, text, page) => {
    const number = new Intl.NumberFormat(reader.words.locale).format;
    return (text ?? "").replace("{n}", number(page)).replace("{m}", number(Math.max(total, own, ...addresses.keys())));
  };

  /** @param {Book} book @param {number} page */
  const mark = (book, page) => {
    const text = told(book, book.reader.words.toolPage, page);
    return page === 1 ? [] : [make("p", { class: "page-break", role: "separator", "aria-label": text }, text)];
  };

  /** Nothing stands yet but the page that was read. @param {Book} book */
  const begin = (book) => {
    const { article, story } = book.reader;
    const nodes = [...story.children].slice(1);
    book.placed = new Map([[book.own, { nodes, blocks: article.body, minutes: article.readingMinutes ?? 0 }]]);
  };

  /** @param {Book} book @param {number} page @param {Element[]} nodes */
  const place = (book, page, nodes, /** @type {any[]} */ blocks = [], time = 0) => {
    const { reader, placed } = book;
    const follows = [...placed].filter(([other, { nodes }]) => other > page && nodes[0]?.isConnected).sort(([a], [b]) => a - b);
    for (const node of nodes) reader.story.insertBefore(node, follows[0]?.[1].nodes[0] ?? null);
    placed.set(page, { nodes, blocks, minutes: time });
    const parts = [...placed].sort(([a], [b]) => a - b).map(([, part]) => part);
    reader.article.body = parts.flatMap(({ blocks }, index) => (index > 0 && blocks.length > 0 ? ["break", ...blocks] : blocks));
    reader.article.readingMinutes = parts.reduce((sum, part) => sum + part.minutes, 0);
    const minutes = reader.story.querySelector(".minutes");
    if (minutes !== null) minutes.textContent = told(book, reader.words.minutes, reader.article.readingMinutes);
    for (const tell of [...reader.stories, ...reader.changes]) tell();
  };

  /** What tells a block again. @param {Element} node */
  const keyOf = (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim() || (node.querySelector("img")?.src ?? "");

  /** A page's own blocks: what stands already goes from its beginning and its end. @param {Book} book @param {any[]} body */
  const fresh = ({ reader }, body) => {
    const { story } = reader;
    const seen = new Set([...story.querySelectorAll("header > *"), ...story.children].map(keyOf));
    const pieces = body.map((block) => ({ block, nodes: /** @type {HTMLElement[]} */ (lede.blocks([block])) }));
    const isNew = pieces.map(({ nodes }) => nodes.some((node) => !seen.has(keyOf(node))));
    return pieces.filter((_, at) => isNew.indexOf(true) <= at && at <= isNew.lastIndexOf(true));
  };

  /** Each page counts its notes anew: names of places get the page's number. @param {HTMLElement[]} nodes @param {number} page */
  const rename = (nodes, page) => {
    for (const it of nodes.flatMap((node) => [node, ...node.querySelectorAll("[id], a")])) {
      it.id &&= it.id.replace("lede-", `lede-${page}-`);
      const href = it.getAttribute("href");
      if (href?.startsWith("#")) it.setAttribute("href", href.replace("#lede-", `#lede-${page}-`));
    }
  };

  /** @param {Book} book @param {number} page @param {string} address @param {AbortSignal} signal @param {() => void} run */
  const load = async (book, page, address, signal, run) => {
    const { words, scroller } = book.reader;
    const snapshot = await lede.peek(address, signal);
    const found = /** @type {LedeFurtherPage | undefined} */ (snapshot && (await lede.ask("page", { snapshot })));
    if (signal.aborted) return;
    if (snapshot === undefined || found === undefined) {
      const retry = lede.button(book.reader, words.toolRetry, () => {
        line.remove();
        scroller.focus({ preventScroll: true });
        book.placed.delete(page);
        run();
      });
      const line = make("p", { class: "page-break" }, told(book, words.toolPageFailed, page), retry);
      return place(book, page, [line]);
    }
    const url = bare(snapshot.url);
    const isTwice = url !== bare(address) && book.asked.has(url);
    book.asked.add(url).add(bare(address));
    learn(book, found.pagination ?? { next: null, pages: [], current: null, total: null }, page);
    const pieces = isTwice ? [] : fresh(book, found.body);
    const nodes = pieces.flatMap(({ nodes }) => nodes);
    rename(nodes, page);
    place(book, page, nodes.length > 0 ? [...mark(book, page), ...nodes] : [], pieces.map(({ block }) => block), found.minutes);
  };

  lede.pages = (reader, pagination) => {
    const { words, story, scroller, article } = reader;
    const own = pagination.current ?? 1;
    const asked = new Set([location.href, article.url ?? "", article.canonicalUrl ?? ""].map(bare));
    /** @type {Book} */ const book = { reader, own, total: 0, addresses: new Map(), asked, placed: new Map() };
    learn(book, pagination, own);
    begin(book);
    /** @type {AbortController | null} */ let going = null;
    const bars = ["top", "end"].map((side) => {
      const [state, button] = [make("span"), lede.button(reader, "", () => void (going === null ? run() : stop()))];
      return { state, button, bar: make("p", { class: `pages ${side}`, lang: words.locale, dir: words.direction }, state, button) };
    });
    const show = (text = "") => {
      const hadFocus = bars.some(({ button }) => button === reader.root.activeElement);
      const isDone = missing(book) === undefined;
      for (const { bar, state, button } of bars) {
        state.textContent = text;
        button.textContent = (going === null ? words.toolJoin : words.toolStop) ?? "";
        bar.hidden = isDone && going === null;
      }
      if (isDone && hadFocus) scroller.focus({ preventScroll: true });
      if (text !== "") lede.say(reader, text);
    };
    const stop = () => {
      going?.abort();
      going = null;
      show();
    };
    const run = async () => {
      if (going !== null) return;
      const { signal } = (going = new AbortController());
      if (own > 1 && story.querySelector(".page-break") === null) {
        const [first] = mark(book, own);
        const part = book.placed.get(own);
        if (first && part) story.insertBefore(first, part.nodes[0] ?? null), part.nodes.unshift(first);
      }
      for (let next; (next = missing(book)) !== undefined && !signal.aborted; ) {
        show(told(book, words.toolPageOf, next[0]));
        await load(book, ...next, signal, run);
      }
      if (signal.aborted) return;
      going = null;
      show();
      const failed = story.querySelector(".page-break:has(button)")?.firstChild;
      lede.say(reader, failed?.textContent ?? words.toolJoined ?? "");
    };
    story.before(bars[0].bar);
    story.after(bars[1].bar);
    show();
    // Another article in its place, or the same read anew, stands without the others again.
    reader.changes.push(() => {
      if ([...book.placed.values()].every(({ nodes }) => nodes[0]?.isConnected !== false)) return;
      stop();
      begin(book);
      show();
    });
    reader.farewells.push(stop);
  };
})();
