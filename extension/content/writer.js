// Writes a snapshot: the strings that src/dom/snapshot.rs describes and reads.

(() => {
  const lede = globalThis.lede;
  if (lede.writer !== undefined) return;

  const VERSION = 1;
  /** Longer values are pictures written into the page or a script's state: sent empty. src/dom/builder.rs does the same. */
  const MAX_VALUE = 16_384;
  const MAX_SCRIPT = 1_048_576;
  /** All values together: large pages have half a million. What comes after is sent empty. */
  const MAX_VALUES = 8_000_000;
  const MAX_ATTRIBUTES = 200;

  /** The records of the layout. */
  const [CLOSE, TEXT, OPEN] = [0, 1, 2];

  const { getAttribute, getAttributeNames } = Element.prototype;
  const textContent = lede.property(Node.prototype, "textContent");

  /** Numbers as UTF-16 units: one below 2^15, two above. */
  const numbers = () => {
    let units = new Uint16Array(1 << 15);
    let length = 0;
    return {
      put(/** @type {number} */ number) {
        if (length + 2 > units.length) {
          const larger = new Uint16Array(units.length * 2);
          larger.set(units);
          units = larger;
        }
        if (number >= 0x8000) units[length++] = 0x8000 + (number >> 15);
        units[length++] = number & 0x7fff;
      },
      /** Keeps a place for a number that becomes known later; it must be one unit. */
      keep: () => length++,
      /** @param {number} place @param {number} number */
      set(place, number) {
        units[place] = number;
      },
      toString: () => new TextDecoder("utf-16le").decode(units.subarray(0, length)),
    };
  };

  lede.writer = () => {
    const layout = numbers();
    /** @type {string[]} */ const texts = [];
    /** @type {string[]} */ const values = [];
    /** @type {Map<string, number>} */ const names = new Map();
    let length = 0;
    const putName = (/** @type {string} */ name) => {
      let at = names.get(name);
      if (at === undefined) names.set(name, (at = names.size));
      layout.put(at);
    };
    const putText = (/** @type {string[]} */ to, /** @type {string} */ text) => {
      const sent = text.toWellFormed();
      layout.put(sent.length);
      to.push(sent);
    };
    const putAttribute = (/** @type {string} */ name, /** @type {string} */ value, /** @type {number} */ most) => {
      putName(name);
      const isSent = value.length <= most && length + value.length <= MAX_VALUES;
      putText(values, isSent ? value : "");
      if (isSent) length += value.length;
    };
    return {
      open(element, name) {
        layout.put(OPEN);
        putName(name);
        const flags = layout.keep();
        const attributes = getAttributeNames.call(element).slice(0, MAX_ATTRIBUTES);
        const isScript = name === "script";
        layout.put(attributes.length + (isScript ? 1 : 0));
        for (const attribute of attributes) putAttribute(attribute, getAttribute.call(element, attribute) ?? "", MAX_VALUE);
        if (isScript) putAttribute("#script", textContent(element), MAX_SCRIPT);
        return flags;
      },
      flag: layout.set,
      text(text) {
        if (text === "") return;
        layout.put(TEXT);
        putText(texts, text);
      },
      close: () => layout.put(CLOSE),
      finish: (url) => ({
        version: VERSION,
        url: url.toWellFormed(),
        names: [...names.keys()].join("\n").toWellFormed(),
        layout: layout.toString(),
        text: texts.join(""),
        attrs: values.join(""),
      }),
    };
  };
})();
