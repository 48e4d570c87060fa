// The site's own page with the story alone: what the plan says is hidden, the column comes to the middle, what plays by
// itself stops. All that is written goes by content/auto/write.js, and comes back by it.

(() => {
  const lede = globalThis.lede;
  if (lede.tidy !== undefined) return;

  const { auto, property } = lede;
  const parentElement = property(Node.prototype, "parentElement");
  const textOf = property(Node.prototype, "textContent");
  const { getBoundingClientRect } = Element.prototype;
  const { querySelectorAll } = Document.prototype;
  const containsNode = Node.prototype.contains;

  /** A shift of the text by less is none. */
  const STILL = 2;
  /** What was given room may be tried together or by itself so often: each try has the page laid out anew. */
  const MOST_TRIES = 24;
  /** A page that plays on again and again is not quarrelled with. */
  const MOST_PAUSES = 20;

  /** Between looks at what lies over the page. */
  const PAUSE_MS = 250;
  let timer = 0;
  let resting = 0;
  /** What the column leans on: it keeps its room. @type {WeakSet<Element>} */
  const stuck = new WeakSet();

  /** What is shown of the page, while it is tidied. @type {LedeTidied | null} */
  let tidied = null;

  /** The elements of a plan, without those in frames. @param {number[]} numbers */
  const elementsOf = (numbers) => numbers.map((at) => lede.elements[at]).filter((it) => it !== undefined && it.ownerDocument === document && it.isConnected && it.querySelector(":modal") === null && !it.matches(":modal"));

  /** What of the story is in view: the first part of it that begins there. @param {Element} stem */
  const anchorOf = (stem) => {
    const seen = (/** @type {Element} */ it) => getBoundingClientRect.call(it).bottom > 0;
    return [...Element.prototype.querySelectorAll.call(stem, "h1, h2, p, figure")].find(seen) ?? stem;
  };

  /** What a story is called. @param {Element} stem */
  const titleOf = (stem) => textOf(Element.prototype.querySelector.call(stem, "h1, h2") ?? stem).slice(0, 200);

  /** Does something and holds the line that is read. @param {Element} stem @param {() => void} act @returns {boolean} whether it is held */
  const hold = (stem, act) => {
    const anchor = anchorOf(stem);
    const was = getBoundingClientRect.call(anchor);
    act();
    const is = getBoundingClientRect.call(anchor);
    if (Math.abs(is.top - was.top) > STILL) window.scrollBy({ top: is.top - was.top, behavior: "instant" });
    const now = getBoundingClientRect.call(anchor);
    return Math.abs(now.top - was.top) <= STILL && Math.abs(now.left - was.left) <= STILL;
  };

  /** @param {Element[]} elements @param {string} word */
  const putAll = (elements, word) => elements.forEach((element) => auto.put(element, word));

  /** Hides a story's surroundings, and brings its column to the middle. @param {LedeStory} story */
  const apply = ({ parts, hide, comments }) => {
    const flow = auto.flow(parts, new Set(hide));
    putAll(hide, "hide");
    putAll(comments, "comments");
    const mid = flow.words.filter(([element, word]) => element === flow.stem && /^mid$|^w\d/.test(word)).map(([, word]) => word);
    for (const [element, word] of [...flow.words, ...comments.flatMap((it) => mid.map((word) => /** @type {[Element, string]} */ ([it, word])))]) auto.put(element, word);
    for (const [element, word] of auto.settle(flow.stem)) auto.put(element, word);
    return flow;
  };

  /** The same where the text has been seen already: nothing of it moves. @param {LedeStory} story */
  const applyGently = (story) => {
    /** @type {ReturnType<typeof apply> | undefined} */ let flow;
    const stem = auto.flow(story.parts, new Set()).stem;
    const isHeld = hold(stem, () => (flow = apply(story)));
    if (isHeld || flow === undefined) return flow ?? auto.flow(story.parts, new Set());
    for (const word of ["wide", "block", "mid", "even", "top", ...["w520", "w600", "w760", "w840"]]) for (const element of auto.all(word)) auto.take(element, word);
    swap(story.hide, "hide", "ghost");
    hold(stem, () => {});
    release(stem);
    return flow;
  };

  /** @param {Element[]} elements @param {string} from @param {string} to */
  const swap = (elements, from, to) => {
    for (const element of elements) {
      auto.take(element, from);
      auto.put(element, to);
    }
  };

  /** What keeps its room gives it back once it is out of view, where nothing that is seen moves by that. @param {Element} stem */
  const release = (stem) => {
    let tries = MOST_TRIES;
    const close = (/** @type {Element[]} */ elements) => {
      if (elements.length === 0 || tries <= 0) return;
      tries -= 1;
      const { scrollX, scrollY } = window;
      if (hold(stem, () => swap(elements, "ghost", "hide"))) return;
      swap(elements, "hide", "ghost");
      window.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
      const half = elements.length >> 1;
      if (half === 0) return void stuck.add(/** @type {Element} */ (elements[0]));
      for (const part of [elements.slice(0, half), elements.slice(half)]) close(part);
    };
    const placed = auto.all("ghost").filter((element) => !stuck.has(element)).map((element) => ({ element, box: getBoundingClientRect.call(element) }));
    const those = (/** @type {(box: DOMRect) => boolean} */ are) => placed.filter(({ box }) => are(box)).map(({ element }) => element);
    close(those(({ top }) => top > window.innerHeight));
    close(those(({ bottom }) => bottom < 0));
  };

  /** Once the page has come to rest: Firefox does not tell of the end of every scroll. */
  const releaseSoon = () => {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      const stem = tidied?.stories[0]?.stem;
      if (stem !== undefined) release(stem);
    }, PAUSE_MS);
  };

  /** What plays by itself, without a hand's doing. */
  const quiet = () => {
    const abort = new AbortController();
    /** @type {Set<HTMLMediaElement>} */ const paused = new Set();
    let count = 0;
    const pause = (/** @type {EventTarget | null} */ media) => {
      if (!(media instanceof HTMLMediaElement) || media.paused || count >= MOST_PAUSES) return;
      count += 1;
      paused.add(media);
      media.pause();
    };
    const isHand = () => navigator.userActivation?.isActive ?? false;
    document.addEventListener("play", ({ target }) => void (isHand() || pause(target)), { capture: true, signal: abort.signal });
    for (const media of querySelectorAll.call(document, "video, audio")) pause(media);
    return () => {
      abort.abort();
      for (const media of paused) if (media.isConnected && media.paused) media.play().catch(() => {});
    };
  };

  /** A modal dialog makes the page inert, seen or not: it must be seen. @param {AbortSignal} signal */
  const letDialogsBe = (signal) => {
    const show = (/** @type {Event} */ { target }) => {
      for (let at = /** @type {Element | null} */ (target); at !== null; at = parentElement(at)) auto.take(at, "hide");
    };
    const toggled = (/** @type {Event} */ event) => void (/** @type {ToggleEvent} */ (event).newState === "open" && event.target instanceof HTMLDialogElement && show(event));
    document.addEventListener("beforetoggle", toggled, { capture: true, signal });
  };

  /** Of the page as a whole: what lies over the story, and the lock on scrolling. */
  const uncover = () => {
    timer = 0;
    if (tidied === null) return;
    auto.prune();
    if (!tidied.isClosed) {
      for (const { stem } of tidied.stories) for (const [element, word] of auto.covers(stem)) auto.put(element, word);
      if (auto.isLocked()) auto.put(document.documentElement, "unlock");
    }
    auto.count?.();
  };
  /** The same, now and then: pages may change all the time. */
  const uncoverSoon = () => void (timer ||= window.setTimeout(uncover, PAUSE_MS));

  /** @param {LedePlan} plan @returns {{ parts: Element[], hide: Element[], comments: Element[] }} */
  const storyOf = ({ roots, headline, hide, comments }) => ({
    parts: elementsOf(headline === null ? roots : [...roots, headline]),
    hide: elementsOf(hide),
    comments: elementsOf(comments),
  });

  /** Tidies the page, if `token` is that of its last reading. @param {LedeTidy} given @returns {boolean} */
  const begin = (given) => {
    const story = storyOf(given.plan);
    if (given.isClosed) story.hide = story.hide.filter((element) => !auto.isWall(element));
    if (given.token !== lede.token || tidied !== null || story.parts.length === 0) return false;
    const isSeen = document.documentElement.getAttribute("data-lede-veil") !== "down";
    tidied = { ...given, stories: [], playOn: () => {}, watch: new AbortController() };
    const { stem } = isSeen ? applyGently(story) : apply(story);
    tidied.stories.push({ ...story, stem, title: titleOf(stem) });
    tidied.playOn = quiet();
    letDialogsBe(tidied.watch.signal);
    document.addEventListener("scroll", releaseSoon, { passive: true, signal: tidied.watch.signal });
    auto.state = "tidy";
    auto.live(tidied, { hide: hideLate, uncover: uncoverSoon, more, next });
    auto.mark(tidied);
    uncover();
    auto.veil(false);
    return true;
  };

  /** What has come beside the story. @param {Element[]} elements */
  const hideLate = (elements) => {
    if (tidied === null) return;
    // What the page puts at its end lies over it, or below it: nothing that is read moves.
    putAll(elements, "hide");
    uncoverSoon();
  };

  /** The plan of the page as it is by now: what is new in it goes. @param {LedePlan} plan */
  const more = (plan) => {
    if (tidied === null) return;
    const { hide } = storyOf(plan);
    const fresh = hide.filter((element) => !["hide", "comments", "shown"].some((word) => auto.has(element, word)) && !tidied?.stories.some(({ parts }) => parts.some((part) => containsNode.call(element, part))));
    const stem = tidied.stories[0]?.stem;
    if (stem !== undefined && fresh.length > 0) hold(stem, () => putAll(fresh, "hide"));
    uncoverSoon();
  };

  /** Another story below the first. @param {LedePlan} plan @param {Element} within */
  const next = (plan, within) => {
    if (tidied === null) return;
    const story = storyOf(plan);
    const own = (/** @type {Element[]} */ elements) => elements.filter((element) => element !== within && containsNode.call(within, element));
    const [hide, comments] = [own(story.hide), own(story.comments)];
    putAll(hide, "hide");
    putAll(comments, "comments");
    const first = tidied.stories[0];
    for (const word of ["mid", "w520", "w600", "w760", "w840"]) if (first !== undefined && auto.has(first.stem, word)) auto.put(within, word);
    tidied.stories.push({ parts: story.parts, hide, comments, stem: within, title: titleOf(within) });
    uncoverSoon();
  };

  /** Everything as it was. */
  const leave = () => {
    if (tidied === null) return false;
    const { watch, playOn } = tidied;
    tidied = null;
    watch.abort();
    auto.clear();
    playOn();
    auto.state = "off";
    return true;
  };

  /** Whether a story is there that was there: its headline is the same. */
  const isSame = () => tidied?.stories.some(({ parts, stem, title }) => parts.every((part) => part.isConnected) && titleOf(stem) === title) ?? false;
  /** Whether one of them is shown as well, whatever the address says. */
  const stays = () => isSame() && (tidied?.stories.some(({ stem }) => stem.getClientRects().length > 0) ?? false);

  lede.tidy = { begin, leave, isSame, stays };
})();
