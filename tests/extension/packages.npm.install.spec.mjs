// What npm would publish: installed from its archive into an empty project, where it cleans a page in five lines; its types;
// the runtimes that it is for.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { folder, PAGES, pack, page, project } from "./packages.npm.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const { url } = page("sample-news");

/** Five lines, as the package's README has them, but that the page comes from a file. */
const FIVE = `import { extractHtml, render } from "lede-reader";
const url = "${url}";
const { article } = extractHtml(await (await import("node:fs/promises")).readFile("page.html", "utf8"), { url });
console.log(JSON.stringify({ title: article.title, byline: article.byline, words: article.wordCount }));
console.log(render(article, "markdown"));
`;

/** @type {string} */ let home;

before(() => {
  home = mkdtempSync(join(tmpdir(), "lede-project-"));
  project(home);
  copyFileSync(join(PAGES, "sample-news.html"), join(home, "page.html"));
  writeFileSync(join(home, "five.js"), FIVE);
});
after(() => rmSync(home, { recursive: true, force: true }));

/** @param {string} printed */
function assertCleaned(printed) {
  const [first = "", ...rest] = printed.split("\n");
  assert.deepEqual(JSON.parse(first), { title: "After ninety years, the tide mill grinds again", byline: "Tamsin Orchard", words: 542 });
  assert.match(rest.join("\n"), /^---\ntitle: /);
  assert.match(rest.join("\n"), /\n\nVolunteers in Pellow Haven have brought a tide mill back to work/);
}

test("five lines in an empty project clean a page", () => {
  assert.equal(FIVE.trim().split("\n").length, 5);
  assertCleaned(execFileSync(process.execPath, ["five.js"], { cwd: home, encoding: "utf8" }));
  assert.deepEqual(readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith(".")), ["lede-reader"]);
});

for (const [name, parameters] of /** @type {[string, string[]][]} */ ([["deno", ["run", "--no-prompt", "--allow-read"]], ["bun", ["run"]]])) {
  const program = process.env[`LEDE_${name.toUpperCase()}`] ?? "";
  test(`the same five lines under ${name}`, { skip: program === "" && `LEDE_${name.toUpperCase()} names no program` }, () => {
    assertCleaned(execFileSync(program, [...parameters, "five.js"], { cwd: home, encoding: "utf8" }));
  });
}

test("the package says all that a registry asks, and depends on nothing", () => {
  const said = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const cargo = readFileSync(join(HERE, "../../Cargo.toml"), "utf8");
  assert.equal(said.version, /^version = "(.+)"$/m.exec(cargo)?.[1]);
  for (const field of ["name", "description", "license", "repository", "homepage", "bugs", "keywords", "engines", "types"]) assert.ok(said[field], field);
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"]) assert.equal(said[field], undefined, field);
  for (const target of Object.values(said.exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one)))) {
    assert.ok(existsSync(join(folder, target)), target);
  }
});

test("the archive holds what is needed and nothing else", () => {
  const into = mkdtempSync(join(tmpdir(), "lede-pack-"));
  try {
    const paths = pack(into).files.map(({ path }) => path);
    assert.deepEqual(paths.filter((path) => !/^(LICENSE|README\.md|package\.json|[a-z]+\.(js|d\.ts)|engine\/(lede|html|save)(\.js|\.d\.ts|_bg\.wasm))$/.test(path)), []);
    for (const wanted of ["LICENSE", "README.md", "index.d.ts", "engine/html_bg.wasm", "walk.js"]) assert.ok(paths.includes(wanted), wanted);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
});

/** @param {string[]} parameters */
const tsc = (parameters) => spawnSync(process.execPath, [join(HERE, "node_modules/typescript/bin/tsc"), ...parameters], { cwd: home, encoding: "utf8" });
const STRICT = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "ES2022", "--lib", "ES2022,DOM"];

const USE = `
import { book, citation, extract, extractHtml, fileName, init, initSync, render, verify, version } from "lede-reader";
import type { Article, Block, Extraction } from "lede-reader";
import { isProbablyReaderable, Readability } from "lede-reader/readability";
await init();
await init(["html", "save"]);
await init({ read: fetch("x.wasm"), html: new URL("https://a.example/x.wasm") });
initSync({ save: new Uint8Array() });
const found: Extraction = extract(document, { now: new Date(), comments: true, leavesOut: (element: Element) => element.id === "x" });
const article: Article = extractHtml("<p>", { url: "https://a.example/", charset: "utf-8" }).article;
const markdown: string = render(article, "markdown", { saved: 0, kept: found.kept });
const bytes: Uint8Array = render(article, "epub");
const chapters: Uint8Array = book([article], { title: "Two" });
const line: string = citation(article, "apa") + fileName(article) + version() + verify(bytes).state + markdown + chapters.length;
const told = (block: Block): string => (block === "break" ? "" : "heading" in block ? String(block.heading.level) : Object.keys(block).join());
console.log(line, article.body.map(told), article.publishedTime?.slice(0, 4));
const text: string | undefined = new Readability(document, { charThreshold: 10 }).parse()?.content;
const element: Element | undefined = new Readability<Element>(document, { serializer: (root: Element) => root }).parse()?.content;
console.log(text, element, isProbablyReaderable(document, { minScore: 2 }));
// @ts-expect-error there is no such format
render(article, "docx");
// @ts-expect-error a number is no document
extract(7);
// @ts-expect-error it may be null
article.title.length;
`;

test("the types hold for those who use them, under tsc --strict", () => {
  writeFileSync(join(home, "use.ts"), USE);
  for (const [module, resolution] of [["NodeNext", "NodeNext"], ["ESNext", "Bundler"]]) {
    const { stdout, status } = tsc([...STRICT, "--module", String(module), "--moduleResolution", String(resolution), "use.ts"]);
    assert.equal(status, 0, stdout);
  }
});

test("the package's own code is clean under tsc --strict", () => {
  const own = join(home, "own");
  symlinkSync(folder, own);
  const files = readdirSync(join(HERE, "../../packages/lede-reader")).filter((name) => name.endsWith(".js"));
  const { stdout, status } = tsc([...STRICT.filter((one) => !one.startsWith("--exact")), "--lib", "ES2024,DOM,DOM.Iterable", "--allowJs", "--checkJs", "--module", "ESNext", "--moduleResolution", "Bundler", ...files.map((name) => `own/${name}`)]);
  assert.equal(status, 0, stdout);
});
