// Words made unreadable: each letter becomes another of its kind, so that lengths, scripts, capitals, digits and all that
// stands between words stay as they are. The same word becomes the same nonsense everywhere on a page, since what is said
// twice is told by that; it is made by chance, and nothing leads back.

/** What is a word: letters, their marks, digits. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A character becomes one of its kind. */
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\p{Nd}/u, /\p{Mn}/u, /\p{Mc}/u, /\p{Lm}/u, /\p{Lt}/u, /\p{N}/u, /\p{M}/u];
/** Neighbours in Unicode are of one script: so many characters are looked at for those of a kind. */
const BLOCK_BITS = 7;
/** So often another nonsense is tried where one is a word of the page. */
const TRIES = 50;

/** @param {string} text @returns {Iterable<string>} its words, in small letters */
export function* wordsOf(text) {
  for (const [word] of text.matchAll(WORD)) yield word.toLowerCase();
}

/**
 * @param {Iterable<string>} pieces all that the page says: none of its words is made anew
 * @param {(below: number) => number} [random] a whole number
 * @returns {(text: string) => string}
 */
export function scrambler(pieces, random = byChance) {
  const known = new Set();
  for (const piece of pieces) for (const word of wordsOf(piece)) known.add(word);
  /** @type {Map<string, string>} */ const made = new Map();
  const nonsense = (/** @type {string} */ word) => {
    const kept = made.get(word);
    if (kept !== undefined) return kept;
    let fresh = "";
    for (let tries = 0; tries < TRIES && (fresh === "" || fresh === word || known.has(fresh)); tries += 1) fresh = [...word].map((letter) => another(letter, random)).join("");
    made.set(word, fresh);
    return fresh;
  };
  return (text) =>
    text.replace(WORD, (word) => {
      const small = word.toLowerCase();
      const [letters, others] = [[...word], [...nonsense(small)]];
      // Some letters are two when they are small.
      if (letters.length !== others.length) return others.join("");
      return letters.map((letter, at) => (letter === letter.toLowerCase() ? others[at] : large(others[at] ?? ""))).join("");
    });
}

/** @param {string} letter */
function large(letter) {
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}

/** @type {Map<string, string[]>} */
const siblings = new Map();

/** Another character of the same kind, from the same place in Unicode. @param {string} letter @param {(below: number) => number} random */
function another(letter, random) {
  const block = (letter.codePointAt(0) ?? 0) >> BLOCK_BITS;
  const kind = KINDS.findIndex((kind) => kind.test(letter));
  const key = `${block} ${kind}`;
  const among = siblings.get(key) ?? inBlock(block, KINDS[kind] ?? /(?!)/);
  siblings.set(key, among);
  const others = among.filter((other) => other !== letter);
  return others[random(others.length)] ?? letter;
}

/** @param {number} block @param {RegExp} kind */
function inBlock(block, kind) {
  const all = Array.from({ length: 1 << BLOCK_BITS }, (_, at) => String.fromCodePoint((block << BLOCK_BITS) + at));
  // What is small stays small, and is one letter when it is large.
  return all.filter((letter) => kind.test(letter) && letter.toLowerCase().length === letter.length);
}

/** @param {number} below */
function byChance(below) {
  return Math.floor(((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * below);
}
