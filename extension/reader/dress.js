// The settings put on: names of theme and fonts as attributes, sizes as custom properties, for reader.css.

(() => {
  const lede = globalThis.lede;
  if (lede.dress !== undefined) return;

  const NAMES = ["theme", "font", "align", "writing"];

  /** @param {HTMLElement} dialog @param {Record<string, any>} settings */
  lede.dress = (dialog, settings) => {
    for (const name of NAMES) dialog.setAttribute(`data-${name}`, settings[name]);
    dialog.toggleAttribute("data-bare", !settings.pictures);
    const { size, leading, letters, wordGap, measure, ownPaper, ownInk, ownLink } = settings;
    const lengths = { size: size / 100, leading: leading / 100, letters: `${letters / 100}em`, "word-gap": `${wordGap / 100}em` };
    const values = { ...lengths, measure: `${measure}ch`, "own-paper": ownPaper, "own-ink": ownInk, "own-link": ownLink };
    for (const [name, value] of Object.entries(values)) dialog.style.setProperty(`--${name}`, String(value));
  };
})();
