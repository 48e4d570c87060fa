// Looking for words in the index. The words of each segment are held once they were read, since a segment never
// changes; postings are fetched as they are needed, and the last of them held.

import { beginning, eachNear, mayDiffer, placeOf } from "./near.js";
import { partsOf } from "./keep.js";
import { Lines } from "./lines.js";
import { eachPosting, rangeOf } from "./segment.js";
import { eachWord, isPair, isUnspaced } from "./words.js";
import { PART_BYTES } from "../schema.js";

/** @typedef {import("../schema.js").Database} Database */
/** @typedef {{ id: number, base: number, size: number, words: Lines, ends: Uint32Array }} Held */
/** @typedef {{ segment: Held, at: number, trust: number }} Meant a word of a segment, and how surely it is meant */
/** @typedef {{ scores: Map<number, number>, words: Map<string, number> }} Found by number; which words were found, with their trust */

/** Of postings, in bytes. */
const MOST_HELD = 24_000_000;
/** How surely a word is meant that begins so, that differs in one letter, in two. */
const [BEGINS, ONE_OFF, TWO_OFF] = [0.6, 0.35, 0.15];
/** So many of the words in question are looked up in a segment. */
const MOST_MEANT = 40;
/** Where a word stands in so few articles, one that is spelt nearly so may be meant. */
const RARE = 20;
/** A posting takes about so many bytes. */
const POSTING = 2.2;

/** How often a question is asked anew, where segments were joined under it. */
const MOST_TRIES = 5;

/** A segment has become part of another while it was read. */
class Joined extends Error {}

export class Searcher {
  #database;
  /** @type {Map<number, Held>} */ #segments = new Map();
  /** The one used last stands last. @type {Map<string, Uint8Array>} */ #parts = new Map();
  #held = 0;

