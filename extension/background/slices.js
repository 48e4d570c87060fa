// What is too much to be drawn at once: the beginning of an article, and the rest in slices that come one after another
// while the reader shows. A browser lays out all that it is given, and once more when the dialog becomes modal, so both
// get a beginning only. Nothing of the article is another by this: only when its elements are made.

/** What the beginning and each slice may weigh: a piece of the article counts one, and so do so many letters. */
const [FIRST, SLICE, TEXT] = [1500, 6000, 100];
/** Longer texts are drawn by parts. */
const LONG = 20_000;
/** What has no space for so long is no word. */
const WORD = 200;
/** The block that was drawn last. */
const LAST = ":scope > :last-child";

/**
 * How a block that is too much is parted: the element that goes on in the next slice its parts, and a block of some of them.
 *
 * @type {Record<string, { into: string, parts: (value: any) => any[], of: (value: any, parts: any[], isFirst: boolean) => any }>}
 */
const PARTED = {
  paragraph: { into: LAST, parts: (content) => content.flatMap(shortened), of: (_, parts) => parts },
  list: { into: LAST, parts: ({ items }) => items, of: (value, items) => ({ ...value, items }) },
  quote: { into: LAST, parts: (content) => content, of: (_, parts) => parts },
  definitions: { into: LAST, parts: (groups) => groups, of: (_, parts) => parts },
  code: { into: `${LAST} code`, parts: ({ text }) => cut(text), of: (value, parts) => ({ ...value, text: parts.join("") }) },
  table: { into: `${LAST} > table`, parts: ({ rows }) => rows, of: ({ caption }, rows, isFirst) => (isFirst ? { caption, rows } : { rows }) },
};

/**
 * The blocks to begin with, and what follows: nothing in most articles.
 *
 * @param {any[]} body @returns {{ first: any[], rest: LedeSlice[] }}
 */
export function sliced(body) {
  if (weightOf(body) <= FIRST + SLICE) return { first: body, rest: [] };
  /** @type {LedeSlice[]} */ const slices = [{ into: "", blocks: [] }];
  let room = FIRST;
  for (const { into, part } of body.flatMap(partsOf)) {
    if (into !== "" || room <= 0) {
      slices.push({ into, blocks: [] });
      room = into === "" ? SLICE : 0;
    }
    slices.at(-1)?.blocks.push(part);
    room -= weightOf(part);
  }
  const [first, ...rest] = slices;
  return { first: first?.blocks ?? [], rest };
}

/** A block as one part, or as a beginning and what goes on with it. @param {any} block @returns {{ into: string, part: any }[]} */
function partsOf(block) {
  const [kind = "", value] = Object.entries(block)[0] ?? [];
  const how = PARTED[kind];
  if (how === undefined || weightOf(block) <= SLICE) return [{ into: "", part: block }];
  return grouped(how.parts(value)).map((parts, at) => ({ into: at === 0 ? "" : how.into, part: { [kind]: how.of(value, parts, at === 0) } }));
}

/** Parts in groups: a small one to begin with, then each as large as all before, which is laid out anew with it. @param {any[]} parts */
function grouped(parts) {
  /** @type {any[][]} */ const groups = [[]];
  let [room, drawn] = [FIRST, 0];
  for (const part of parts) {
    if (room <= 0) {
      groups.push([]);
      room = Math.max(SLICE, drawn);
    }
    groups.at(-1)?.push(part);
    const weight = weightOf(part);
    room -= weight;
    drawn += weight;
  }
  return groups;
}

/** A piece of a line, or the parts of a long text. @param {any} piece @returns {any[]} */
function shortened(piece) {
  return typeof piece.text === "string" ? cut(piece.text).map((text) => ({ text })) : [piece];
}

/** A text in parts that are not too long, with their spaces. @param {string} text */
function cut(text) {
  const parts = [];
  for (let at = 0; at < text.length; at += parts.at(-1)?.length ?? 1) {
    const end = Math.min(at + LONG, text.length);
    const word = /\S*$/.exec(text.slice(Math.max(at, end - WORD), end))?.[0].length ?? 0;
    // Where the words end; a sign of two units stays one.
    const back = end === text.length ? 0 : word < WORD ? word : Number(/[\uD800-\uDBFF]/.test(text.charAt(end - 1)));
    parts.push(text.slice(at, end - back));
  }
  return parts;
}

/** @param {any} value @returns {number} */
function weightOf(value) {
  if (typeof value === "string") return Math.ceil(value.length / TEXT);
  if (typeof value !== "object" || value === null) return 0;
  const parts = Object.values(value).reduce((sum, part) => sum + weightOf(part), 0);
  return Array.isArray(value) ? parts : 1 + parts;
}
