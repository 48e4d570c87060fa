// Pictures as files can hold them: vector graphics are drawn, and what readers of books may not know becomes what all know.

import { kindOf, SVG } from "./kinds.js";

/** The longest side of what is drawn, in pixels. */
const LONGEST = 4096;
/** Vector graphics are drawn larger than they are shown, and as large as this where they have no size. */
const [SVG_SCALE, SVG_WIDTH, SVG_HEIGHT] = [2, 600, 400];
const QUALITY = 0.9;

/** @typedef {{ url: string, mime: string, ending: string, bytes: Uint8Array<ArrayBuffer> }} Picture */

/**
 * @param {{ url: string, bytes: Uint8Array<ArrayBuffer> }} picture @param {boolean} isForBook
 * @returns {Promise<Picture | undefined>} nothing where it is no picture, or none that can be drawn
 */
export async function fitting({ url, bytes }, isForBook) {
  const kind = kindOf(bytes);
  if (kind === undefined) return undefined;
  if (kind !== SVG && (kind.inBooks || !isForBook)) return { url, mime: kind.mime, ending: kind.ending, bytes };
  try {
    const drawn = await draw(new Blob([bytes], { type: kind.mime }), kind === SVG);
    const made = kindOf(drawn);
    return made && { url, mime: made.mime, ending: made.ending, bytes: drawn };
  } catch (error) {
    console.warn(`${url} could not be drawn:`, error);
    return undefined;
  }
}

/**
 * What can be kept of the pictures that were had, in their order, and which can't.
 *
 * @param {{ url: string, bytes: Uint8Array<ArrayBuffer> }[]} found @param {boolean} isForBook
 * @returns {Promise<{ pictures: Picture[], missing: { url: string, why: "Kind" }[] }>}
 */
export async function allFitting(found, isForBook) {
  const made = await Promise.all(found.map((picture) => fitting(picture, isForBook)));
  const missing = found.filter((_, at) => made[at] === undefined).map(({ url }) => ({ url, why: /** @type {const} */ ("Kind") }));
  return { pictures: made.filter((picture) => picture !== undefined), missing };
}

/** @param {Blob} blob @param {boolean} isVector */
async function draw(blob, isVector) {
  const image = await (isVector ? vector(blob) : createImageBitmap(blob));
  const [width, height] = image instanceof ImageBitmap ? [image.width, image.height] : [image.naturalWidth || SVG_WIDTH, image.naturalHeight || SVG_HEIGHT];
  const scale = Math.min(isVector ? SVG_SCALE : 1, LONGEST / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const isClear = isVector || hasClear(context, canvas);
  const made = await canvas.convertToBlob(isClear ? { type: "image/png" } : { type: "image/jpeg", quality: QUALITY });
  return new Uint8Array(await made.arrayBuffer());
}

/**
 * As an `img` a picture runs nothing and loads nothing. Of others no `img` can be had: Chromium decodes it only where it is
 * shown, and this page stays in the background.
 *
 * @param {Blob} blob
 */
async function vector(blob) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode().finally(() => URL.revokeObjectURL(image.src));
  return image;
}

/** Whether something shines through. @param {OffscreenCanvasRenderingContext2D} context @param {{ width: number, height: number }} size */
function hasClear(context, { width, height }) {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}
