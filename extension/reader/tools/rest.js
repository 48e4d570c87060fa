// Draws the rest of a long article, slice by slice (background/slices.js).

(() => {
  const lede = globalThis.lede;
  const { make } = lede;

  lede.rest = (story, { into, blocks }) => {
    const [to, from] = [story, make("div", {}, lede.blocks(blocks))].map((root) => (into === "" ? root : root?.querySelector(into)));
    if (!from || !to?.isConnected) return false;
    const nodes = [...from.childNodes];
    for (const node of to.localName === "p" ? [make("span", {}, nodes)] : nodes) {
      /** @type {Partial<Element>} */ (node).classList?.add("far");
      to.append(node);
    }
    return true;
  };
})();
