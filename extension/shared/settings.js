// Every setting of the reader: its default, and what it may be. What is stored is only what differs from the default,
// for all sites or for one; whatever does not fit this table (an older version's, a damaged one's) is passed over.

/**
 * @typedef {{ standard: string, oneOf: string[] } | { standard: number, from: number, to: number, step: number }
 *   | { standard: boolean } | { standard: string, colour: true } | { standard: string, text: true }} Setting
 */

/** @type {Record<string, Setting>} */
export const SETTINGS = {
  theme: { standard: "system", oneOf: ["system", "light", "sepia", "dark", "black", "contrast", "own"] },
  ownPaper: { standard: "#f4ecd8", colour: true },
  ownInk: { standard: "#3a2f20", colour: true },
  ownLink: { standard: "#14567f", colour: true },
  font: { standard: "serif", oneOf: ["serif", "sans", "mono", "dyslexic"] },
  /** Percent of the browser's own size. */
  size: { standard: 100, from: 60, to: 300, step: 10 },
  /** Percent of the text's size. */
  leading: { standard: 160, from: 110, to: 260, step: 10 },
  /** Hundredths of an em. */
  letters: { standard: 0, from: 0, to: 20, step: 1 },
  /** Hundredths of an em. */
  wordGap: { standard: 0, from: 0, to: 60, step: 4 },
  /** Widths of a digit. */
  measure: { standard: 66, from: 30, to: 110, step: 4 },
  align: { standard: "start", oneOf: ["start", "justify"] },
  /** Where the script knows columns of lines (Japanese, Chinese, Korean). */
  writing: { standard: "horizontal", oneOf: ["horizontal", "vertical"] },
  pictures: { standard: true },
  previews: { standard: true },
  progress: { standard: true },
  /** How many lines stand out; none for no focus on lines. */
  lineFocus: { standard: 0, from: 0, to: 7, step: 1 },
  /** Percent of a voice's own speed. */
  speed: { standard: 100, from: 50, to: 300, step: 10 },
  /** Voices by language, as `de=Name|fr=Name`. */
  voices: { standard: "", text: true },
  remoteVoices: { standard: false },
  /** Whether links stand as notes on paper. */
  printLinks: { standard: false },
  /** The one last used: save/formats.js. */
  saveFormat: { standard: "html", oneOf: ["html", "epub", "markdown", "zip", "text", "json"] },
  /** What names of files are made of; the engine's own where it is empty. */
  saveName: { standard: "", text: true },
  /** Of citations. */
  saveStyle: { standard: "apa", oneOf: ["apa", "mla", "chicago", "bibtex", "ris"] },
  /** The address that opens a program of the person's own, with gaps. */
  saveLink: { standard: "", text: true },
  /** Whether to ask for the sites of pictures. */
  saveAsk: { standard: true },
};

/** What a site may have of its own. */
export const LOOK = new Set(
  "theme ownPaper ownInk ownLink font size leading letters wordGap measure align writing pictures".split(" "),
);

/** Longer texts are no settings. */
const MAX_TEXT = 2000;

/** What is left of some values when all goes that no setting may be. @param {any} values @returns {Record<string, any>} */
export function valid(values) {
  const pairs = Object.entries(values ?? {}).filter(([name, value]) => Object.hasOwn(SETTINGS, name) && fits(SETTINGS[name], value));
  return Object.fromEntries(pairs);
}

/** @param {Setting | undefined} setting @param {any} value */
function fits(setting, value) {
  if (setting === undefined || typeof value !== typeof setting.standard) return false;
  if ("oneOf" in setting) return setting.oneOf.includes(value);
  if ("from" in setting) return value >= setting.from && value <= setting.to;
  if ("colour" in setting) return /^#[0-9a-f]{6}$/i.test(value);
  return typeof value !== "string" || value.length <= MAX_TEXT;
}

/** All settings, from what is stored for all sites and for one. @param {any[]} stored later ones win */
export function complete(...stored) {
  const standard = Object.fromEntries(Object.entries(SETTINGS).map(([name, setting]) => [name, setting.standard]));
  return Object.assign(standard, ...stored.map(valid));
}
