// The panel for saving: what is made of the article, and for whom. The file itself is made by a page of Lede's.

(() => {
  const lede = globalThis.lede;
  if (lede.saveTools !== undefined) return;

  const { make } = lede;

  /** What the buttons do. @param {LedeReader} reader @param {(text: string | undefined) => void} say */
  const acts = (reader, say) => {
    const { words, settings } = reader;
    const ask = (/** @type {object} */ value) => lede.ask("save", { article: reader.article, ...value });
    /** @param {string} to */
    const keep = async (to) => {
      say(words.saveWorking);
      await lede.ask("save", { how: "keep", to, format: settings.saveFormat });
    };
    /** @param {string} as */
    const copy = async (as) => {
      const quote = `${lede.selectedRange(reader) ?? ""}`;
      const made = await ask({ how: "text", as, style: settings.saveStyle, quote });
      say(made !== undefined && lede.copy(reader, made.text, made.html) ? words.toolMarkCopied : words.saveFailed);
    };
    /** @param {string} to */
    const send = async (to) => {
      const note = to === "obsidian" ? await ask({ how: "text", as: "note" }) : undefined;
      const isCopied = note !== undefined && lede.copy(reader, note.text);
      if (!(await ask({ how: "send", to, isCopied }))) say(words.saveFailed);
    };
    const share = () => {
      const { title, canonicalUrl, url } = reader.article;
      navigator.share({ title: title ?? "", url: canonicalUrl ?? url }).catch(() => {});
    };
    return { keep, copy, send, share };
  };

  lede.saveTools = async (reader, { reading }) => {
    const { words, settings } = reader;
    const kit = await lede.ask("save", { how: "kit" });
    Object.assign(words, kit?.words);
    const said = make("p", { role: "status" });
    const say = (/** @type {string | undefined} */ text) => {
      said.textContent = text ?? "";
      if (!said.isConnected) lede.say(reader, said.textContent);
    };
    lede.saved = (text) => reader.dialog.isConnected && (say(text), true);
    const { keep, copy, send, share } = acts(reader, say);
    const button = (/** @type {string | undefined} */ word, /** @type {() => unknown} */ press) => lede.button(reader, word, () => void press());
    const group = (/** @type {HTMLElement[]} */ ...buttons) => make("div", { class: "choices" }, ...buttons);
    /** @param {string | undefined} word @param {string} name @param {[string, string][]} choices */
    const choice = (word, name, choices) => {
      const select = make("select", {}, ...choices.map(([value, label]) => make("option", { value }, label)));
      select.value = settings[name];
      select.addEventListener("input", () => lede.change(reader, { [name]: select.value }));
      return make("label", { class: "row" }, make("span", {}, word ?? ""), select);
    };

    const fill = (/** @type {HTMLElement} */ panel) => {
      const { hasLink = false, formats = [], styles = [] } = kit ?? {};
      said.textContent = "";
      panel.replaceChildren(
        choice(words.saveFormat, "saveFormat", formats),
        // Nothing is kept of private windows.
        group(button(words.saveFile, () => keep("file")), ...(reading.mayKeep ? [button(words.saveLibrary, () => keep("library"))] : [])),
        said,
        group(...[["saveCopyMarkdown", "markdown"], ["saveCopyRich", "rich"]].map(([word = "", as = ""]) => button(words[word], () => copy(as)))),
        choice(words.saveStyle, "saveStyle", styles),
        group(button(words.saveCopyCited, () => copy("cited"))),
        group(
          button(words.savePdf, () => reader.keys.get("p")?.(new KeyboardEvent("keydown"))),
          button(words.saveObsidian, () => send("obsidian")),
          ...(hasLink ? [button(words.saveProgram, () => send("link"))] : []),
          ...(typeof navigator.share === "function" ? [button(words.saveShare, share)] : []),
          button(words.saveOptions, () => lede.ask("save", { how: "options" })),
        ),
      );
    };
    return { fill };
  };
})();
