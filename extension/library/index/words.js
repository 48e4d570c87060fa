// Words of a text as the index has them: folded, so that case, accents, width and vowel signs make no difference. The
// same function reads what is saved and what is asked for, so both always agree.

/** Runs of letters, their marks, and digits: what is a word in scripts that part words. */
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that do not: there the browser's own dictionaries tell. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const HAN = /^\p{sc=Han}{3,}$/u;
const ASCII = /^[\0-\x7f]+$/;
/** Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and the stretched line. */
const LEFT_OUT = /[\u{300}-\u{36f}]|[\u{591}-\u{5bd}\u{5bf}\u{5c1}\u{5c2}\u{5c4}\u{5c5}\u{5c7}]|[\u{610}-\u{61a}\u{64b}-\u{65f}\u{670}]|\u{640}/gu;
/** Letters that are written one for the other. @type {[RegExp, string][]} */
const ALIKE = [
  [/ß/g, "ss"],
  [/[æǽ]/g, "ae"],
  [/œ/g, "oe"],
  [/ø/g, "o"],
  [/ł/g, "l"],
  [/đ/g, "d"],
  [/ı/g, "i"],
  [/ς/g, "σ"],
  [/ى/g, "ي"],
  [/ة/g, "ه"],
];
/** "And" and the article, which Arabic writes in one with the word. */
const ARABIC_ARTICLE = /^و?ال(?=[\u0620-\u064a]{3})/;
/** What is longer is an address or a key, and looked for by its beginning. */
const MOST = 32;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/** @param {string} word */
export function folded(word) {
  const small = word.toLowerCase();
  if (ASCII.test(small)) return small.slice(0, MOST);
  let text = small.normalize("NFKD").replace(LEFT_OUT, "").normalize("NFC");
  for (const [letters, letter] of ALIKE) text = text.replace(letters, letter);
  return text.replace(ARABIC_ARTICLE, "").slice(0, MOST);
}

/**
 * Tells each word of a text: as the index has it, and where it stands.
 *
 * @param {string} text @param {(word: string, start: number, end: number) => void} take
 */
export function eachWord(text, take) {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (ASCII.test(run) || !UNSPACED.test(run)) {
      const word = folded(run);
      if (word !== "") take(word, index, index + run.length);
      continue;
    }
    segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
    for (const { segment, index: at, isWordLike } of segmenter.segment(run)) {
      const word = isWordLike === false ? "" : folded(segment);
      if (word !== "") take(word, index + at, index + at + segment.length);
    }
  }
}

/**
 * What of a word may be asked for by itself: in a compound of Han, what it ends with. What it begins with is found by
 * that alone.
 *
 * @param {string} word @returns {string[]}
 */
export function endings(word) {
  return HAN.test(word) ? Array.from({ length: word.length - 2 }, (_, at) => word.slice(at + 1)) : [];
}

/** Whether words are not parted where this one comes from. @param {string} word */
export const isUnspaced = (word) => UNSPACED.test(word);
