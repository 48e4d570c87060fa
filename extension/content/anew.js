// The tab's page read once more while its reader is on: it shows what stands there by now.

(() => {
  const lede = globalThis.lede;
  if (lede.anew !== undefined) return;

  /** A page that has become another may be without an article for so long. */
  const GRACE_MS = 3000;

  /** @param {any} article */
  const parts = ({ body }) => body.map((/** @type {any} */ block) => JSON.stringify(block));
  /** @param {any} article */
  const sizeOf = (article) => parts(article).join("").length;

  /** Whether an article is another one grown: it holds its first paragraph and most of the rest. @param {any} article @param {any} old */
  const holds = (article, old) => {
    const [is, was] = [new Set(parts(article)), parts(old)];
    const first = was.find((/** @type {string} */ part) => part.startsWith('{"paragraph"')) ?? was[0];
    return is.has(first) && was.filter((/** @type {string} */ part) => is.has(part)).length * 2 >= was.length;
  };

  /** More of the same article. What the user has put together by hand stays. @param {LedeReader} reader @param {any} article */
  const grow = (reader, article) => {
    const { story, article: old, root, scroller } = reader;
    const { keep, drop, candidate } = lede.wishOf(reader);
    if (story.querySelector(".page-break, .left-out") !== null || keep.length + drop.length + candidate > 0) return;
    if (sizeOf(article) <= sizeOf(old) || !holds(article, old)) return;
    reader.show(article);
    if (root.activeElement === null) scroller.focus({ preventScroll: true });
  };

  /** What stands at another address. @param {LedeReader} reader @param {LedeAgain} found */
  const other = (reader, { show, given }) => {
    if (holds(show.article, reader.article)) grow(reader, show.article);
    else lede.page.renew(show, given, false);
  };

  /** Text that came late; where there was none it is a new article. @param {LedeReader} reader @param {LedeAgain} found @param {boolean} wasShort */
  const more = (reader, { show, given }, wasShort) => {
    if (!wasShort) grow(reader, show.article);
    else if (sizeOf(show.article) > sizeOf(reader.article)) lede.page.renew(show, given, true);
  };

  lede.anew = async (reader, since, wasShort) => {
    const { href } = location;
    const taken = lede.take();
    const found = /** @type {LedeAgain | undefined} */ (taken.snapshot && (await lede.ask("again", taken)));
    // It has moved on meanwhile, or the reader is another.
    if (!reader.dialog.isConnected || href !== location.href) return true;
    if (since === undefined) return found !== undefined && (more(reader, found, wasShort), true);
    if (found !== undefined && !found.isNone) other(reader, found);
    return found !== undefined && (!found.isNone || since < GRACE_MS);
  };
})();
