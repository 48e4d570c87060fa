// What is selected in the article: of a closed root each browser tells it in its own way.

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
})();
