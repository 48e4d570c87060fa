// The font that comes with Lede: OpenDyslexic (fonts/OFL.txt). Its bytes go to the page as a message, since a page's policy
// may forbid the files, and since pages must not be able to see that they are there.

import { api } from "./api.js";

const FACES = [
  { file: "regular", weight: "400", style: "normal" },
  { file: "bold", weight: "700", style: "normal" },
  { file: "italic", weight: "400", style: "italic" },
];

/** @returns {Promise<{ weight: string, style: string, base64: string }[]>} */
export function fontFaces() {
  return Promise.all(FACES.map(async ({ file, ...face }) => ({ ...face, base64: await base64(`fonts/opendyslexic-${file}.woff2`) })));
}

/** @param {string} path @returns {Promise<string>} */
async function base64(path) {
  const bytes = new Uint8Array(await (await fetch(api.runtime.getURL(path))).arrayBuffer());
  return /** @type {any} */ (bytes).toBase64();
}