  /** @param {() => Promise<Database>} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * What holds every word of a question. The last word may be only begun.
   *
   * @param {string} query @returns {Promise<Found>}
   */
  async find(query) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#found(query);
      } catch (error) {
        if (!(error instanceof Joined) || tries >= MOST_TRIES) throw error;
      }
    }
  }

  /** @param {string} query @returns {Promise<Found>} */
  async #found(query) {
    const segments = await this.#read();
    const total = segments.reduce((sum, { size }) => sum + size, 0);
    const wanted = wordsOf(query, segments);
    /** @type {Map<string, number>} */ const words = new Map();
    const all = await Promise.all(wanted.map((word) => this.#one(word, segments, total, words)));
    return { scores: inAll(all), words };
  }

  /** Reads the words of the index, which takes longest of a first question. */
  async prepare() {
    await this.#read().catch(() => {});
  }

  /** How much is held, in bytes, about. */
  get held() {
    const words = [...this.#segments.values()].reduce((sum, { words, ends }) => sum + words.held + ends.byteLength, 0);
    return words + this.#held;
  }

  /** Brings what is held up to what there is. @returns {Promise<Held[]>} */
  async #read() {
    const database = await this.#database();
    const ids = /** @type {number[]} */ (await database.getAllKeys("segments"));
    const there = new Set(ids);
    for (const id of this.#segments.keys()) if (!there.has(id)) this.#forget(id);
    for (const id of ids.filter((id) => !this.#segments.has(id))) {
      const stored = await database.get("segments", id);
      if (stored === undefined) throw new Joined();
      this.#segments.set(id, { ...stored, words: new Lines(stored.words) });
    }
    return [...this.#segments.values()];
  }

  /** @param {number} id */
  #forget(id) {
    this.#segments.delete(id);
    for (const [key, bytes] of this.#parts) {
      if (!key.startsWith(`${id} `)) continue;
      this.#parts.delete(key);
      this.#held -= bytes.length;
    }
  }

  /**
   * What one word comes to: for each article the best of what may be meant by it.
   *
   * @param {string} word @param {Held[]} segments @param {number} total @param {Map<string, number>} words
   * @returns {Promise<Map<number, number>>}
   */
  async #one(word, segments, total, words) {
    const meant = meantBy(word, segments);
    for (const { segment, at, trust } of meant) {
      const found = segment.words.at(at);
      words.set(found, Math.max(trust, words.get(found) ?? 0));
    }
    const bytes = await Promise.all(meant.map(({ segment, at }) => this.#postings(segment, rangeOf(segment, at))));
    /** @type {Map<number, number>} */ const scores = new Map();
    for (const [i, { segment, at, trust }] of meant.entries()) {
      const count = countOf(segment, at);
      // BM25's: a word that few articles have says more.
      const worth = trust * Math.log(1 + (total - Math.min(count, total) + 0.5) / (count + 0.5));
      const given = bytes[i] ?? new Uint8Array();
      eachPosting(given, 0, given.length, (n, weight) => {
        const [number, score] = [n + segment.base, worth * weight];
        if (score > (scores.get(number) ?? 0)) scores.set(number, score);
      });
    }
    return scores;
  }

  /** @param {Held} segment @param {[number, number]} range @returns {Promise<Uint8Array>} */
  async #postings(segment, [begin, end]) {
    const first = Math.floor(begin / PART_BYTES);
    const last = Math.floor((end - 1) / PART_BYTES);
    const parts = await this.#partsFrom(segment.id, first, last);
    const from = begin - first * PART_BYTES;
    if (parts.length === 1) return /** @type {Uint8Array} */ (parts[0]).subarray(from, from + end - begin);
    const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    for (let i = 0, at = 0; i < parts.length; at += parts[i]?.length ?? 0, i += 1) bytes.set(parts[i] ?? [], at);
    return bytes.subarray(from, from + end - begin);
  }

  /** @param {number} id @param {number} first @param {number} last @returns {Promise<Uint8Array[]>} */
  async #partsFrom(id, first, last) {
    const keys = Array.from({ length: last - first + 1 }, (_, at) => `${id} ${first + at}`);
    if (!keys.every((key) => this.#parts.has(key))) {
      const read = await (await this.#database()).getAll("postings", partsOf(id, first, last));
      if (read.length < keys.length) throw new Joined();
      for (const [i, key] of keys.entries()) this.#hold(key, read[i]);
      return read;
    }
    return keys.map((key) => {
      const bytes = /** @type {Uint8Array} */ (this.#parts.get(key));
      this.#parts.delete(key);
      this.#parts.set(key, bytes);
      return bytes;
    });
  }

  /** @param {string} key @param {Uint8Array} bytes */
  #hold(key, bytes) {
    if (this.#parts.has(key)) return;
    this.#parts.set(key, bytes);
    this.#held += bytes.length;
    for (const [oldest, { length }] of this.#parts) {
      if (this.#held <= MOST_HELD) return;
      this.#parts.delete(oldest);
      this.#held -= length;
    }
  }
}

/**
 * The words of a question. What is written without spaces is parted as the index knows words, where the browser's
 * dictionary has parted it otherwise there; of letters side by side those pairs count that there are.
 *
 * @param {string} query @param {Held[]} segments @returns {string[]}
 */
function wordsOf(query, segments) {
  const begins = (/** @type {string} */ start) => segments.some(({ words }) => words.at(placeOf(words, start)).startsWith(start));
  /** @type {string[]} */ const words = [];
  /** @type {[pair: string, end: number][]} */ const pairs = [];
  eachWord(query, (word, start, end) => {
    // The last letter of a run by itself says nothing that its pair doesn't.
    if (isPair(word) && !(end - start < 2 && pairs.at(-1)?.[1] === end)) pairs.push([word, end]);
    else if (!isPair(word)) words.push(...(isUnspaced(word) ? known(word, begins) : [word]));
  });
  const there = pairs.map(([pair]) => pair).filter(begins);
  return [...new Set([...words, ...(there.length * 2 >= pairs.length ? there : pairs.map(([pair]) => pair))])];
}

/** @param {string} word @param {(start: string) => boolean} begins @returns {string[]} */
function known(word, begins) {
  const parts = [];
  for (let rest = word; rest !== ""; ) {
    let length = rest.length;
    while (length > 1 && !begins(rest.slice(0, length))) length -= 1;
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  // A letter that nothing begins with is a slip.
  const found = parts.filter((part) => part.length > 1 || begins(part));
  return found.length > 0 ? found : [word];
}

/**
 * @param {Held[]} segments @param {string} word
 * @returns {Meant[]} of each segment the likeliest
 */
function meantBy(word, segments) {
  const begun = segments.map((segment) => beginningWith(word, segment));
  const count = begun.flat().reduce((sum, { segment, at }) => sum + countOf(segment, at), 0);
  const most = count > RARE ? 0 : mayDiffer(word);
  if (most === 0) return begun.flat();
  return segments.flatMap((segment, i) => {
    const meant = begun[i] ?? [];
    const has = new Set(meant.map(({ at }) => at));
    eachNear(segment.words, word, most, (at, difference) => void (has.has(at) || meant.push({ segment, at, trust: difference > 1 ? TWO_OFF : ONE_OFF })));
    return meant.sort((a, b) => b.trust - a.trust).slice(0, MOST_MEANT);
  });
}

/** The word itself, and of those that begin so the most frequent. @param {string} word @param {Held} segment @returns {Meant[]} */
function beginningWith(word, segment) {
  const [from, to] = beginning(segment.words, word);
  if (to - from <= MOST_MEANT) return Array.from({ length: to - from }, (_, i) => ({ segment, at: from + i, trust: segment.words.at(from + i) === word ? 1 : BEGINS }));
  const { ends } = segment;
  const sizes = Uint32Array.from({ length: to - from }, (_, i) => ends[from + i] - (from + i === 0 ? 0 : ends[from + i - 1]));
  const least = sizes.toSorted()[sizes.length - MOST_MEANT] ?? 0;
  /** @type {Meant[]} */ const meant = [];
  for (let i = 0; i < sizes.length; i += 1) {
    const isWord = i === 0 && segment.words.at(from) === word;
    if (isWord || (sizes[i] >= least && meant.length < MOST_MEANT)) meant.push({ segment, at: from + i, trust: isWord ? 1 : BEGINS });
  }
  return meant;
}

/** In how many articles a word stands, about. @param {Held} segment @param {number} at */
function countOf(segment, at) {
  const [begin, end] = rangeOf(segment, at);
  return Math.ceil((end - begin) / POSTING);
}

/** @param {Map<number, number>[]} all @returns {Map<number, number>} */
function inAll(all) {
  const [least, ...others] = all.toSorted((a, b) => a.size - b.size);
  /** @type {Map<number, number>} */ const scores = new Map();
  for (const [n, score] of least ?? []) {
    let sum = score;
    for (const other of others) {
      const more = other.get(n);
      sum = more === undefined ? NaN : sum + more;
    }
    if (!Number.isNaN(sum)) scores.set(n, sum);
  }
  return scores;
}
