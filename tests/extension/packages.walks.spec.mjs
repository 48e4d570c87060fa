// What CONTRIBUTING and the other pages for those who come after name is there.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), "utf8");
/** Folders from which a shorter path may be meant. */
const FROM = ["", "extension", "tests", "src", "src/keep", "store", "tests/extension", "tests/extension/world"];
/** Made by a build, or named as an example of what one adds. */
const NOT_HERE = /^(dist|out|target|page\.html|\.build)|NAME|LANG|\*|VERSION|TARGET/;

for (const page of ["CONTRIBUTING.md", "docs/RELEASING.md", "docs/BUILDING.md", "docs/SAFARI.md", "store/README.md"]) {
  test(`every file and folder that ${page} names is there`, () => {
    const paths = pathsIn(read(page));
    assert.ok(paths.length >= 2, paths.join());
    assert.deepEqual(paths.filter((path) => !NOT_HERE.test(path) && !FROM.some((from) => existsSync(join(ROOT, from, path)))), []);
  });
}

test("a path that is not there is found", () => {
  assert.deepEqual(pathsIn("See `src/none/such.rs` and `Options`."), ["src/none/such.rs"]);
});

test("every table and function of the core that CONTRIBUTING names is in the file beside which it stands", () => {
  const rows = [...read("CONTRIBUTING.md").matchAll(/((?:`[A-Z][A-Z_]+`(?:, | and |; )?)+) (?:in|of) `([\w/]+\.\w+)`/g)];
  assert.ok(rows.length >= 3);
  for (const [, names = "", path = ""] of rows) {
    const file = FROM.map((from) => join(ROOT, from, path)).find((candidate) => existsSync(candidate)) ?? "";
    for (const [, name = ""] of names.matchAll(/`(\w+)`/g)) assert.match(readFileSync(file, "utf8"), new RegExp(`\\b${name}\\b`), `${name} in ${path}`);
  }
});

test("a phrase and an embed host are one row: what the recipes show is how the tables are written", () => {
  const text = read("CONTRIBUTING.md");
  const phrase = /^row\((\w+), (\w+), "\w+", "[^"]+"\),$/m.exec(text);
  const phrases = read("src/data/phrases.rs");
  assert.ok(phrase !== null && phrases.includes(`row(${phrase[1]}, ${phrase[2]}, "`), "a phrase");
  const host = /^player\(.*\),$/m.exec(text)?.[0] ?? "";
  assert.ok(read("src/data/media.rs").includes(host) && host !== "", "a host");
});

test("commands that the pages tell are commands", () => {
  const usage = read("build.sh");
  const groups = [...read("tools/test.sh").matchAll(/^(\w+) +\| /gm)].map(([, name]) => name);
  for (const page of ["CONTRIBUTING.md", "README.md", "docs/RELEASING.md", "docs/BUILDING.md", "store/README.md"]) {
    for (const [, command = "", rest = ""] of read(page).matchAll(/\.\/build\.sh ([a-z]+)\b([^\n`#]*)/g)) {
      assert.match(usage, new RegExp(`^ +(\\w+ \\| )*${command}\\b.*\\) `, "m"), `${page}: ${command}`);
      const named = command === "test" ? rest.trim().split(/\s+/).filter((word) => /^[a-z0-9]+$/.test(word)) : [];
      assert.deepEqual(named.filter((group) => !groups.includes(group)), [], page);
    }
  }
});

test("each form for an issue asks for something, and the one for pages asks for the reporter's file", () => {
  const folder = ".github/ISSUE_TEMPLATE";
  const forms = readdirSync(join(ROOT, folder)).filter((name) => name !== "config.yml");
  assert.deepEqual(forms.sort(), ["bug.yml", "feature.yml", "wrong-page.yml"]);
  for (const form of forms) {
    const text = read(`${folder}/${form}`);
    for (const key of [/^name: \S/m, /^description: \S/m, /^body:$/m, /required: true/]) assert.match(text, key, form);
    assert.doesNotMatch(text, /\t/);
  }
  const { toolReport } = JSON.parse(read("extension/_locales/en/messages.json"));
  const page = read(`${folder}/wrong-page.yml`);
  assert.ok(page.includes(toolReport.message) && page.includes("lede-report.html"));
  assert.ok(read("extension/report/report.html").includes('download="lede-report.html"'));
});

/** What looks like a path in code marks. @param {string} text */
function pathsIn(text) {
  const prose = text.replace(/^```[^]*?^```/gm, "");
  const marked = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, it = ""]) => it);
  return marked.filter((it) => /^[\w.-]+(\/[\w.*-]+)+\/?$|^[\w-]+\.(mjs|js|rs|md|json|sh|html)$/.test(it) && !/^\w+\/\w+\.\w+\/.*:/.test(it));
}
