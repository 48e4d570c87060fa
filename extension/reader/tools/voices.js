// Which voice reads an article. Voices that send the text to their maker are neither listed nor used unless the user
// has allowed them.

(() => {
  const lede = globalThis.lede;
  if (lede.voices !== undefined) return;

  /** Browsers tell their voices late, or there are none. */
  const PATIENCE_MS = 2000;

  /** The browser's speech: tests put another in its place. */
  lede.speaker ??= {
    synth: () => globalThis.speechSynthesis,
    utterance: (text) => new SpeechSynthesisUtterance(text),
  };

  /** All that there are, once there are some. @returns {Promise<SpeechSynthesisVoice[]>} */
  const all = () => {
    const synth = lede.speaker.synth();
    const now = synth?.getVoices() ?? [];
    if (synth === undefined || now.length > 0) return Promise.resolve(now);
    return new Promise((resolve) => {
      const timer = setTimeout(told, PATIENCE_MS);
      function told() {
        clearTimeout(timer);
        synth.removeEventListener("voiceschanged", told);
        resolve(synth.getVoices());
      }
      synth.addEventListener("voiceschanged", told);
    });
  };

  /** `en` of `en-GB`, or of Android's `en_GB`. @param {string} lang */
  const primary = (lang) => (lang.split(/[-_]/)[0] ?? "").toLowerCase();

  /**
   * Those of a language, the likeliest first: of its own country, of this device, the browser's own choice.
   *
   * @param {SpeechSynthesisVoice[]} voices @param {string} lang @param {boolean} withRemote
   */
  const of = (voices, lang, withRemote) => {
    const tag = lang.replaceAll("_", "-").toLowerCase();
    const rank = (/** @type {SpeechSynthesisVoice} */ voice) =>
      Number(voice.lang.replaceAll("_", "-").toLowerCase() === tag) * 4 + Number(voice.localService) * 2 + Number(voice.default);
    const fitting = voices.filter((voice) => primary(voice.lang) === primary(lang) && (withRemote || voice.localService));
    return fitting.toSorted((a, b) => rank(b) - rank(a));
  };

  /** The setting `voices` as a map. @param {string} told */
  const kept = (told) => new Map(told.split("|").map((pair) => /** @type {[string, string]} */ ([pair.split("=")[0], pair.replace(/^[^=]*=?/, "")])));
  /** @param {SpeechSynthesisVoice} voice */
  const nameOf = ({ name }) => name.replaceAll("|", " ");

  /** The one that the user has chosen for the language, or the likeliest. @param {SpeechSynthesisVoice[]} fitting @param {string} told @param {string} lang */
  const chosen = (fitting, told, lang) => fitting.find((voice) => nameOf(voice) === kept(told).get(primary(lang))) ?? fitting[0];

  /** The setting with another choice. @param {string} told @param {string} lang @param {string} name */
  const choose = (told, lang, name) => {
    const pairs = [...kept(told).set(primary(lang), name)].filter(([key]) => key !== "");
    return pairs.map(([key, value]) => `${key}=${value}`).join("|");
  };

  lede.voices = { all, of, chosen, choose, nameOf };
})();
