// A ZIP writer whose output depends on nothing but its input: names in order, one time for all, no system fields.
// The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (sections 4.3.7, 4.3.12, 4.3.16).

import { crc32, deflateRawSync } from "node:zlib";

/** @typedef {{ data: Buffer, executable?: boolean }} Entry */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20; // 2.0: deflate
const UNIX = 3 << 8; // so that permissions are read
const UTF8 = 1 << 11;
const DEFLATE = 8;

/**
 * @param {Map<string, Entry>} entries by name, with forward slashes
 * @param {number} seconds the time of every entry, since 1970
 * @returns {Buffer}
 */
export function zip(entries, seconds) {
  const names = [...entries.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const files = [];
  const directory = [];
  let offset = 0;
  for (const name of names) {
    const { data, executable = false } = /** @type {Entry} */ (entries.get(name));
    const packed = deflateRawSync(data, { level: 9 });
    const common = commonFields(name, data, packed, seconds);
    const file = [uint32(LOCAL), uint16(VERSION), ...common, uint16(0), Buffer.from(name), packed];
    const mode = executable ? 0o100755 : 0o100644;
    directory.push(
      ...[uint32(CENTRAL), uint16(UNIX | VERSION), uint16(VERSION), ...common, uint16(0)],
      ...[uint16(0), uint16(0), uint16(0), uint32(mode * 0x10000), uint32(offset), Buffer.from(name)],
    );
    files.push(...file);
    offset += length(file);
  }
  return Buffer.concat([...files, ...directory, ...end(names.length, length(directory), offset)]);
}

/**
 * What a file's own header and its row in the directory share, from the flags to the length of its name.
 *
 * @param {string} name @param {Buffer} data @param {Buffer} packed @param {number} seconds
 */
function commonFields(name, data, packed, seconds) {
  return [
    ...[uint16(UTF8), uint16(DEFLATE), dosTime(seconds), uint32(crc32(data))],
    ...[uint32(packed.length), uint32(data.length), uint16(Buffer.byteLength(name))],
  ];
}

/** @param {number} count @param {number} size of the directory @param {number} offset of the directory */
function end(count, size, offset) {
  return [
    ...[uint32(END), uint16(0), uint16(0), uint16(count), uint16(count)],
    ...[uint32(size), uint32(offset), uint16(0)],
  ];
}

/**
 * The time and date fields. In UTC: a time zone is one more thing that differs between machines.
 *
 * @param {number} seconds
 */
function dosTime(seconds) {
  const t = new Date(seconds * 1000);
  const time = (t.getUTCHours() << 11) | (t.getUTCMinutes() << 5) | (t.getUTCSeconds() >> 1);
  const date = ((t.getUTCFullYear() - 1980) << 9) | ((t.getUTCMonth() + 1) << 5) | t.getUTCDate();
  return Buffer.concat([uint16(time), uint16(date)]);
}

/** @param {Buffer[]} parts */
const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

/** @param {number} n */
function uint16(n) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(n);
  return bytes;
}

/** @param {number} n */
function uint32(n) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
}
