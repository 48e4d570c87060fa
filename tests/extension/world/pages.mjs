// The pages of a site of this world: home, section, search, stories, and what else a paper has.

import { TEXTS } from "./texts.mjs";
import { printed } from "./sites.mjs";
import { scripts } from "./scripts.mjs";
import { style } from "./style.mjs";

/** @typedef {import("./sites.mjs").Site} Site */
/** @typedef {import("./texts.mjs").Story} Story */

/** A picture that needs no fetching. @param {number} hue */
const picture = (hue, width = 640, height = 360) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 40% 60%)"/></svg>`)}`;

/** What a test may look for: `data-clutter` is to go, `data-story` to stay. */
const clutter = "data-clutter";

/**
 * All pages of a site, by path. The kind of each is told by `kindOf`.
 *
 * @param {Site} site @returns {Record<string, string>}
 */
export function pagesOf(site) {
  const { stories, words } = TEXTS[site.lang] ?? TEXTS.en;
  const all = printed(site).map((at) => stories[at]);
  const section = all[0].section.toLowerCase().replace(/\s/g, "-");
  const fixed = {
    "/": document(site, site.name, list(site, 12), "website"),
    [`/${encodeURI(section)}/`]: document(site, all[0].section, `<h1>${all[0].section}</h1>${list(site, 9)}${briefs(site)}`, "website"),
    "/search": document(site, words.search, searchPage(site), "website"),
  };
  const told = Object.fromEntries(all.map((story) => [site.address(story.slug), storyPage(site, story)]));
  return { ...fixed, ...told, ...(site.host === "harbour" ? odd(site) : {}) };
}

/** The paths of a site's stories. @param {Site} site */
export function storiesOf(site) {
  return printed(site).map((at) => site.address(TEXTS[site.lang].stories[at].slug));
}

/** The stories of a site as they were written. @param {Site} site */
export function textsOf(site) {
  return printed(site).map((at) => TEXTS[site.lang].stories[at]);
}

/** @param {Site} site @param {string} title @param {string} main @param {string} type @param {string} [data] what the page says of itself */
function document(site, title, main, type, data = "") {
  const { names, lang, name, traits } = site;
  const { words, others } = TEXTS[lang];
  const dir = lang === "ar" ? " dir=rtl" : "";
  const links = others.slice(0, 6).map((other) => `<li><a href="/${encodeURIComponent(other)}">${other.split(" ")[0]}</a></li>`).join("");
  const header = `<header class="${names.head}" ${clutter}><a class=brand href="/">${name}</a><nav class="${names.nav}"><ul>${links}</ul></nav><a class=pay href="/subscribe">${words.subscribe}</a></header>`;
  const footer = `<footer class="${names.foot}" ${clutter}><p>© ${name}</p><ul>${links}</ul></footer>`;
  const { head, tail } = scripts(site);
  return `<!doctype html><html lang="${lang}"${dir}${site.layout === "column" ? " amp" : ""}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} – ${name}</title><meta property="og:type" content="${type}"><meta property="og:site_name" content="${name}"><meta property="og:title" content="${title}">${data}
<style>${style(site)}</style>${head}</head><body class="${traits.includes("header") ? "has-floating" : ""}">${header}${framed(site, main)}${footer}${tail}</body></html>`;
}

/** The page's middle, as the site lays it out. @param {Site} site @param {string} main */
function framed(site, main) {
  const { names, layout } = site;
  const side = aside(site);
  if (layout === "column") return `<main class=page>${main}</main>`;
  if (layout === "table") return `<table class=page><tr><td class=left ${clutter}>${TEXTS[site.lang].others.slice(0, 5).map((it) => `<p><a href="#">${it}</a></p>`).join("")}</td><td class=mid>${main}</td><td class="right ${names.side}" ${clutter}>${side}</td></tr></table>`;
  const rail = layout === "grid" ? `<div class=rail ${clutter}></div>` : "";
  return `<div class=page>${rail}<main class=mid>${main}</main><aside class="${names.side}" ${clutter}>${side}</aside></div>`;
}

/** @param {Site} site */
function aside({ lang, names }) {
  const { words, others } = TEXTS[lang];
  return `<div class="${names.ad} side-slot"></div><h2>${words.related}</h2><ol>${others.map((other) => `<li><a href="/x/${encodeURIComponent(other)}">${other}</a></li>`).join("")}</ol>`;
}

/** Teasers, as on fronts. @param {Site} site @param {number} count */
function list(site, count) {
  const { others, stories } = TEXTS[site.lang];
  const all = [...printed(site).map((at) => ({ title: stories[at].title, href: site.address(stories[at].slug) })), ...others.map((title) => ({ title, href: `/x/${encodeURIComponent(title)}` }))];
  const cards = Array.from({ length: count }, (_, at) => all[at % all.length]);
  return `<div class=cards>${cards.map(({ title, href }, at) => `<div class="${site.names.card}"><a href="${href}"><img src="${picture(at * 31, 300, 180)}" width=300 height=180 alt=""><h3>${title}</h3></a></div>`).join("")}</div>`;
}

/** Other stories in a few words each. @param {Site} site */
function briefs({ lang, names }) {
  const { others, stories } = TEXTS[lang];
  const begun = stories.flatMap(({ paragraphs }) => paragraphs).map((text) => `${text.slice(0, lang === "ja" ? 50 : 130)} …`);
  return others.map((other, at) => `<div class="${names.card}"><h3><a href="/x/${encodeURIComponent(other)}">${other}</a></h3><p>${begun[at % begun.length]}</p></div>`).join("");
}

