// The panel for listening: play, pause, paragraphs, speed, voice. It reads on when the panel closes.

(() => {
  const lede = globalThis.lede;
  if (lede.listen !== undefined) return;

  const { make } = lede;

  lede.listen = (reader, given, panel) => {
    const { words } = reader;
    const problem = make("p", { class: "problem" });
    const speech = lede.speech(reader, (what) => {
      const isSpeaking = speech.state === "speaking";
      const word = (isSpeaking ? words.toolPause : words.toolPlay) ?? "";
      play.replaceChildren(lede.icon(isSpeaking ? "pause" : "play"));
      for (const name of ["aria-label", "title"]) play.setAttribute(name, `${word}${name === "title" ? " (k)" : ""}`);
      panel.button.toggleAttribute("data-on", isSpeaking);
      problem.textContent = what === "" ? "" : problemOf(what, reader, speech.lang);
      if (what === "") return;
      if (panel.element.hidden) panel.open();
      lede.say(reader, problem.textContent);
    });
    const [back, on] = [-1, 1].map((by) => () => speech.skip(by));
    const button = (/** @type {LedeButton} */ how) => {
      const made = lede.iconButton(reader, how);
      lede.shortcut(reader, how);
      return made;
    };
    const play = lede.iconButton(reader, { name: "play", word: words.toolPlay, key: "k", press: () => speech.toggle() });
    const controls = make(
      "div",
      { class: "controls", role: "group", "aria-label": words.toolListen },
      button({ name: "skipBack", word: words.toolParagraphBack, key: "j", press: back }),
      play,
      button({ name: "skipOn", word: words.toolParagraphOn, key: ";", press: on }),
      button({ name: "stop", word: words.toolStop, press: () => speech.stop() }),
    );
    const { row, fill } = voiceChoice(reader, speech);
    const settings = [speed(reader, given, speech), row];
    return {
      ...{ toggle: () => speech.toggle(), back, on },
      fill(element) {
        element.append(controls, problem, ...settings);
        void fill();
        if (reader.root.activeElement === element) play.focus();
      },
    };
  };

  /** @param {string} what @param {LedeReader} reader @param {string} lang */
  const problemOf = (what, { words }, lang) => {
    if (what === "fails") return words.toolVoiceFails ?? "";
    const [language = "und"] = lang.split(/[-_]/);
    const name = /^[a-z]{2,8}$/i.test(language) ? new Intl.DisplayNames(words.locale, { type: "language" }).of(language) : lang;
    return (words.toolNoVoice ?? "").replace("{language}", name ?? lang);
  };

  /** @param {LedeReader} reader @param {LedeEquipment} given @param {LedeSpeech} speech */
  const speed = (reader, { table }, speech) => {
    const { words, settings } = reader;
    const { from, to, step } = table.speed;
    const range = make("input", { type: "range", min: from, max: to, step, id: "speed" });
    const value = make("output", { for: "speed" });
    const show = () => {
      value.textContent = `${new Intl.NumberFormat(words.locale, { minimumFractionDigits: 1 }).format(settings.speed / 100)}×`;
      range.setAttribute("aria-valuetext", value.textContent);
    };
    range.value = String(settings.speed);
    let timer = 0;
    range.addEventListener("input", () => {
      lede.change(reader, { speed: Number(range.value) });
      show();
      // While one draws, the voice would begin anew with each step.
      clearTimeout(timer);
      timer = window.setTimeout(() => speech.again(), 250);
    });
    show();
    return make("label", { class: "row" }, make("span", {}, words.toolSpeed ?? ""), range, value);
  };

  /** The voices of the article's language, filled each time: voices come and go. @param {LedeReader} reader @param {LedeSpeech} speech */
  const voiceChoice = (reader, speech) => {
    const { words, settings } = reader;
    const { lang } = speech;
    const choice = make("select");
    const label = make("label", { class: "row" }, make("span", {}, words.toolVoice ?? ""), choice);
    const remote = lede.check(reader, "remoteVoices", words.toolRemoteVoices ?? "");
    const fill = async () => {
      const voices = await lede.voices.all();
      const fitting = lede.voices.of(voices, lang, settings.remoteVoices);
      const chosen = lede.voices.chosen(fitting, settings.voices, lang);
      const options = fitting.map((voice) => {
        const name = lede.voices.nameOf(voice);
        const option = make("option", { value: name }, voice.localService ? name : `${name} — ${words.toolVoiceRemote}`);
        option.selected = voice === chosen;
        return option;
      });
      choice.replaceChildren(...options);
      label.hidden = fitting.length === 0;
      remote.hidden = lede.voices.of(voices, lang, true).every((voice) => voice.localService);
    };
    choice.addEventListener("input", () => {
      lede.change(reader, { voices: lede.voices.choose(settings.voices, lang, choice.value) });
      speech.again();
    });
    remote.addEventListener("input", () => {
      void fill();
      speech.again();
    });
    return { row: make("div", {}, label, remote), fill };
  };
})();
