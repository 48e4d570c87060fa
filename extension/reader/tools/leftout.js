// What was left out, on request: in its place, marked, with the reason, and a way back into the story.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("leftout")) return;

  const { make } = lede;

  /** Reasons in plain words, by the names of the engine's rules (src/keep/). What is not here is "other". */
  const REASONS = Object.entries({
    Advert: "asks to join|asks for an address|asks for an answer|says what it is|notice by name|page's own frame",
    Related: "another story|cards of other stories|list of links|heads links to elsewhere|line that leads elsewhere",
    Repeated: "says what the head says|title again|headline|byline|label above the headline|quotation pulled out of the text",
    Hidden: "hidden|for screen readers|dialog|long text in a dialog|second drawing of a formula",
    Navigation: "navigation|control|words of a control|links to nowhere|link to edit|link to itself|tools of a post|footer",
    Hand: "chosen by hand",
  }).flatMap(([reason, rules]) => rules.split("|").map((rule) => /** @type {[string, string]} */ ([rule, reason])));
  const BY_RULE = new Map(REASONS);

  /** @param {LedeReader} reader @param {HTMLElement} section */
  const mark = (reader, section) => {
    const { words } = reader;
    const text = section.textContent;
    const linked = [...section.querySelectorAll("a")].reduce((sum, link) => sum + link.textContent.length, 0);
    const why = words[`toolWhy${BY_RULE.get(section.dataset.rule ?? "") ?? (linked > text.length / 2 ? "Related" : "Other")}`] ?? "";
    const keep = lede.button(reader, words.toolKeepThis, () => void restore(reader, section, text));
    section.setAttribute("role", "group");
    section.setAttribute("aria-label", why);
    section.prepend(make("p", { class: "why" }, why, keep));
  };

  /** @param {LedeReader} reader @param {HTMLElement} section @param {string} text */
  const restore = async (reader, section, text) => {
    const found = (await lede.bringPicker(reader)) ? lede.picker.find(text) : [];
    const { keep, drop } = lede.wishOf(reader);
    const at = [...reader.story.querySelectorAll(".left-out")].indexOf(section);
    const isNamed = found.length > 0;
    if (isNamed) await lede.reread(reader, { keep: [...keep, ...found], drop: drop.filter((element) => !found.includes(element)) });
    // It can't be told from which elements it was made: it stays where it is seen.
    else section.replaceWith(...[...section.childNodes].slice(1));
    const next = [...reader.story.querySelectorAll(".left-out")][at];
    (next?.querySelector("button") ?? reader.scroller).focus({ preventScroll: true });
    if (isNamed) lede.offerRules(reader);
  };

  lede.tools.set("leftout", (reader) => {
    const { words, story, changes, presses } = reader;
    const show = async () => {
      const leftOut = !lede.wishOf(reader).leftOut;
      await lede.reread(reader, { leftOut });
      const isEmpty = lede.wishOf(reader).leftOut && story.querySelector(".left-out") === null;
      if (isEmpty) lede.offer(reader, words.toolNoLeftOut ?? "");
    };
    const button = lede.entry(reader, { name: "leftout", word: words.toolLeftOut ?? "", key: "o", press: show });
    button.setAttribute("aria-pressed", "false");
    lede.entry(reader, { name: "report", word: words.toolReport ?? "", press: () => void lede.ask("report") });
    changes.push(() => {
      for (const old of presses.keys()) if (old.closest(".why") !== null && !old.isConnected) presses.delete(old);
      button.setAttribute("aria-pressed", String(lede.wishOf(reader).leftOut));
      for (const section of story.querySelectorAll(".left-out:not(:has(> .why))")) mark(reader, /** @type {HTMLElement} */ (section));
    });
  });
})();
