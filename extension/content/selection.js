// What the user has selected, for content/snapshot.js: elements that the selection does not touch are left out, texts at
// its ends are cut. The head stays, since it tells what the page is.

(() => {
  const lede = globalThis.lede;
  const { getRangeAt } = Selection.prototype;
  const { intersectsNode } = Range.prototype;
  const { contains, getRootNode } = Node.prototype;

  /** @returns {LedeSelection | null} nothing where nothing is selected */
  lede.selected = () => {
    const selection = getSelection();
    const all = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => getRangeAt.call(selection, at));
    const ranges = all.filter((range) => !range.collapsed);
    if (ranges.length === 0) return null;
    /** Of a shadow tree or a frame a range knows nothing: what holds them decides. @param {Node} node */
    const isElsewhere = (node) => getRootNode.call(node) !== document || contains.call(document.head, node);
    const touching = (/** @type {Node} */ node) => ranges.filter((range) => intersectsNode.call(range, node));
    return {
      leavesOut: (element) => touching(element).length === 0 && !isElsewhere(element),
      cut(node, text) {
        if (isElsewhere(node)) return text;
        const pieces = touching(node).map(({ startContainer, startOffset, endContainer, endOffset }) =>
          text.slice(startContainer === node ? startOffset : 0, endContainer === node ? endOffset : text.length),
        );
        return pieces.join("");
      },
    };
  };
})();
