// The attack pages of tests/hostile, as tests/support/attacks.rs reads them: what they are, and the pages that they make.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {{ name: string, page: Buffer }} Attack `name`: KIND/NAME */

const FOLDER = fileURLToPath(new URL("../hostile", import.meta.url));
const SHELL = readFileSync(`${FOLDER}/story.html`, "utf8");
const SHELL_TITLE = "<title>The lighthouse that was sold by weight</title>";
/** Who is told, in the pages: the tests put their own server there. */
const EVIL = /https?:\/\/evil\.example/g;

/** @returns {Attack[]} */
export function attacks() {
  const kinds = readdirSync(FOLDER).filter((name) => name.endsWith(".txt")).sort();
  return kinds.flatMap((file) => {
    const [, ...all] = readFileSync(`${FOLDER}/${file}`, "utf8").split("\n== ");
    return all.map((text) => attack(file.replace(".txt", ""), text));
  });
}

/** @param {string} kind @param {string} text @returns {Attack} */
function attack(kind, text) {
  const [, name = "", place = "text", markup = ""] = /^([\w-]+)(?: \[(head|whole)\])?: [^\n]+\n([^]*)$/.exec(text) ?? [];
  if (name === "") throw new Error(`${kind}: no attack: ${text.slice(0, 80)}`);
  const shell = place === "head" && markup.includes("<title") ? SHELL.replace(SHELL_TITLE, "") : SHELL;
  const whole = markup.replace(/\n$/, "");
  // A function, since a string would have `$&` mean something.
  const page = place === "whole" ? whole : shell.replace(place === "head" ? "<!--head-->" : "<!--attack-->", () => whole);
  return { name: `${kind}/${name}`, page: bytes(page) };
}

/** `\xHH` is a byte. @param {string} text */
function bytes(text) {
  const parts = text.split(/(\\x[\dA-Fa-f]{2})/);
  return Buffer.concat(parts.map((part, at) => (at % 2 === 1 ? Buffer.from([Number.parseInt(part.slice(2), 16)]) : Buffer.from(part))));
}

/** The page with whoever is told at a server of ours. @param {Attack} attack @param {string} evil */
export function served({ page }, evil) {
  // Byte for byte: pages are in all encodings.
  return Buffer.from(page.toString("latin1").replace(EVIL, () => evil), "latin1");
}
