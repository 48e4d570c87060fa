// A snapshot as a tree again: the strings that src/dom/snapshot.rs describes.

/** @typedef {{ name: string, flags: number, attributes: [string, string][], children: (Part | string)[] }} Part */

/** The records of the layout. */
const [CLOSE, TEXT, OPEN] = [0, 1, 2];

/** @param {LedeSnapshot} snapshot @returns {Part} what holds the whole page */
export function treeOf({ names, layout, text, attrs }) {
  const next = numbers(layout);
  const [takeText, takeValue, known] = [reel(text), reel(attrs), names.split("\n")];
  const name = () => known[next() ?? -1] ?? "";
  /** @type {Part} */ const root = { name: "", flags: 0, attributes: [], children: [] };
  const open = [root];
  for (let record = next(); record !== undefined; record = next()) {
    if (record === CLOSE) {
      open.pop();
    } else if (record === TEXT) {
      open.at(-1)?.children.push(takeText(next() ?? 0));
    } else if (record === OPEN) {
      const [own, flags, count] = [name(), next() ?? 0, next() ?? 0];
      const attributes = Array.from({ length: count }, () => /** @type {[string, string]} */ ([name(), takeValue(next() ?? 0)]));
      const part = { name: own, flags, attributes, children: [] };
      open.at(-1)?.children.push(part);
      open.push(part);
    }
  }
  return root;
}

/** @param {string} units */
function numbers(units) {
  let at = 0;
  return () => {
    if (at >= units.length) return undefined;
    const first = units.charCodeAt(at++);
    return first < 0x8000 ? first : ((first - 0x8000) << 15) | (units.charCodeAt(at++) & 0x7fff);
  };
}

/** A string from which pieces are taken by their length. @param {string} all */
function reel(all) {
  let at = 0;
  return (/** @type {number} */ length) => all.slice(at, (at += length));
}
