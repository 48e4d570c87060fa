// The words of a segment as they are stored, sorted, a line each. They are not parted when they are read: of some hundred
// thousand a search looks at few, and one text takes less room than as many strings.

/** Like an array of them, as far as it is needed. */
export class Lines {
  #text;
  /** Where each begins, and where one more would. */
  #starts;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    this.#starts = startsOf(text);
  }

  get length() {
    return this.#starts.length - 1;
  }

  /** @param {number} at from nought on; there is an empty word behind the last */
  at(at) {
    return this.#text.slice(this.#starts[at], this.#starts[at + 1] - 1);
  }

  /** What is held, in bytes, about. */
  get held() {
    return this.#text.length * 2 + this.#starts.byteLength;
  }
}

/** @param {string} text @returns {Uint32Array} */
function startsOf(text) {
  if (text === "") return Uint32Array.of(0);
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  starts.push(text.length + 1);
  return Uint32Array.from(starts);
}
