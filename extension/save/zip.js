// Markdown and the pictures beside it as one file.

import { zipSync } from "../vendor/fflate.js";

/**
 * @param {string} name of the text @param {Uint8Array} text @param {{ name?: string, bytes: Uint8Array }[]} pictures
 * @param {number} saved the time of all files in it
 */
export function zipped(name, text, pictures, saved) {
  /** @type {Record<string, any>} */
  const files = { [name]: [text, { level: 6 }] };
  // Pictures are packed already.
  for (const picture of pictures) if (picture.name !== undefined) files[picture.name] = [picture.bytes, { level: 0 }];
  return /** @type {Uint8Array<ArrayBuffer>} */ (zipSync(files, { mtime: saved }));
}
