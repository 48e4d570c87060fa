// What is selected in the article, of a closed root each browser tells it in its own way; and the article with nothing
// but that.

(() => {
  const lede = globalThis.lede;

  lede.selectedRange ??= ({ root, story }) => {
    const selection = /** @type {any} */ (root).getSelection?.() ?? getSelection();
    const [told] = selection?.getComposedRanges?.({ shadowRoots: [root] }) ?? (selection?.rangeCount ? [selection.getRangeAt(0)] : []);
    if (!root.contains(told?.startContainer)) return null;
    const range = new Range();
    range.setStart(told.startContainer, told.startOffset);
    range.setEnd(told.endContainer, told.endOffset);
    return range.collapsed || !range.intersectsNode(story) ? null : range;
  };

  /** What tells a block again, built anew. @param {Element} block */
  const keyOf = (block) => block.textContent + [...block.querySelectorAll("img")].map(({ src }) => src).join();

  /** Shows the blocks that a selection touches, and nothing else of the article. */
  lede.alone ??= (reader, range) => {
    const { article, story, words, escapes } = reader;
    const touched = [...story.children].filter((it) => !it.matches("header, .page-break, .left-out") && range.intersectsNode(it));
    const keys = new Set(touched.map(keyOf));
    const body = article.body.filter((/** @type {any} */ block) => lede.blocks([block]).some((it) => keys.has(keyOf(/** @type {Element} */ (it)))));
    reader.show({ ...article, body });
    const shown = reader.article;
    const whole = () => {
      escapes.splice(escapes.indexOf(whole), 1);
      // Another may show by now.
      if (reader.article !== shown) return false;
      reader.show(article);
      return true;
    };
    escapes.push(whole);
    lede.offer(reader, words.toolAloneShown ?? "", [words.toolAloneWhole ?? "", whole]);
  };

  lede.tools.set("selection", (reader) => {
    lede.readSelected = () => {
      const range = lede.selectedRange(reader);
      if (range !== null) lede.alone(reader, range);
      return true;
    };
    reader.farewells.push(() => void (lede.readSelected = undefined));
  });
})();
