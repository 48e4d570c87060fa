// `./build.sh site`: the project's pages as a site, made from their Markdown. No scripts; light and dark.
//
//   node site.mjs --out DIR

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REPOSITORY = "https://github.com/lede-reader/lede/blob/main/";
const { Marked } = createRequire(new URL("../tests/extension/package.json", import.meta.url))("marked");

/** The pages in the order in which they are listed: source, file, what it is called. @type {[string, string, string][]} */
export const PAGES = [
  ["README.md", "index.html", "Lede"],
  ["docs/article.md", "article.html", "The Article"],
  ["docs/formats.md", "formats.html", "Formats"],
  ["docs/PERFORMANCE.md", "performance.html", "Performance"],
  ["docs/PRIVACY.md", "privacy.html", "Privacy"],
  ["docs/SECURITY.md", "security.html", "Security"],
  ["ARCHITECTURE.md", "architecture.html", "How it works"],
  ["docs/model.md", "model.html", "The model"],
  ["CONTRIBUTING.md", "contributing.html", "Contributing"],
  ["docs/BUILDING.md", "building.html", "Building"],
  ["docs/SAFARI.md", "safari.html", "Safari"],
  ["CHANGELOG.md", "changelog.html", "Changes"],
];

const STYLE = `:root { color-scheme: light dark; --line: light-dark(#d3cec3, #3d4045); --link: light-dark(#14567f, #8fbfe8) }
body { max-width: 52rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 2rem) 4rem; color: light-dark(#22211e, #d6d3cc); background: light-dark(#fcfbf8, #17181a); font: 1.05rem/1.55 Georgia, "Noto Serif", serif; overflow-wrap: anywhere }
nav { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding-bottom: 0.6rem; border-bottom: 1px solid var(--line); font: 0.95rem/2 system-ui, sans-serif }
h1, h2, h3 { line-height: 1.25; font-family: system-ui, sans-serif }
h2 { margin-top: 2.5rem }
a { color: var(--link) }
[aria-current] { color: inherit; font-weight: 600; text-decoration: none }
img { max-width: 100%; height: auto; border-radius: 6px }
pre { padding: 0.7rem 0.9rem; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; line-height: 1.4 }
code { font-size: 0.88em; font-family: ui-monospace, monospace }
.table { overflow-x: auto }
table { border-collapse: collapse; font: 0.92rem/1.45 system-ui, sans-serif }
th:not(:empty), td { padding: 0.35rem 0.6rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: normal }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: "string", default: "dist/site" } } });
  const { pages, pictures } = buildSite(values.out);
  console.log(`    ${values.out}: ${pages} pages, ${pictures} pictures`);
}

/** @param {string} out a folder, which is made anew */
export function buildSite(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  /** @type {Set<string>} */ const pictures = new Set();
  for (const [source, file, title] of PAGES) writeFileSync(join(out, file), page(source, file, title, pictures));
  for (const path of pictures) {
    mkdirSync(join(out, dirname(path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(out, path));
  }
  writeFileSync(join(out, "site.css"), STYLE);
  copyFileSync(join(ROOT, "extension/icons/icon.svg"), join(out, "icon.svg"));
  return { pages: PAGES.length, pictures: pictures.size };
}

/** @param {string} source @param {string} file @param {string} title @param {Set<string>} pictures those that it shows are added */
function page(source, file, title, pictures) {
  const markdown = readFileSync(join(ROOT, source), "utf8");
  /** @type {Map<string, number>} */ const slugs = new Map();
  const marked = new Marked({
    renderer: {
      /** @this {any} @param {any} token */
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slug(text, slugs)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      /** @this {any} @param {any} token */
      link({ href, tokens }) {
        return `<a href="${escaped(leading(href, source))}">${this.parser.parseInline(tokens)}</a>`;
      },
      /** @param {any} token */
      image({ href, text }) {
        const path = posix.join(posix.dirname(source), href);
        pictures.add(path);
        return `<img src="${escaped(path)}" alt="${escaped(text)}">`;
      },
      // Nothing in our pages is HTML; what looks like it is text.
      html: (/** @type {any} */ { text }) => escaped(text),
    },
  });
  const body = String(marked.parse(markdown)).replaceAll("<table>", '<div class="table" tabindex="0" role="region" aria-label="Table"><table>').replaceAll("</table>", "</table></div>").replaceAll("<pre>", '<pre tabindex="0">');
  const nav = PAGES.map(([, to, name]) => `<a href="${to}"${to === file ? ' aria-current="page"' : ""}>${name}</a>`).join("\n");
  const named = file === "index.html" ? "Lede: the article of a web page, and nothing else" : `${title} · Lede`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'">
<title>${named}</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="site.css">
</head>
<body>
<nav aria-label="Pages">
${nav}
</nav>
<main>
${body}</main>
</body>
</html>
`;
}

/** Where a link leads on the site: a page of it, else the file in the repository. @param {string} href @param {string} source */
function leading(href, source) {
  if (/^[a-z]+:|^#/.test(href)) return href;
  const [path = "", place] = href.split("#");
  const target = posix.join(posix.dirname(source), path);
  const known = PAGES.find(([from]) => from === target);
  const fragment = place === undefined ? "" : `#${place}`;
  if (known !== undefined) return known[1] + fragment;
  const file = join(ROOT, target);
  if (!existsSync(file)) throw new Error(`${source} leads to ${href}, which is not there`);
  return (statSync(file).isDirectory() ? REPOSITORY.replace("/blob/", "/tree/") : REPOSITORY) + target + fragment;
}

/** As GitHub names headings. @param {string} text @param {Map<string, number>} slugs */
function slug(text, slugs) {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, "").replaceAll(" ", "-");
  const count = slugs.get(plain) ?? 0;
  slugs.set(plain, count + 1);
  return count === 0 ? plain : `${plain}-${count}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
