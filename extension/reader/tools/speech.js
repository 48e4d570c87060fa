// Reading aloud: sentences are spoken one after the other, with marks where the voice is.
//
// The marks are boxes of our own behind the text. The registry of CSS highlights would do it with less, but it is the
// page's too: there a page finds our ranges, by them our nodes, and by them the closed root.

(() => {
  const lede = globalThis.lede;
  if (lede.speech !== undefined) return;

  const { make, spoken } = lede;

  /** A voice that says nothing for so long will not speak. */
  const PATIENCE_MS = 12_000;
  /** How long a scroll of ours may take. */
  const SCROLL_MS = 1200;

  /** Boxes behind the text, and whether one sees them. @param {LedeReader} reader */
  const marks = ({ story, scroller, farewells }) => {
    const layer = make("div", { class: "spoken", "aria-hidden": "true" });
    /** @type {(Range | null)[]} */ let ranges = [];
    let scrolled = 0;
    const draw = () => {
      const { left, top, width } = layer.getBoundingClientRect();
      const scale = width / layer.offsetWidth || 1;
      const boxes = ranges.flatMap((range, kind) =>
        [...(range?.getClientRects() ?? [])].map((rect) => {
          const box = make("i", { class: kind === 0 ? "sentence" : "word" });
          const place = { left: rect.left - left, top: rect.top - top, width: rect.width, height: rect.height };
          for (const [name, value] of Object.entries(place)) box.style.setProperty(name, `${value / scale}px`);
          return box;
        }),
      );
      layer.replaceChildren(...boxes);
    };
    const observer = new ResizeObserver(draw);
    farewells.push(() => observer.disconnect());
    const isSeen = () => {
      const first = layer.firstElementChild?.getBoundingClientRect();
      const last = layer.querySelector(".sentence:last-of-type")?.getBoundingClientRect() ?? first;
      const { top, bottom, left, right } = scroller.getBoundingClientRect();
      return first !== undefined && last !== undefined && first.bottom > top && last.top < bottom && first.right > left && last.left < right;
    };
    const isCalm = () => {
      const { top, bottom, left, right } = scroller.getBoundingClientRect();
      const [high, low] = [top + (bottom - top) * 0.12, bottom - (bottom - top) * 0.2];
      return [...layer.children].every((box) => {
        const rect = box.getBoundingClientRect();
        return rect.top >= high && rect.bottom <= low && rect.left >= left && rect.right <= right;
      });
    };
    return {
      /** The sentence; it comes into view, unless the user has scrolled away from the last one. @param {Range} range @param {boolean} isSkip */
      sentence(range, isSkip) {
        const follows = isSkip || isSeen() || Date.now() - scrolled < SCROLL_MS;
        if (!layer.isConnected) {
          story.parentElement?.insertBefore(layer, story);
          observer.observe(story);
        }
        ranges = [range];
        draw();
        if (!follows || isCalm()) return;
        scrolled = Date.now();
        layer.firstElementChild?.scrollIntoView({ block: "center", inline: "center" });
      },
      /** @param {Range} range */
      word(range) {
        ranges[1] = range;
        draw();
      },
      clear() {
        observer.disconnect();
        ranges = [];
        layer.replaceChildren();
        layer.remove();
      },
    };
  };

  /** Where to begin: at what is selected, or at the first paragraph that one sees. @param {LedeReader} reader @param {LedePart[]} parts @returns {[number, number]} */
  const startOf = (reader, parts) => {
    const place = lede.selectedRange(reader);
    const isBefore = (/** @type {LedePart} */ part, /** @type {number} */ to) =>
      place !== null && spoken.range(part, 0, to).comparePoint(place.startContainer, place.startOffset) > 0;
    const { top } = reader.scroller.getBoundingClientRect();
    const isPast = (/** @type {LedePart} */ part) =>
      place === null ? part.block.getBoundingClientRect().bottom <= top + 48 : isBefore(part, part.text.length);
    const at = Math.max(parts.findIndex((part) => !isPast(part)), 0);
    const part = parts[at];
    const sentence = place === null ? 0 : (part?.sentences.findIndex(([, to]) => !isBefore(part, to)) ?? 0);
    return [at, Math.max(sentence, 0)];
  };

  class Speech {
    /** @type {LedeSpeech["state"]} */ state = "off";
    lang;
    #reader;
    #changed;
    #marks;
    /** @type {LedePart[]} */ #parts = [];
    #at = 0;
    #sentence = 0;
    /** @type {SpeechSynthesisVoice | undefined} */ #voice;
    /** It is held, or the browser might throw it away while it speaks. @type {SpeechSynthesisUtterance | null} */
    #current = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
    /** Counts what was begun, since voices come late. */
    #turn = 0;

    /** @param {LedeReader} reader @param {(problem: string) => void} changed */
    constructor(reader, changed) {
      this.#reader = reader;
      this.#changed = changed;
      this.#marks = marks(reader);
      this.lang = reader.article.lang ?? reader.words.locale;
      reader.farewells.push(() => {
        this.state = "off";
        this.#hush();
      });
    }

    toggle() {
      if (this.state !== "speaking") return void this.#begin(this.state === "paused");
      // Cancelled and not paused: a voice from the net does not come back from a pause.
      this.#hush();
      this.#become("paused");
    }

    again() {
      if (this.state === "speaking") void this.#begin(true);
    }

    /** @param {string} [problem] */
    stop(problem) {
      this.#hush();
      this.#marks.clear();
      this.#become("off", problem);
    }

    skip(/** @type {number} */ by) {
      if (this.state === "off" || this.#parts.length === 0) return;
      // Back is first to the beginning of this one.
      if (by > 0 || this.#sentence === 0) this.#at = Math.min(Math.max(this.#at + by, 0), this.#parts.length - 1);
      this.#sentence = 0;
      this.#hush();
      this.#speak(true);
    }

    /** @param {LedeSpeech["state"]} state */
    #become(state, problem = "") {
      this.state = state;
      this.#changed(problem);
    }

    /** @param {boolean} isOn whether it goes on where it was */
    async #begin(isOn) {
      this.#hush();
      this.#become("speaking");
      const turn = (this.#turn += 1);
      const { settings, story } = this.#reader;
      const voices = lede.voices.of(await lede.voices.all(), this.lang, settings.remoteVoices);
      if (this.state !== "speaking" || turn !== this.#turn) return;
      this.#voice = lede.voices.chosen(voices, settings.voices, this.lang);
      if (this.#voice === undefined) return this.stop("none");
      if (!isOn || this.#parts.length === 0) {
        this.#parts = spoken.parts(story, this.lang);
        [this.#at, this.#sentence] = startOf(this.#reader, this.#parts);
      }
      this.#speak(true);
    }

    #hush() {
      clearTimeout(this.#timer);
      if (this.#current !== null) lede.speaker.synth().cancel();
      this.#current = null;
    }

    #next() {
      this.#sentence += 1;
      if (this.#sentence >= (this.#parts[this.#at]?.sentences.length ?? 0)) [this.#at, this.#sentence] = [this.#at + 1, 0];
      if (this.#at >= this.#parts.length) this.stop();
      else this.#speak(false);
    }

    /** The paragraph; tools may have put elements around its words since. */
    #part() {
      const isWhole = this.#parts[this.#at]?.pieces.every(({ node, length }) => node.isConnected && node.length === length);
      if (!isWhole) this.#parts = spoken.parts(this.#reader.story, this.lang);
      return this.#parts[this.#at];
    }

    /** @param {boolean} isSkip whether the user has asked for this place */
    #speak(isSkip) {
      const part = this.#part();
      const [from, to] = part?.sentences[this.#sentence] ?? [0, 0];
      if (part === undefined || to === 0) return this.stop();
      this.#marks.sentence(spoken.range(part, from, from + part.text.slice(from, to).trimEnd().length), isSkip);
      if (this.state !== "speaking") return;
      const synth = lede.speaker.synth();
      // What the page was saying would be in the way, and so would its pause.
      if (this.#current === null) synth.cancel();
      this.#current = this.#utterance(part, from, to);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.stop("fails"), PATIENCE_MS);
      synth.speak(this.#current);
      synth.resume();
    }

    /** @param {LedePart} part @param {number} from @param {number} to */
    #utterance(part, from, to) {
      const text = part.text.slice(from, to);
      const utterance = lede.speaker.utterance(text);
      if (this.#voice !== undefined) utterance.voice = this.#voice;
      utterance.lang = this.#voice?.lang ?? this.lang;
      utterance.rate = this.#reader.settings.speed / 100;
      const isCurrent = () => this.#current === utterance;
      utterance.onstart = () => void (isCurrent() && clearTimeout(this.#timer));
      utterance.onend = () => void (isCurrent() && this.#next());
      utterance.onerror = () => void (isCurrent() && this.stop("fails"));
      utterance.onboundary = ({ name, charIndex, charLength }) => {
        if (!isCurrent() || name === "sentence") return;
        const length = charLength || spoken.segmenter(this.lang, "word").segment(text).containing(charIndex)?.segment.length || 0;
        if (length > 0) this.#marks.word(spoken.range(part, from + charIndex, from + charIndex + length));
      };
      return utterance;
    }
  }

  lede.speech = (reader, changed) => new Speech(reader, changed);
})();
