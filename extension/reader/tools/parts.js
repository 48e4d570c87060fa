// An article as it is spoken: paragraphs of sentences, and where in the article their words stand.

(() => {
  const lede = globalThis.lede;
  if (lede.spoken !== undefined) return;

  const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, caption, td, th, summary, figure, div, section, header, article";
  /** What one does not hear: code, readings of signs, numbers of notes, what is not the author's. */
  const SILENT = "pre, rt, rp, annotation, annotation-xml, button, sup > a[href^='#'], .site, .facts, .ref, .refs, [aria-hidden=true]";
  /** After these a full stop ends no sentence. */
  const SHORT = /(?:^|[\s(])(?:\p{Lu}|\d{1,2}|Mr|Mrs|Ms|Dr|Prof|St|Nr|No|Jr|Sr|Sra|Mme|Hr|Fr|ca|vs)\.\s*$/u;
  /** Voices from the net break off after a quarter of a minute: what is longer is spoken in parts. */
  const CLAUSE = /.{100,220}?[,;:،؛、，；]\s?|.{1,260}(?:\s|$)|.{1,260}/gsu;
  const LONG = 260;

  /** @param {string} lang @param {"sentence" | "word"} granularity */
  const segmenter = (lang, granularity) => {
    try {
      return new Intl.Segmenter(lang, { granularity });
    } catch {
      return new Intl.Segmenter(undefined, { granularity });
    }
  };

  /** Where the sentences of a text begin and end. @param {string} text @param {string} lang @returns {[number, number][]} */
  const sentencesOf = (text, lang) => {
    /** @type {string[]} */ const found = [];
    for (const { segment } of segmenter(lang, "sentence").segment(text)) {
      const last = found.at(-1);
      if (last !== undefined && SHORT.test(last)) found[found.length - 1] = last + segment;
      else found.push(segment);
    }
    let at = 0;
    return found.flatMap((sentence) =>
      (sentence.length > LONG ? (sentence.match(CLAUSE) ?? []) : [sentence]).map((part) => /** @type {[number, number]} */ ([at, (at += part.length)])),
    );
  };

  /** @param {HTMLElement} story @param {string} lang @returns {LedePart[]} */
  const partsOf = (story, lang) => {
    /** @type {LedePart[]} */ const parts = [];
    const walker = Document.prototype.createTreeWalker.call(document, story, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const isBreak = node.nodeName === "BR";
      const around = node.parentElement;
      if (around === null || !(isBreak || node.nodeType === 3) || around.closest(SILENT) !== null) continue;
      const block = /** @type {HTMLElement} */ (around.closest(BLOCKS));
      let part = parts.at(-1);
      if (part?.block !== block) parts.push((part = { block, pieces: [], text: "", sentences: [] }));
      const text = isBreak ? " " : (node.nodeValue ?? "").replace(/\s/g, " ");
      if (!isBreak) part.pieces.push({ node: /** @type {Text} */ (node), at: part.text.length, length: text.length });
      part.text += text;
    }
    const heard = parts.filter(({ text, block }) => /[\p{L}\p{N}]/u.test(text) && block.checkVisibility());
    for (const part of heard) part.sentences = sentencesOf(part.text, lang).filter(([from, to]) => /[\p{L}\p{N}]/u.test(part.text.slice(from, to)));
    return heard;
  };

  /** @param {LedePart} part @param {number} from @param {number} to */
  const rangeOf = ({ pieces }, from, to) => {
    const range = Document.prototype.createRange.call(document);
    const first = pieces.findLast(({ at }) => at <= from) ?? pieces[0];
    const last = pieces.findLast(({ at }) => at < to) ?? pieces[0];
    if (first === undefined || last === undefined) return range;
    range.setStart(first.node, Math.min(Math.max(from - first.at, 0), first.node.length));
    range.setEnd(last.node, Math.min(Math.max(to - last.at, 0), last.node.length));
    return range;
  };

  lede.spoken = { parts: partsOf, range: rangeOf, segmenter };
})();
