// The settings put on: names of theme and fonts as attributes, sizes as custom properties, for reader.css.

(() => {
  const lede = globalThis.lede;
  if (lede.dress !== undefined) return;

  const NAMES = ["theme", "font", "align"];
  /** How much of a text tells its script. */
  const SAMPLE = 3000;
  const SCRIPTS = Object.entries({
    cjk: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu,
    arabic: /\p{sc=Arabic}/gu,
    hebrew: /\p{sc=Hebrew}/gu,
  });

  /** The script of most letters, where it has ways of its own: what pages say of their language is often wrong. @param {string} text */
  const scriptOf = (text) => {
    const count = (/** @type {RegExp} */ letters) => text.match(letters)?.length ?? 0;
    const half = count(/\p{L}/gu) / 2;
    return SCRIPTS.find(([, letters]) => count(letters) > half)?.[0] ?? "";
  };

  /** How bright a colour is, from 0 to 1, as contrast is reckoned. @param {string} colour `#rrggbb` */
  const luminance = (colour) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = Number.parseInt(colour.slice(2 * i + 1, 2 * i + 3), 16) / 255;
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);

  /** @param {HTMLElement} dialog @param {Record<string, any>} settings */
  lede.dress = (dialog, settings) => {
    const { dataset, style } = dialog;
    for (const name of NAMES) dataset[name] = settings[name];
    dataset.script ??= scriptOf(dialog.querySelector("article")?.textContent.slice(0, SAMPLE) ?? "");
    dataset.writing = dataset.script === "cjk" ? settings.writing : "horizontal";
    dialog.toggleAttribute("data-bare", !settings.pictures);
    const { theme, size, leading, letters, wordGap, measure, ownPaper, ownInk, ownLink } = settings;
    // For what the browser draws, and the strip beside the page (content/page.css).
    const shade = luminance(ownPaper) < 0.18 ? "dark" : "light";
    style.colorScheme = theme === "own" ? shade : "";
    dataset.strip = theme === "own" ? shade : theme;
    const lengths = { size: size / 100, leading: leading / 100, letters: `${letters / 100}em`, "word-gap": `${wordGap / 100}em` };
    const values = { ...lengths, measure: `${measure}ch`, "own-paper": ownPaper, "own-ink": ownInk, "own-link": ownLink };
    for (const [name, value] of Object.entries(values)) style.setProperty(`--${name}`, String(value));
  };
  lede.luminance = luminance;

  /** A style sheet of our own, which the page's policy does not govern. */
  lede.adopt = (root, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
})();
