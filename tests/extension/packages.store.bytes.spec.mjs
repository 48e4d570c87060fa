// The source package builds to the bytes of the others: in another folder, from nothing but what it holds.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { unzipSync } from "fflate";

import { DIST_ROOT } from "./browser.mjs";

/** A build from nothing takes minutes, and more of them beside other work. */
const LONG = 90 * 60_000;
const zips = readdirSync(DIST_ROOT).filter((name) => /^lede-.*\.zip$/.test(name)).sort();
const sources = zips.find((name) => name.endsWith("-source.zip")) ?? "";

test("there is a package for each browser, and one of the sources", () => {
  assert.deepEqual(zips.map((name) => /-(\w+)\.zip$/.exec(name)?.[1]), ["chromium", "firefox", "source"]);
});

test("the source package says how to come to the same bytes, with which versions, and to which", () => {
  const files = unzipSync(readFileSync(join(DIST_ROOT, sources)));
  const info = new TextDecoder().decode(files["BUILD-INFO"]);
  for (const wanted of [/^road +(debian|toolchain)/m, /^rustc +rustc \d/m, /^cargo +cargo \d/m, /^linker +\S/m, /^binaryen +\d/m, /^node +v\d/m]) assert.match(info, wanted);
  for (const name of zips.filter((name) => name !== sources)) {
    assert.ok(info.includes(`${hash(readFileSync(join(DIST_ROOT, name)))}  ${name}`), `BUILD-INFO has the hash of ${name}`);
  }
  const steps = new TextDecoder().decode(files["docs/BUILDING.md"]);
  assert.match(steps, /BUILD-INFO/);
  assert.match(steps, /\.\/build\.sh/);
});

test("built from the source package in a folder elsewhere, every package has the same bytes", { timeout: LONG }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "lede sources "));
  try {
    const checkout = join(folder, "a checkout");
    unpack(join(DIST_ROOT, sources), checkout);
    // Another time zone and umask, too: neither is for the packages.
    const own = ["LEDE_DIST", "LEDE_DIST_FIREFOX", "LEDE_CLI", "CARGO_TARGET_DIR", "NODE_TEST_CONTEXT"];
    const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name))), TZ: "Asia/Kathmandu" };
    await promisify(execFile)("bash", ["-c", "umask 077 && exec bash build.sh"], { cwd: checkout, env, maxBuffer: 1 << 26 });
    const made = Object.fromEntries(zips.map((name) => [name, hash(readFileSync(join(checkout, "dist", name)))]));
    const here = Object.fromEntries(zips.map((name) => [name, hash(readFileSync(join(DIST_ROOT, name)))]));
    assert.deepEqual(made, here);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** @param {string} archive @param {string} to */
function unpack(archive, to) {
  const packed = readFileSync(archive);
  const modes = modesIn(packed);
  for (const [name, data] of Object.entries(unzipSync(packed))) {
    const file = join(to, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
    if (((modes.get(name) ?? 0) & 0o100) !== 0) chmodSync(file, 0o755);
  }
}

/** The modes of files, which stand in a zip's directory at its end. @param {Buffer} packed */
function modesIn(packed) {
  /** @type {Map<string, number>} */ const modes = new Map();
  const end = packed.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = packed.readUInt32LE(end + 16);
  while (packed.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((place) => packed.readUInt16LE(at + place));
    modes.set(packed.toString("utf8", at + 46, at + 46 + (name ?? 0)), packed.readUInt16LE(at + 40));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return modes;
}

/** @param {Uint8Array} data */
function hash(data) {
  return createHash("sha256").update(data).digest("hex");
}
