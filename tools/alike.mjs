// node alike.mjs IN.wasm OUT.wasm: names a module's functions so that, sorted by name, those that are alike stand side by
// side. gzip sees no further back than 32 kB, and much of the code is one generic function made for many types: this is
// 9 kB of what is downloaded. Names alone are added; wasm-opt sorts.

import { readFileSync, writeFileSync } from "node:fs";

/** So many bytes in a row are compared. */
const RUN = 6;
/** A run that more functions hold tells no two from the others. */
const COMMON = 200;
/** Each of those placed before counts by so much less than the one after it. */
const FADING = 0.92;

const [source = "", target = ""] = process.argv.slice(2);
const module = readFileSync(source);
const { bodies, imported } = functions(module);
writeFileSync(target, Buffer.concat([module, nameSection(alike(bodies), imported)]));

/** The functions' bodies, and how many functions are imported: those come first in the count of all. */
function functions(/** @type {Buffer} */ module) {
  /** @type {Buffer[]} */
  const bodies = [];
  let imported = 0;
  let at = 8;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = module[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const slice = () => {
    const length = number();
    at += length;
    return module.subarray(at - length, at);
  };
  const limits = () => {
    const flags = number();
    for (let left = 1 + (flags & 1); left > 0; left--) number();
  };
  // What an import says of itself: a function's type, a table, a memory, a global, a tag.
  const kinds = [number, () => (at++, limits()), limits, () => (at += 2), () => (at++, number())];
  while (at < module.length) {
    const section = module[at++];
    const end = number() + at;
    if (section === 2) {
      for (let left = number(); left > 0; left--) {
        slice();
        slice();
        const kind = number();
        kinds[kind]?.();
        if (kind === 0) imported += 1;
      }
    } else if (section === 10) {
      for (let left = number(); left > 0; left--) bodies.push(slice());
    }
    at = end;
  }
  return { bodies, imported };
}

/** Of each function the runs that a few others hold too: who holds them. */
function runs(/** @type {Buffer[]} */ bodies) {
  /** @type {Map<number, number[]>} */
  const holders = new Map();
  bodies.forEach((body, own) => {
    for (let at = 0; at + RUN <= body.length; at++) {
      const run = body.readUIntBE(at, RUN);
      const all = holders.get(run) ?? [];
      if (all.length === 0) holders.set(run, all);
      if (all.at(-1) !== own) all.push(own);
    }
  });
  /** @type {number[][][]} */
  const shared = bodies.map(() => []);
  for (const all of holders.values()) {
    if (all.length > 1 && all.length <= COMMON) for (const own of all) shared[own]?.push(all);
  }
  return shared;
}

/** The functions in an order in which each shares much, for its length, with those before it. */
function alike(/** @type {Buffer[]} */ bodies) {
  const shared = runs(bodies);
  const length = (/** @type {number} */ one) => bodies[one]?.length ?? 0;
  const left = new Set([...bodies.keys()].sort((a, b) => length(b) - length(a) || a - b));
  const likeness = bodies.map(() => 0);
  /** @type {number[]} */
  const order = [];
  while (left.size > 0) {
    // Where nothing is like those before: the longest.
    let [best = 0] = left;
    let most = 0;
    for (const one of left) {
      const score = (likeness[one] ?? 0) / (Math.sqrt(length(one)) + RUN);
      if (score > most) [best, most] = [one, score];
    }
    order.push(best);
    left.delete(best);
    for (const one of left) likeness[one] = (likeness[one] ?? 0) * FADING;
    for (const all of shared[best] ?? []) {
      for (const one of all) likeness[one] = (likeness[one] ?? 0) + 1;
    }
  }
  return order;
}

/** A section that names each function by its place in the order. */
function nameSection(/** @type {number[]} */ order, /** @type {number} */ imported) {
  const rows = order.map((own, place) => ({ own, name: String(place).padStart(6, "0") }));
  const table = rows
    .sort((a, b) => a.own - b.own)
    .flatMap(({ own, name }) => [...written(imported + own), ...counted([...Buffer.from(name)])]);
  const names = [1, ...counted([...written(rows.length), ...table])];
  return Buffer.from([0, ...counted([...counted([...Buffer.from("name")]), ...names])]);
}

/** Bytes after their number. @param {number[]} bytes */
function counted(bytes) {
  return [...written(bytes.length), ...bytes];
}

/** A number as modules have it. @param {number} value @returns {number[]} */
function written(value) {
  return value < 128 ? [value] : [(value % 128) | 128, ...written(Math.floor(value / 128))];
}
