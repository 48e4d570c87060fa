// What a picture is: told by its bytes, whatever its server called it. The same table as in src/save/pictures.rs.

/** `inBooks`: whether every reader of EPUBs shows it. @typedef {{ mime: string, ending: string, inBooks: boolean }} Kind */

/** Bytes by where they stand; a text stands for its letters. @type {[Kind, [number, string | number[]][]][]} */
const SIGNS = [
  [{ mime: "image/png", ending: "png", inBooks: true }, [[0, [0x89]], [1, "PNG\r\n\x1a\n"], [12, "IHDR"]]],
  [{ mime: "image/jpeg", ending: "jpg", inBooks: true }, [[0, [0xff, 0xd8, 0xff]]]],
  [{ mime: "image/gif", ending: "gif", inBooks: true }, [[0, "GIF87a"]]],
  [{ mime: "image/gif", ending: "gif", inBooks: true }, [[0, "GIF89a"]]],
  [{ mime: "image/webp", ending: "webp", inBooks: false }, [[0, "RIFF"], [8, "WEBP"]]],
  [{ mime: "image/avif", ending: "avif", inBooks: false }, [[4, "ftypavif"]]],
  [{ mime: "image/avif", ending: "avif", inBooks: false }, [[4, "ftypavis"]]],
];
/** Vector graphics are text, and are drawn before they are saved. */
export const SVG = { mime: "image/svg+xml", ending: "svg", inBooks: false };
/** How far the beginning of one may reach. */
const SVG_HEAD = 4000;
/** What is shorter is no picture. */
const LEAST = 12;

/** @param {Uint8Array} bytes @returns {Kind | undefined} nothing where browsers show no such picture */
export function kindOf(bytes) {
  if (bytes.length < LEAST) return undefined;
  const known = SIGNS.find(([, signs]) => signs.every(([at, sign]) => holds(bytes, at, sign)))?.[0];
  return known ?? (isSvg(bytes) ? SVG : undefined);
}

/** @param {Uint8Array} bytes @param {number} at @param {string | number[]} sign */
function holds(bytes, at, sign) {
  const wanted = typeof sign === "string" ? [...sign].map((letter) => letter.charCodeAt(0)) : sign;
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/** Its root comes first, but for what XML has before it. @param {Uint8Array} bytes */
function isSvg(bytes) {
  const head = new TextDecoder().decode(bytes.subarray(0, SVG_HEAD)).trimStart();
  return /^(<\?xml[^>]*\?>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(head);
}
