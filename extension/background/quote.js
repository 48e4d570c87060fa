// Finds quotes again in a text that may have changed: by their words and by those around them (the TextQuoteSelector of the
// W3C's annotations). It runs here and not in the page, whose own work it would hold up.

/**
 * @typedef {{ exact: string, prefix: string, suffix: string, start: number }} Quote `start`: where it stood
 * @typedef {[number, number]} Span
 */

const AROUND = 32;
/** How many letters may have changed, as a share. */
const EDITS = 0.2;
/** Fewer letters, with those around them, may stand anywhere. */
const LEAST = 12;
/** What is longer is looked for by its two ends. */
const LONG = 240;
/** These hold the time that looking takes: pieces that are looked for, places of each, places that are compared. */
const [SEEDS, HITS, TRIES] = [24, 200, 6];

/** A part of a text as a quote. @param {string} text @param {Span} span @returns {Quote} */
export const quoteOf = (text, [start, end]) => ({
  ...{ exact: text.slice(start, end), start },
  ...{ prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(end, end + AROUND) },
});

/** How many letters around a place are as they were. @param {string} text @param {Span} span @param {Quote} quote */
const fit = (text, [start, end], { prefix, suffix }) => {
  let [before, after] = [0, 0];
  while (before < prefix.length && text[start - 1 - before] === prefix.at(-1 - before)) before += 1;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
};

/** @param {number} letters @param {Quote} quote */
const isEnough = (letters, { exact, prefix, suffix }) => letters >= Math.min(LEAST, exact.length + prefix.length + suffix.length);

/** @param {string} text @param {Quote} quote @returns {Span | null} */
const exactly = (text, quote) => {
  const { exact, start, prefix, suffix } = quote;
  let [best, most] = [-1, -1];
  const judge = (/** @type {number} */ at) => {
    const fits = fit(text, [at, at + exact.length], quote);
    if (fits > most || (fits === most && Math.abs(at - start) < Math.abs(best - start))) [best, most] = [at, fits];
  };
  if (text.startsWith(exact, start)) judge(start);
  if (most < prefix.length + suffix.length) for (let at = -1; (at = text.indexOf(exact, at + 1)) >= 0; ) judge(at);
  return best >= 0 && isEnough(exact.length + most, quote) ? [best, best + exact.length] : null;
};

/** Where pieces of the quote say that it begins, to within `size`. @param {string} text @param {Quote} quote @param {number} size */
const guesses = (text, { exact, start }, size) => {
  const length = Math.max(5, Math.min(10, exact.length >> 2));
  /** @type {Map<number, number>} */ const votes = new Map();
  for (let from = 0; from + length <= exact.length; from += Math.max(1, Math.floor(exact.length / SEEDS))) {
    const seed = exact.slice(from, from + length);
    const hits = [];
    for (let at = -1; hits.length < HITS && (at = text.indexOf(seed, at + 1)) >= 0; ) hits.push(Math.round((at - from) / size));
    // What stands everywhere says nothing.
    if (hits.length < HITS) for (const hit of hits) votes.set(hit, (votes.get(hit) ?? 0) + 1);
  }
  const away = (/** @type {number} */ hit) => Math.abs(hit * size - start);
  return [...votes].sort(([a, n], [b, m]) => m - n || away(a) - away(b)).slice(0, TRIES).map(([hit]) => hit * size);
};

/** The part of a text that is most like the words, and by how many edits not (Sellers). @param {string} text @param {string} exact */
const nearest = (text, exact) => {
  const costs = Uint16Array.from({ length: exact.length + 1 }, (_, row) => row);
  const starts = new Uint16Array(exact.length + 1);
  let best = { start: 0, end: 0, edits: exact.length };
  for (let end = 1; end <= text.length; end += 1) {
    let [cost, start] = [0, end - 1];
    starts[0] = end;
    for (let row = 1; row <= exact.length; row += 1) {
      const [left, leftStart, above] = [Number(costs[row]), Number(starts[row]), Number(costs[row - 1])];
      if (text.charCodeAt(end - 1) !== exact.charCodeAt(row - 1)) cost += 1;
      if (left + 1 < cost) [cost, start] = [left + 1, leftStart];
      if (above + 1 < cost) [cost, start] = [above + 1, Number(starts[row - 1])];
      [costs[row], starts[row], cost, start] = [cost, start, left, leftStart];
    }
    const edits = Number(costs[exact.length]);
    if (edits < best.edits) best = { start: Number(starts[exact.length]), end, edits };
  }
  return best;
};

/** @param {string} text @param {Quote} quote @returns {Span | null} */
const roughly = (text, quote) => {
  const { exact } = quote;
  const most = Math.floor(exact.length * EDITS);
  /** @type {Span | null} */ let best = null;
  let least = most + 1;
  for (const guess of most === 0 ? [] : guesses(text, quote, most + 8)) {
    const from = Math.max(0, guess - 2 * most - 16);
    const { start, end, edits } = nearest(text.slice(from, guess + exact.length + 2 * most + 16), exact);
    /** @type {Span} */ const span = [from + start, from + end];
    const fits = fit(text, span, quote);
    const cost = edits - fits / (4 * AROUND);
    if (edits > most || cost >= least || !isEnough(exact.length - edits + fits, quote)) continue;
    [best, least] = [span, cost];
  }
  return best;
};

/**
 * Where a quote is: at its place or elsewhere as it was, or about as it was. Without `isPatient` a change of its own words
 * is not looked for.
 *
 * @param {string} text @param {Quote} quote @returns {Span | null}
 */
export function find(text, quote, isPatient = true) {
  const { exact, prefix, suffix, start } = quote;
  if (exact === "") return null;
  const found = exactly(text, quote);
  if (found !== null || !isPatient) return found;
  if (exact.length <= LONG) return roughly(text, quote);
  const head = find(text, { exact: exact.slice(0, LONG), prefix, suffix: exact.slice(LONG, LONG + AROUND), start });
  if (head === null) return null;
  const before = exact.slice(-LONG - AROUND, -LONG);
  const tail = find(text, { exact: exact.slice(-LONG), prefix: before, suffix, start: head[0] + exact.length - LONG });
  return tail && Math.abs(tail[1] - head[0] - exact.length) <= exact.length * EDITS ? [head[0], tail[1]] : null;
}
