// Words of a text as the index has them: folded, so that case, accents, width and vowel signs make no difference. The
// same function reads what is saved and what is asked for, so both always agree.

/** Runs of letters, their marks, and digits: what is a word in scripts that part words. */
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
/**
 * Scripts that do not, and whose words browsers part differently, by what stands around them too: there each two letters
 * that stand side by side are a word, so that any part of a text is found.
 */
const PAIRED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const PARTS = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+|[^\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/gu;
/** Scripts that do not either: there the browser's dictionaries tell. */
const UNSPACED = /[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
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
  const whole = (/** @type {string} */ run, /** @type {number} */ start) => {
    const word = folded(run);
    if (word !== "") take(word, start, start + run.length);
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (ASCII.test(run)) {
      whole(run, index);
      continue;
    }
    for (const { 0: part, index: at } of run.matchAll(PARTS)) {
      if (PAIRED.test(part)) eachPair(part, index + at, whole);
      else if (UNSPACED.test(part)) eachSegment(part, index + at, whole);
      else whole(part, index + at);
    }
  }
}

/** Each letter with the next, and the last by itself. @param {string} run @param {number} start @param {(pair: string, start: number) => void} take */
function eachPair(run, start, take) {
  const letters = [...run];
  let at = start;
  for (const [i, letter] of letters.entries()) {
    take(letter + (letters[i + 1] ?? ""), at);
    at += letter.length;
  }
}

/** @param {string} run @param {number} start @param {(word: string, start: number) => void} take */
function eachSegment(run, start, take) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  for (const { segment, index, isWordLike } of segmenter.segment(run)) if (isWordLike !== false) take(segment, start + index);
}

/** Whether words are not parted where this one comes from, and it is two letters. @param {string} word */
export const isPair = (word) => PAIRED.test(word);

/** Whether words are not parted where this one comes from. @param {string} word */
export const isUnspaced = (word) => UNSPACED.test(word);