/** @param {Site} site */
function searchPage(site) {
  const { words, others } = TEXTS[site.lang];
  const results = others.map((other) => `<li><a href="/x/${encodeURIComponent(other)}"><b>${other}</b></a><p>${words.date} – ${other}, ${others[0].toLowerCase()} …</p></li>`);
  return `<form action="/search" role=search><input name=q value="${others[0].split(" ")[0]}"><button>${words.search}</button></form><ol class=results>${results.join("")}</ol>`;
}

/** @param {Site} site @param {Story} story @param {boolean} [isBare] without what stands at a page's top */
export function storyPart(site, story, isBare = false) {
  const { names, traits, lang } = site;
  const { words, others, said } = TEXTS[lang];
  const slot = `<div class="${names.ad}" data-slot ${clutter}></div>`;
  const also = `<div class="${names.related} inline" ${clutter}>${words.also} <a href="/x/${encodeURIComponent(others[2])}">${others[2]}</a></div>`;
  const film = traits.includes("autoplay") && !isBare ? `<video class=film data-story autoplay loop muted playsinline src="/colours.webm" width=320 height=180></video>` : "";
  const shown = traits.includes("paywall") ? story.paragraphs.slice(0, 4) : story.paragraphs;
  const extras = /** @type {Record<number, string>} */ ({ 0: traits.includes("ads") ? slot : "", 1: also + film, 2: traits.includes("things") ? things() : "", 3: traits.includes("ads") ? slot : "" });
  const text = shown.map((paragraph, at) => `<p>${paragraph}</p>${extras[at] ?? ""}`).join("\n");
  const live = traits.includes("live") ? livePosts(shown) : text;
  const wall = traits.includes("paywall") ? `<div class=paywall data-story><h2>${words.subscribe}</h2><a href="/subscribe">${words.subscribe}</a></div>` : "";
  const comments = traits.includes("comments") ? `<section class=comments id=comments data-comments><h2>${words.comments} (${said.length})</h2>${said.map(([who, what]) => `<div class=comment><b>${who}</b><p>${what}</p></div>`).join("")}</section>` : "";
  const letter = `<form class="${names.letter}" ${clutter}><h3>${words.letter}</h3><input type=email placeholder="${words.mail}"><button>OK</button></form>`;
  return `<article class="${names.story}"><header class=top><h1 data-story>${story.title}</h1><p class=standfirst data-story>${story.lead}</p><div class=byline data-story>${story.by} · <time datetime="2026-03-14T07:15:00+01:00">${words.date}</time></div></header>
<div class="${names.share}" ${clutter}><a href="#f">Facebook</a> <a href="#x">X</a> <a href="#m">${words.share}</a></div>
<figure data-story><img src="${picture(200)}" width=640 height=360 alt=""><figcaption>${story.caption}</figcaption></figure>
<div class="${names.body}">${live}</div>${wall}${letter}
<section class="${names.related}" ${clutter}><h2>${words.related}</h2>${list(site, 4)}</section></article>${comments}`;
}

/** @param {string[]} paragraphs */
function livePosts(paragraphs) {
  return `<div class=posts>${paragraphs.map((paragraph, at) => `<div class=post data-at="${at}"><time>${11 - at}:0${at}</time><p>${paragraph}</p></div>`).join("\n")}</div>`;
}

/** What is there to be used. */
function things() {
  return `<details data-story class=terms><summary data-story>What is a mining bee?</summary><p>A bee that digs its nest in bare ground.</p></details>
<canvas data-story class=chart width=480 height=200></canvas>
<div class=quiz data-story><p>Which wall did the bees like best?</p><button type=button id=soft>Soft stone</button> <button type=button id=hard>Cement</button> <output id=right></output></div>
<iframe data-story class=map title="Map" width=480 height=240 srcdoc="<p>A map of the churchyards</p>"></iframe>`;
}

/** @param {Site} site @param {Story} story */
function storyPage(site, story) {
  const data = {
    "@context": "https://schema.org",
    "@type": site.traits.includes("live") ? "LiveBlogPosting" : "NewsArticle",
    headline: story.title,
    author: { "@type": "Person", name: story.by },
    datePublished: "2026-03-14T07:15:00+01:00",
    publisher: { "@type": "Organization", name: site.name },
    ...(site.traits.includes("paywall") ? { isAccessibleForFree: false } : {}),
  };
  // An application has the page come by script; its story is in none of its files.
  const main = site.traits.includes("app") ? `<div id=app class=view></div>` : storyPart(site, story);
  return document(site, story.title, main, "article", `<script type="application/ld+json">${JSON.stringify(data)}</script>`);
}

/** Pages of a paper that are no story, however much text they have. @param {Site} site */
function odd(site) {
  const { paragraphs } = TEXTS.en.stories[0];
  const field = (/** @type {string} */ name, type = "text") => `<label>${name} <input type=${type} name="${name}"></label>`;
  return {
    "/club/enter": document(site, "Sign in", `<h1>Sign in</h1><form class=login>${field("Email", "email")}${field("Password", "password")}<button>Sign in</button></form>`, "website"),
    "/moving/crane-lifts": document(site, "Watch: the crane lifts", `<h1>Watch: the crane lifts</h1><video src="/colours.webm" width=640 height=360 controls></video><p>The crane at work on Saturday.</p>${list(site, 6)}`, "video.other"),
    "/goods/mug": document(site, "A mug with the crane", `<h1>A mug with the crane</h1><div class=product><span class=price>12.50</span><button class=add-to-cart>Add to basket</button><p>Stoneware, 300 ml, fired in the county.</p></div>${list(site, 6)}`, "product"),
    "/club/letter": document(site, "Write to us", `<h1>Write to us</h1><div class=editor contenteditable=true style="min-height:400px">${paragraphs.map((it) => `<p>${it}</p>`).join("")}</div><button>Send</button>`, "website"),
  };
}
