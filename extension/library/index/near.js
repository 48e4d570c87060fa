// Words that are meant, perhaps: those that begin as the one that was asked for, and those that differ in a letter or
// two. By the sorted words of a segment, in a few milliseconds for some hundred thousand.

/** @typedef {Pick<import("./lines.js").Lines, "length" | "at">} Words sorted */

/** Where a word stands or would stand. @param {Words} words @param {string} word */
export function placeOf(words, word, from = 0) {
  let [low, high] = [from, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words.at(middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first that doesn't begin so. @param {Words} words @param {string} start */
const afterAll = (words, start, from = 0) => placeOf(words, `${start}\uffff`, from);

/** Which begin so. @param {Words} words @param {string} start @returns {[number, number]} the first, and the one after the last */
export function beginning(words, start) {
  const from = placeOf(words, start);
  return [from, afterAll(words, start, from)];
}

/** How many letters may be wrong. @param {string} word */
export function mayDiffer(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * Each word that differs in at most `most` letters: one more, one less, another, or two changed about. Slips are seldom
 * in the first letter: there only one is looked for, with the rest as it is.
 *
 * @param {Words} words @param {string} wanted @param {number} most @param {(at: number, difference: number) => void} take
 */
export function eachNear(words, wanted, most, take) {
  const [first, second, rest] = [wanted.slice(0, 1), wanted.slice(1, 2), wanted.slice(1)];
  const exact = (/** @type {string} */ word) => {
    const at = placeOf(words, word);
    if (words.at(at) === word) take(at, 1);
  };
  eachLikeIt(words, wanted, most, take);
  for (let at = 0; at < words.length; ) {
    const initial = words.at(at).slice(0, 1);
    if (initial !== first) {
      exact(initial + rest);
      exact(initial + wanted);
    }
    at = afterAll(words, initial, at);
  }
  if (second === first) return;
  exact(rest);
  exact(second + first + wanted.slice(2));
}

/**
 * Those with the same first letter. Neighbours in the order share what they begin with, and what was reckoned for that;
 * what begins too differently is leapt over.
 *
 * @param {Words} words @param {string} wanted @param {number} most @param {(at: number, difference: number) => void} take
 */
function eachLikeIt(words, wanted, most, take) {
  const width = wanted.length + 1;
  // One row a letter of the word at hand, as Damerau and Levenshtein have it.
  const rows = Array.from({ length: wanted.length + most + 2 }, () => new Uint8Array(width));
  for (let i = 0; i < width; i += 1) rows[0][i] = i;
  const letters = Uint16Array.from({ length: wanted.length }, (_, i) => wanted.charCodeAt(i));
  let [last, known] = ["", 0];
  const [from, to] = beginning(words, wanted.slice(0, 1));
  for (let at = from; at < to; ) {
    const word = words.at(at);
    let depth = shared(word, last, known);
    const end = Math.min(word.length, rows.length - 1);
    let isFar = false;
    for (; depth < end && !isFar; depth += 1) isFar = reckon(rows, letters, word, depth) > most;
    known = depth;
    last = word;
    if (isFar) {
      at = afterAll(words, word.slice(0, depth), at);
      continue;
    }
    const difference = rows[depth][width - 1];
    if (depth === word.length && difference <= most) take(at, difference);
    at += 1;
  }
}

/** How far two words begin alike. @param {string} a @param {string} b @param {number} most */
function shared(a, b, most) {
  const end = Math.min(a.length, b.length, most);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/**
 * The row after a letter more; the answer is the least in it.
 *
 * @param {Uint8Array[]} rows @param {Uint16Array} wanted letters @param {string} word @param {number} depth
 */
function reckon(rows, wanted, word, depth) {
  const above = rows[depth];
  const row = rows[depth + 1];
  const before = depth > 0 ? rows[depth - 1] : above;
  const letter = word.charCodeAt(depth);
  const lastLetter = depth > 0 ? word.charCodeAt(depth - 1) : -1;
  let [left, least] = [depth + 1, depth + 1];
  row[0] = left;
  for (let i = 1; i < row.length; i += 1) {
    const own = wanted[i - 1];
    let value = own === letter ? above[i - 1] : 1 + Math.min(above[i - 1], above[i], left);
    if (i > 1 && own === lastLetter && wanted[i - 2] === letter) value = Math.min(value, before[i - 2] + 1);
    row[i] = value;
    left = value;
    if (value < least) least = value;
  }
  return least;
}
