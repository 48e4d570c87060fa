// The invented papers, a row each: how a site lays its pages out, what it calls things, and which habits of the trade it
// has. `pages.mjs` builds their pages from it.

/**
 * What a site does besides printing stories:
 *   ads        slots in the text and beside it that fill late        popup     a newsletter's window that comes late
 *   consent    a dialog over the page, which locks scrolling         player    a video that sticks to a corner
 *   autoplay   a film in the story that plays by itself              endless   the next story follows this one
 *   app        its pages change without loading                     live      a live blog: posts are added on top
 *   paywall    the page says that it is not free                     wall      a subscription window over a free page
 *   things     parts of the story that are there to be used          header    a header that floats over the page
 *   comments   what readers say                                      late      its text comes by script
 * @typedef {{ host: string, name: string, lang: string, layout: "float" | "grid" | "flex" | "table" | "column",
 *   address: (slug: string) => string, names: Record<string, string>, traits: string[] }} Site
 */

const dated = (/** @type {string} */ slug) => `/2026/03/14/${slug}`;
const plain = (/** @type {string} */ slug) => `/story/${slug}.html`;
const numbered = (/** @type {string} */ slug) => `/news/${slug}-48210377`;

/** @type {Site[]} */
export const SITES = [
  {
    ...{ host: "harbour", name: "The Harbour Post", lang: "en", layout: "float", address: dated },
    names: { head: "site-header", nav: "main-nav", story: "story", body: "story-body", side: "sidebar", ad: "ad-slot", share: "share-bar", related: "related-stories", letter: "newsletter-box", foot: "site-footer", card: "teaser" },
    traits: ["ads", "header", "comments"],
  },
  {
    ...{ host: "stadtblatt", name: "Stadtblatt", lang: "de", layout: "grid", address: plain },
    names: { head: "kopf header", nav: "navigation", story: "artikel", body: "artikel-text article-text", side: "seitenspalte sidebar", ad: "anzeige", share: "teilen sharing", related: "mehr-zum-thema", letter: "newsletter", foot: "fuss footer", card: "kachel card" },
    traits: ["consent", "ads"],
  },
  {
    ...{ host: "lequai", name: "Le Quai", lang: "fr", layout: "flex", address: dated },
    names: { head: "entete header", nav: "menu", story: "article", body: "article__content", side: "colonne aside", ad: "pub", share: "partage", related: "lire-aussi", letter: "newsletter", foot: "pied footer", card: "carte card" },
    traits: ["player", "autoplay", "comments"],
  },
  {
    ...{ host: "longread", name: "Long Shore", lang: "en", layout: "float", address: plain },
    names: { head: "masthead", nav: "nav", story: "entry", body: "entry-content", side: "secondary", ad: "advert", share: "sharedaddy", related: "related-posts", letter: "subscribe", foot: "colophon site-footer", card: "post-card" },
    traits: ["endless", "ads"],
  },
  {
    ...{ host: "tideapp", name: "Tide", lang: "en", layout: "flex", address: numbered },
    names: { head: "AppHeader", nav: "AppNav", story: "ArticlePage", body: "ArticleBody", side: "Sidebar", ad: "AdUnit", share: "ShareBar", related: "RelatedArticles", letter: "NewsletterSignup", foot: "AppFooter", card: "Card" },
    traits: ["app", "ads", "late"],
  },
  {
    ...{ host: "dispatch", name: "Island Dispatch", lang: "en", layout: "column", address: (/** @type {string} */ slug) => `/amp/${slug}` },
    names: { head: "amp-header header", nav: "amp-menu menu", story: "amp-article", body: "article-body", side: "sidebar", ad: "ad", share: "social-share", related: "related", letter: "newsletter", foot: "footer", card: "card" },
    traits: ["ads"],
  },
  {
    ...{ host: "liveline", name: "Liveline", lang: "en", layout: "grid", address: (/** @type {string} */ slug) => `/live/${slug}` },
    names: { head: "topbar", nav: "nav", story: "liveblog", body: "content-body", side: "sidebar", ad: "mpu", share: "share", related: "most-read", letter: "newsletter", foot: "footer", card: "card" },
    traits: ["live", "header"],
  },
  {
    ...{ host: "ledger", name: "The Ledger", lang: "en", layout: "flex", address: dated },
    names: { head: "header", nav: "nav", story: "article", body: "article-text", side: "aside", ad: "leaderboard", share: "share", related: "read-next", letter: "newsletter", foot: "footer", card: "card" },
    traits: ["paywall", "ads"],
  },
  {
    ...{ host: "almina", name: "الميناء", lang: "ar", layout: "grid", address: numbered },
    names: { head: "header", nav: "menu", story: "post", body: "post-content entry-content", side: "sidebar", ad: "ad-box adbox", share: "share-buttons", related: "related-news", letter: "newsletter", foot: "footer", card: "card" },
    traits: ["ads", "comments"],
  },
  {
    ...{ host: "minato", name: "港日報", lang: "ja", layout: "float", address: (/** @type {string} */ slug) => `/articles/${slug}` },
    names: { head: "l-header header", nav: "gnav nav", story: "p-article", body: "article-body", side: "l-side sidebar", ad: "ad_area ad", share: "sns share", related: "kanren related", letter: "mailmag newsletter", foot: "l-footer footer", card: "list-card card" },
    traits: ["ads", "popup"],
  },
  {
    ...{ host: "muara", name: "Kabar Muara", lang: "id", layout: "table", address: (/** @type {string} */ slug) => `/daerah/20260314071500-20-1180442/${slug}` },
    names: { head: "header", nav: "navbar", story: "detail", body: "detail-text", side: "kolom sidebar", ad: "iklan ads", share: "bagikan", related: "berita-terkait", letter: "newsletter", foot: "footer", card: "media card" },
    traits: ["ads", "player"],
  },
  {
    ...{ host: "elfaro", name: "El Faro", lang: "es", layout: "grid", address: dated },
    names: { head: "cabecera header", nav: "menu", story: "noticia", body: "cuerpo article-body", side: "lateral sidebar", ad: "publicidad", share: "compartir social", related: "relacionadas", letter: "newsletter boletin", foot: "pie footer", card: "tarjeta card" },
    traits: ["wall", "header", "comments"],
  },
  {
    ...{ host: "workshop", name: "The Workshop", lang: "en", layout: "float", address: plain },
    names: { head: "header", nav: "nav", story: "feature", body: "prose", side: "sidebar", ad: "sponsor", share: "share", related: "related", letter: "signup", foot: "footer", card: "teaser" },
    traits: ["things"],
  },
];

/** Which of its language's stories a site prints. @param {Site} site @returns {number[]} */
export function printed({ lang, traits }) {
  if (lang !== "en") return [0];
  return traits.some((trait) => ["endless", "app"].includes(trait)) ? [0, 1, 2] : [traits.includes("things") ? 2 : traits.includes("paywall") ? 1 : 0];
}
