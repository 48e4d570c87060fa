// Pages that go on changing beneath the reader: applications that become another page without loading one, and articles
// whose text comes late. The page is watched, cheaply; once it has come to rest it is read anew (content/anew.js).

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("late")) return;

  /** At rest is what has not changed for so long; what never rests is looked at all the same. */
  const [REST_MS, UNREST_MS] = [500, 10_000];
  /** A page that has become another is looked at so often, for so long. */
  const [PAUSE_MS, FOLLOW_MS] = [2000, 10_000];
  /** Less text is not the article yet. */
  const SHORT = 250;
  const GROWN = 1.3;

  const textOf = lede.property(Node.prototype, "textContent");
  const { querySelectorAll } = Document.prototype;

  /** The one that shows the page as it stands in the tab. @type {LedeReader | null} */
  let reader = null;
  let [at, timer, stirred, moved, size] = ["", 0, 0, -Infinity, 0];

  const address = () => location.href.replace(/#.*/s, "");
  const lengthOf = (/** @type {Node | null} */ node) => (node === null ? 0 : (textOf(node)?.length ?? 0));

  /** How much text the page has, without what is for machines. */
  const sizeOfPage = () => {
    const machine = [...querySelectorAll.call(document, "body :is(script, style)")];
    return machine.reduce((sum, element) => sum - lengthOf(element), lengthOf(lede.bodyOf(document)));
  };

  /** @param {number} ms */
  const wait = (ms) => {
    clearTimeout(timer);
    timer = window.setTimeout(look, ms);
  };

  const stir = () => {
    // Not every browser tells of a new address.
    if (at !== address()) return void follow();
    const now = performance.now();
    stirred ||= now;
    wait(Math.min(REST_MS, stirred + UNREST_MS - now));
  };

  const follow = () => {
    if (reader === null || at === address()) return reader !== null;
    at = address();
    moved = stirred = performance.now();
    wait(REST_MS);
    return true;
  };

  const look = async () => {
    timer = stirred = 0;
    if (reader === null) return;
    const since = performance.now() - moved;
    const isFollowing = since < FOLLOW_MS + PAUSE_MS;
    const isShort = lengthOf(reader.story) < SHORT;
    const now = sizeOfPage();
    if (!isFollowing && now <= (isShort ? size + SHORT : size * GROWN)) return;
    size = now;
    if (lede.anew === undefined) await lede.ask("bring", "anew");
    const isThere = await lede.anew?.(reader, isFollowing ? since : undefined, isShort);
    if (!isFollowing || !reader) return;
    if (!isThere && at === address()) lede.page.leave();
    // It may not have become the other yet, or not wholly.
    else if (since < FOLLOW_MS) timer ||= window.setTimeout(look, PAUSE_MS);
    else lede.page.stays();
  };

  lede.tools.set("late", (started, { reading: { asked } }) => {
    if (asked.scope !== undefined || asked.layout === false) return;
    const observer = new MutationObserver(stir);
    reader = started;
    at = address();
    // What has come since the page was read counts as well.
    size = lengthOf(started.story) < SHORT ? 0 : sizeOfPage();
    if (size === 0) wait(REST_MS);
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    lede.follow = follow;
    started.farewells.push(() => {
      observer.disconnect();
      clearTimeout(timer);
      [reader, timer, stirred] = [null, 0, 0];
      lede.follow = undefined;
    });
  });
})();
