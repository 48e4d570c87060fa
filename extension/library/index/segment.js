// A segment of the index: for some articles, which word stands in which and how much it says of it. Segments are never
// changed. A new article brings a small one; several small ones are joined into a larger one. Pure functions of data.
//
//   words      sorted, each once
//   ends       where the postings of each word end among `bytes`
//   bytes      of each word, for each article in order: how much further its number is (7 bits a byte, the highest tells
//              that more follow), and the word's weight in it (a byte)

import { eachWord } from "./words.js";

/** @typedef {{ words: string[], ends: Uint32Array, bytes: Uint8Array }} Segment */
/** @typedef {[text: string, weight: number][]} Fields what of an article is looked in, and how much a word there counts */

/** BM25's: how soon a word that comes again says nothing more; how much long texts are held against it; in words. */
const [SATURATION, LENGTH, USUAL] = [1.2, 0.6, 700];
/** Weights are whole numbers up to 255. */
const SCALE = 50;

/** @param {Fields[]} articles numbered from nought on @returns {Segment} */
export function segmentOf(articles) {
  /** @type {Map<string, number[]>} */ const postings = new Map();
  for (const [n, fields] of articles.entries()) {
    for (const [word, weight] of weighed(fields)) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [n, weight]);
      else list.push(n, weight);
    }
  }
  const writer = new Writer();
  for (const word of [...postings.keys()].sort()) writer.add(word, postings.get(word) ?? []);
  return writer.segment();
}

/** How much each word says of an article. @param {Fields} fields @returns {Map<string, number>} */
function weighed(fields) {
  /** @type {Map<string, number>} */ const sums = new Map();
  let count = 0;
  for (const [text, weight] of fields) {
    eachWord(text, (word) => {
      count += 1;
      sums.set(word, (sums.get(word) ?? 0) + weight);
    });
  }
  const slow = SATURATION * (1 - LENGTH + (LENGTH * count) / USUAL);
  for (const [word, sum] of sums) sums.set(word, Math.max(1, Math.min(255, Math.round((SCALE * sum * (SATURATION + 1)) / (sum + slow)))));
  return sums;
}

/**
 * Several as one, without the articles that are no more.
 *
 * @param {(Segment & { base: number })[]} segments @param {(n: number) => boolean} lives
 * @returns {Generator<undefined, Segment>} lets go every few words, so that whoever joins can do something else as well
 */
export function* joined(segments, lives) {
  const places = segments.map(() => 0);
  const writer = new Writer();
  for (let words = 0; ; words += 1) {
    if (words % 500 === 499) yield;
    /** @type {string | undefined} */ let first;
    for (const [i, { words }] of segments.entries()) {
      const word = words[places[i] ?? 0];
      if (word !== undefined && (first === undefined || word < first)) first = word;
    }
    if (first === undefined) return writer.segment();
    /** @type {[number, number][]} */ const pairs = [];
    for (const [i, segment] of segments.entries()) {
      const at = places[i] ?? 0;
      if (segment.words[at] !== first) continue;
      places[i] = at + 1;
      const [begin, end] = rangeOf(segment, at);
      eachPosting(segment.bytes, begin, end, (at, weight) => void (lives(at + segment.base) && pairs.push([at + segment.base, weight])));
    }
    if (pairs.length > 0) writer.add(first, pairs.sort(([a], [b]) => a - b).flat());
  }
}

/** Where a word's postings are. @param {{ ends: Uint32Array }} segment @param {number} at @returns {[number, number]} */
export const rangeOf = ({ ends }, at) => [at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0];

/** @param {Uint8Array} bytes @param {number} begin @param {number} end @param {(n: number, weight: number) => void} take */
export function eachPosting(bytes, begin, end, take) {
  let n = 0;
  for (let at = begin; at < end; ) {
    let [step, shift, byte] = [0, 0, 128];
    while (byte > 127 && at < end) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
      shift += 7;
    }
    n += step;
    take(n, bytes[at++] ?? 0);
  }
}

class Writer {
  /** @type {string[]} */ #words = [];
  /** @type {number[]} */ #ends = [];
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  /** @param {string} word @param {number[]} list numbers and weights, by turns */
  add(word, list) {
    let last = 0;
    this.#room(list.length * 3);
    for (let i = 0; i < list.length; i += 2) {
      let step = (list[i] ?? 0) - last;
      last += step;
      for (; step > 127; step >>>= 7) this.#bytes[this.#length++] = (step & 127) | 128;
      this.#bytes[this.#length++] = step;
      this.#bytes[this.#length++] = list[i + 1] ?? 0;
    }
    this.#words.push(word);
    this.#ends.push(this.#length);
  }

  /** @param {number} more */
  #room(more) {
    if (this.#length + more <= this.#bytes.length) return;
    const bytes = new Uint8Array(2 * (this.#length + more));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }

  /** @returns {Segment} */
  segment() {
    return { words: this.#words, ends: Uint32Array.from(this.#ends), bytes: this.#bytes.slice(0, this.#length) };
  }
}
