// A saved HTML file, opened in a browser: it shows its pictures, asks nobody for anything, runs nothing, and its own
// policy has nothing to object to.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { dist, NAMES, start, until } from "./browser.mjs";
import { file, loadEngine } from "./engine.mjs";
import { proxy } from "./proxy.mjs";

const SITE = "http://saved.example";
/** What the file's own policy says, and a report of each breach. */
const HEADERS = { "content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; report-uri /breach" };
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const TRAP = '</script><script>document.title = "ran"</script><img src=x onerror="document.title = \'ran\'">';
const ARTICLE = {
  title: `Saved ${TRAP}`,
  url: `${SITE}/story`,
  lang: "en",
  body: [
    { paragraph: [{ text: TRAP }, { link: { href: "http://other.example/there", content: [{ text: "there" }] } }] },
    { figure: { images: [{ src: "http://pictures.example/had.gif", alt: "Had" }, { src: "http://pictures.example/missing.gif", alt: "Missing" }] } },
  ],
};
const EXTRAS = { saved: 1764200000000, pictures: [{ url: "http://pictures.example/had.gif", mime: "image/gif", bytes: new Uint8Array(GIF) }] };

await loadEngine(dist("chromium"));
/** A site's icon is asked for by Firefox itself, which reports the policy's no; a file on disk has no site. */
const ICON = '<link rel="icon" href="data:,">';
const SAVED = Buffer.from(file(ARTICLE, "html", EXTRAS)).toString().replace("</head>", `${ICON}</head>`);
/** The same with what the policy forbids: a breach is reported. */
const BREACH = SAVED.replace("</body>", '<script>document.title = "ran"</script></body>');

for (const name of NAMES) {
  describe(name, () => {
    /** @type {import("./browser.mjs").Browser} */ let browser;
    /** @type {Awaited<ReturnType<typeof proxy>>} */ let way;
    before(async () => {
      /** @type {Record<string, string>} */ const pages = { "/saved.html": SAVED, "/breach.html": BREACH };
      way = await proxy(({ origin, pathname }) => (origin === SITE && pathname in pages ? { body: pages[pathname] ?? "", headers: HEADERS } : undefined));
      browser = await start(name, { proxy: way.address });
    });
    after(async () => {
      await browser?.close();
      await way?.close();
    });

    test(`${name}: it shows its pictures, runs nothing, and asks for nothing`, async () => {
      await browser.open(`${SITE}/saved.html`);
      const shown = await browser.evaluate(() => ({
        title: document.title,
        pictures: [...document.images].map((image) => image.complete && image.naturalWidth > 0),
        links: [...document.links].map((link) => link.textContent),
        headline: JSON.parse(document.querySelector("script")?.textContent ?? "null")?.headline,
        width: getComputedStyle(/** @type {Element} */ (document.querySelector("article"))).maxWidth,
      }));
      assert.equal(shown.title.trim(), ARTICLE.title);
      assert.deepEqual(shown.pictures, [true]);
      assert.deepEqual(shown.links.slice(0, 2), ["there", "Missing"]);
      assert.equal(shown.headline, ARTICLE.title);
      assert.notEqual(shown.width, "none", "the style holds");
      // A breach of the policy is reported: the next page's comes after any of this one's.
      await browser.open(`${SITE}/breach.html`);
      await until(() => way.seen, (seen) => seen.some((request) => request.startsWith(`POST ${SITE}/breach`)), "the report of a breach");
      assert.notEqual(await browser.evaluate(() => document.title), "ran");
      const own = way.seen.filter((request) => request.includes("saved.example") || request.includes("pictures.example") || request.includes("other.example"));
      const pages = own.slice(0, own.indexOf(`GET ${SITE}/breach.html`)).filter((request) => !request.endsWith("/favicon.ico"));
      assert.deepEqual(pages, [`GET ${SITE}/saved.html`]);
    });
  });
}
