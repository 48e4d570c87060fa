// A screenshot with a palette: most of what a reader shows is a few colours and the shades between them, and a file with
// one byte a pixel is half as large. Where there are more than 256 colours, the nearest are put together.

import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;

/** @param {Buffer} png of 8 bits a channel, as browsers write them @returns {Buffer} */
export function withPalette(png) {
  const { width, height, channels, data } = decode(png);
  const pixels = unfilter(data, width * channels, height, channels);
  for (let bits = 0; bits < 8; bits += 1) {
    const indexed = index(pixels, width, height, channels, bits);
    if (indexed !== null) return encode(width, height, indexed);
  }
  return png;
}

/** @param {Buffer} png */
function decode(png) {
  /** @type {Buffer[]} */ const data = [];
  /** @type {Buffer} */ let head = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") head = body;
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  if (head[8] !== 8 || ![2, 6].includes(head[9] ?? 0) || head[12] !== 0) throw new Error("a PNG of another kind");
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), channels: head[9] === 6 ? 4 : 3, data: inflateSync(Buffer.concat(data)) };
}

/** @param {Buffer} data @param {number} stride @param {number} height @param {number} step bytes a pixel */
function unfilter(data, stride, height, step) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= step ? (out[at - step] ?? 0) : 0;
      const up = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[at - stride - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/**
 * Pixels as numbers of a palette, in rows that begin with "no filter". The first of several near colours stands for all.
 *
 * @param {Buffer} pixels @param {number} width @param {number} height @param {number} channels @param {number} bits that are looked past
 */
function index(pixels, width, height, channels, bits) {
  /** @type {Map<number, number>} */ const places = new Map();
  const palette = [];
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0, to = 0; at < pixels.length; at += channels, to += 1) {
    if (to % (width + 1) === 0) to += 1;
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    const key = ((r >> bits) << 16) | ((g >> bits) << 8) | (b >> bits);
    let place = places.get(key);
    if (place === undefined) {
      if (places.size === MOST) return null;
      place = places.size;
      places.set(key, place);
      palette.push(r, g, b);
    }
    rows[to] = place;
  }
  return { rows, palette: Buffer.from(palette) };
}

/** @param {number} width @param {number} height @param {{ rows: Buffer, palette: Buffer }} indexed */
function encode(width, height, { rows, palette }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const chunks = /** @type {[string, Buffer][]} */ ([["IHDR", head], ["PLTE", palette], ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]]);
  return Buffer.concat([SIGNATURE, ...chunks.map(chunk)]);
}

/** @param {[string, Buffer]} chunk */
function chunk([type, body]) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
