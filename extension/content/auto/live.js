// Pages that go on changing while they are tidied: what comes beside the story, what comes into it, the next story below
// it. Only the children of the elements on the way to the story are watched, and what stands in the story; a change
// there has the page read again after a rest, each time after a longer one.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.live !== undefined) return;

  const { auto, property } = lede;
  const nodeType = property(Node.prototype, "nodeType");
  const localName = property(Element.prototype, "localName");
  const textOf = property(Node.prototype, "textContent");
  const parentElement = property(Node.prototype, "parentElement");
  const children = property(Element.prototype, "children");
  const { querySelectorAll } = Element.prototype;
  const containsNode = Node.prototype.contains;

  /** Between a change and reading the page again; doubled each time, so that a page which never rests costs nothing. */
  const [REST_MS, LONGEST_MS] = [150, 60_000];
  const DOUBLING = 2;
  /** So many paragraphs of so many letters are another story. */
  const [PARAGRAPHS, LETTERS] = [3, 800];
  const MOST_STORIES = 12;

  /** Of what comes into a story, this is never only a mark on it. */
  const FLOW = "aside, div, figure, iframe, ins, p, section";
  const NEVER = new Set("base br link meta noscript script style template title".split(" "));

  /** @param {Node} node @returns {node is Element} */
  const counts = (node) => nodeType(node) === Node.ELEMENT_NODE && !NEVER.has(localName(node)) && !auto.isOwn(node);

  /** What goes on within hidden parts is nobody's business. @param {Node} node */
  const isHidden = (node) => {
    for (let at = /** @type {Node | null} */ (node); at !== null; at = parentElement(at)) if (auto.has(/** @type {Element} */ (at), "hide")) return true;
    return false;
  };

  /** @param {Element} element */
  const isStory = (element) => {
    const long = [...querySelectorAll.call(element, "p")].filter((it) => textOf(it).trim().length > 60);
    return long.length >= PARAGRAPHS && textOf(element).length >= LETTERS;
  };

  /** A reading of a part alone: of all else only what it stands in. @param {Element} part */
  const takePart = (part) => {
    const leavesOut = (/** @type {Element} */ element) => !containsNode.call(part, element) && !containsNode.call(element, part) && !document.head.contains(element);
    return lede.take(document, { selection: { leavesOut, cut: (node, text) => (containsNode.call(part, node) || document.head.contains(node) ? text : "") } });
  };

  /** One reading after the other: each has numbers of its own for the elements. @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /**
   * Reads, has it judged, and does what follows from that, while the page is still tidied.
   *
   * @param {LedeTidied} tidied @param {() => LedeTaken} take @param {(found: { mayAct: boolean, plan: LedePlan }) => void} act
   */
  const judged = (tidied, take, act) => {
    const read = async () => {
      if (tidied.watch.signal.aborted) return;
      const taken = take();
      const found = await lede.ask("auto", { how: "again", taken });
      if (!tidied.watch.signal.aborted && found?.token === lede.token && found.plan !== null) act(found);
    };
    turn = turn.then(read).catch((error) => console.warn("Lede:", error));
  };

  /** Reads again what has changed, seldom. @param {LedeTidied} tidied @param {LedeLive} acts */
  const rereader = (tidied, acts) => {
    let [pause, timer] = [REST_MS, 0];
    const read = () => {
      timer = 0;
      pause = Math.min(pause * DOUBLING, LONGEST_MS);
      judged(tidied, () => lede.take(), ({ plan }) => acts.more(plan));
    };
    tidied.watch.signal.addEventListener("abort", () => clearTimeout(timer));
    return () => void (timer ||= window.setTimeout(read, pause));
  };

  /** @param {LedeTidied} tidied @param {LedeLive} acts */
  auto.live = (tidied, acts) => {
    const { signal } = tidied.watch;
    const again = rereader(tidied, acts);
    const [main] = tidied.stories;
    if (main === undefined) return;
    /** @type {Set<Element>} */ const asked = new Set();

    /** Another story, or something that looks like one. @param {Element} element */
    const askNext = (element) => {
      asked.add(element);
      judged(tidied, () => takePart(element), ({ mayAct, plan }) => (mayAct ? acts.next(plan, element) : acts.hide([element])));
    };

    /** @param {Node[]} nodes that are new beside the story, or further out */
    const beside = (nodes) => {
      const foreign = nodes.filter(counts).filter((element) => element.isConnected && !element.contains(main.stem) && !tidied.stories.some(({ stem }) => stem.contains(element)));
      const stories = foreign.filter((element) => isStory(element) && asked.size < MOST_STORIES);
      stories.forEach(askNext);
      const others = foreign.filter((element) => !stories.includes(element) && !element.matches(":modal, :has(:modal)") && !(tidied.isClosed && auto.isWall(element)));
      if (others.length > 0) acts.hide(others);
    };
    const around = new MutationObserver((records) => {
      if (!main.stem.isConnected) auto.moved();
      else beside(records.flatMap(({ addedNodes }) => [...addedNodes]));
    });
    // What has come since the page was read is new as well.
    const known = new Set(lede.elements);
    for (let at = parentElement(main.stem); at !== null; at = parentElement(at)) {
      around.observe(at, { childList: true });
      beside([...children(at)].filter((child) => !known.has(child)));
    }

    const inside = new MutationObserver((records) => {
      if (!lede.tidy?.isSame()) auto.moved();
      else if (records.some(({ target, addedNodes }) => [...addedNodes].some(counts) && !isHidden(target))) again();
    });
    if ([...querySelectorAll.call(main.stem, FLOW)].some((element) => !known.has(element) && !isHidden(element))) again();
    inside.observe(main.stem, { childList: true, characterData: true, subtree: true });

    const locks = new MutationObserver(acts.uncover);
    for (const element of [document.documentElement, document.body]) locks.observe(element, { attributeFilter: ["class", "style"] });

    addEventListener("scroll", acts.uncover, { passive: true, signal });
    signal.addEventListener("abort", () => [around, inside, locks].forEach((observer) => observer.disconnect()));
  };
})();
