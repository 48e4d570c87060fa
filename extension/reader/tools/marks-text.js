// Highlights in the text: elements around what is quoted. The background keeps them, and finds them again.

(() => {
  const lede = globalThis.lede;
  if (lede.marks !== undefined) return;

  const { make } = lede;
  const { createTreeWalker } = Document.prototype;
  const BLOCKS = "p, li, dt, dd, td, th, pre, h1, h2, h3, h4, h5, h6, figcaption, caption, summary, article";
  /** Those of private windows stay with the page. @type {Map<string, LedeMark[]>} */
  const unkept = new Map();

  /** The article's text, a line a block, and where its nodes stand in it. @param {LedeReader} reader */
  const textOf = ({ story }) => {
    /** @type {{ node: Text, at: number }[]} */ const pieces = [];
    const walker = createTreeWalker.call(document, story, 5);
    let [text, block] = ["", null];
    for (let node; (node = /** @type {any} */ (walker.nextNode())); ) {
      if (node.localName === "br") text += "\n";
      if (node.nodeType === 1 || node.parentElement.closest("button")) continue;
      const own = node.parentElement.closest(BLOCKS);
      if (own !== block) text += "\n";
      block = own;
      pieces.push({ node, at: text.length });
      text += node.data;
    }
    return { text, pieces };
  };

  /** @param {LedeMark} item */
  const dress = ({ note, parts = [] }) => {
    for (const part of parts) part.dataset.ink = note.ink;
    parts[0]?.setAttribute("aria-description", note.text);
    parts.at(-1)?.classList.toggle("noted", note.text !== "");
  };

  /** @param {LedeMark} item */
  const erase = ({ parts = [] }) => {
    for (const part of parts.splice(0)) part.replaceWith(...part.childNodes);
  };

  /** @param {LedeReader} reader @param {LedeMark} item @param {() => void} press */
  const draw = (reader, item, press, { pieces } = textOf(reader)) => {
    const [start, end] = item.at ?? [0, 0];
    /** @type {HTMLElement[]} */ const parts = (item.parts = []);
    for (let index = Math.max(0, pieces.findLastIndex(({ at }) => at <= start)); index < pieces.length; index += 1) {
      const { node, at } = pieces[index] ?? { at: Infinity };
      if (node === undefined || at >= end) break;
      if (at + node.length <= start) continue;
      const cut = start > at ? start : end;
      if (cut < at + node.length) pieces.splice(index + 1, 0, { node: node.splitText(cut - at), at: cut });
      const around = /** @type {Element} */ (node.parentElement);
      if (start > at || !lede.isHtml(around)) continue;
      // A link keeps its press.
      const part = make("mark", { "data-press": around.closest("a, summary") ? "" : "mark" });
      node.replaceWith(part);
      part.append(node);
      reader.presses.set(part, () => lede.selectedRange(reader) || press());
      parts.push(part);
    }
    parts[0]?.setAttribute("tabindex", "0");
    parts[0]?.setAttribute("aria-keyshortcuts", "h");
    dress(item);
  };

  lede.marks = (reader, { address, reading, marks = [] }) => {
    const isPrivate = !reading.mayKeep;
    /** @type {LedeMark[]} */ const items = (isPrivate && unkept.get(address)) || marks.map((note) => ({ note }));
    if (isPrivate) unkept.set(address, items);
    const ask = (/** @type {string} */ how, /** @type {object} */ more) => lede.ask("marks", { how, address, ...more });
    /** @type {LedeMarks} */
    const all = {
      ...{ items, isPrivate, ask, changed() {}, pressed() {} },
      async draw() {
        if (items.length === 0) return;
        const asked = [...items];
        const spans = await ask("find", { text: textOf(reader).text, notes: asked.map(({ note }) => note) });
        asked.forEach(erase);
        const text = textOf(reader);
        asked.forEach((item, index) => {
          item.at = spans?.[index] ?? undefined;
          if (items.includes(item)) draw(reader, item, () => all.pressed(item), text);
        });
        all.changed();
      },
      async add(range, ink) {
        const { text, pieces } = textOf(reader);
        const inside = pieces.filter(({ node }) => range.intersectsNode(node));
        const end = (/** @type {number} */ index, /** @type {Node} */ node, /** @type {number} */ offset) => {
          const piece = inside.at(index);
          return piece && piece.at + (piece.node === node ? offset : index && piece.node.length);
        };
        const span = [end(0, range.startContainer, range.startOffset), end(-1, range.endContainer, range.endOffset)];
        getSelection()?.removeAllRanges();
        const item = await ask("make", { text, span, ink });
        const same = items.find(({ at }) => item && String(at) === String(item.at));
        return same ? all.set(same, { ink }) : item && all.put(item);
      },
      put(item) {
        items.push(item);
        draw(reader, item, () => all.pressed(item));
        return all.set(item, {});
      },
      set(item, values) {
        Object.assign(item.note, values);
        dress(item);
        if (!isPrivate) ask("keep", { note: item.note });
        all.changed();
        return item;
      },
      remove(item) {
        items.splice(items.indexOf(item), 1);
        erase(item);
        if (!isPrivate) ask("forget", { note: item.note });
        all.changed();
      },
    };
    all.draw();
    // Other tools may build a part of the article anew.
    const observer = new MutationObserver(() => items.some(({ parts }) => parts?.[0]?.isConnected === false) && all.draw());
    observer.observe(reader.story, { childList: true, subtree: true });
    return all;
  };
})();
