// A voice for tests: browsers without a window have none, or some that can't be followed.

/** A speaker that is told when it has spoken; for the world in which the reader's scripts run. */
export function speaker() {
  const world = /** @type {any} */ (globalThis);
  /** @type {any} */ let current = null;
  /** @type {any[]} */ const said = [];
  const voices = [
    { name: "Hans", lang: "de-DE", localService: true, default: true },
    { name: "Cloud", lang: "en-US", localService: false, default: false },
    { name: "Bert", lang: "en-US", localService: true, default: false },
    { name: "Anna", lang: "en-GB", localService: true, default: true },
  ];
  const synth = {
    getVoices: () => voices,
    cancel: () => (current = null),
    resume() {},
    speak(/** @type {any} */ it) {
      current = it;
      said.push({ text: it.text, lang: it.lang, rate: it.rate, voice: it.voice?.name });
      it.onstart();
    },
  };
  world.lede.speaker = { synth: () => synth, utterance: (/** @type {string} */ text) => ({ text }) };
  world.fake = {
    told: () => ({ said, isSpeaking: current !== null }),
    end: () => current?.onend(),
    word: (/** @type {number} */ charIndex, /** @type {number} */ charLength) => current?.onboundary({ name: "word", charIndex, charLength }),
  };
  return true;
}
