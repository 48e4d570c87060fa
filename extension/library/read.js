// A saved article in the reader, on a page of Lede's own: the same view and tools as over a page of the web, without a
// page beneath. What its tools ask for is answered here, by what the background answers it with.

import { api } from "../background/api.js";
import { equipment, styleText } from "../background/equip.js";
import { fontFaces } from "../background/fonts.js";
import { askedOfMarks } from "../background/marks.js";
import { keepPlace } from "../background/place.js";
import { LATER, STYLE } from "../background/scripts.js";
import { forgetSite, keepSettings, ownSite, resetSettings, settingsFor } from "../background/settings.js";
import { words } from "../background/words.js";
import { dressPage } from "./make.js";
import { get, mark } from "./store.js";

/** Those that work without a page beneath, in the order of background/scripts.js. */
const TOOLS = [
  ...["show", "icons", "bar", "panel", "settings", "font", "vertical", "place", "outline", "progress", "footnotes", "lightbox", "selection", "marks", "shortcuts"],
  ...["print", "later", "more"],
].map((name) => `reader/tools/${name}.js`);

/** @param {string[]} files classic scripts, one after the other @returns {Promise<void>} */
async function bring(files) {
  for (const file of files) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: api.runtime.getURL(file), onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }
}

/** What the tools may ask, as background/routes.js has it. @param {import("../background/routes.js").Asker} asker @returns {Record<string, (value: any) => any>} */
const routes = (asker) => ({
  settings: ({ values, isOfSite }) => keepSettings(values, asker, isOfSite === true),
  ownSite: () => ownSite(asker),
  forgetSite: () => forgetSite(asker.url),
  resetSettings: () => resetSettings(asker.url),
  place: (value) => keepPlace(value, asker),
  font: () => fontFaces(),
  bring: async (name) => {
    const isStyle = (/** @type {string} */ file) => file.endsWith(".css");
    const files = Object.hasOwn(LATER, name) ? (LATER[name] ?? []) : [];
    await bring(files.filter((file) => !isStyle(file)));
    return styleText(...files.filter(isStyle));
  },
  marks: (value) => askedOfMarks(value, asker),
});

/** Pictures that were saved in place of those of the web; what was not saved is named by its text. @param {HTMLElement} dialog @param {import("./store.js").Picture[]} pictures */
function showPictures(dialog, pictures) {
  const urls = new Map(pictures.map(({ src, type, bytes }) => [src, URL.createObjectURL(new Blob([bytes], { type }))]));
  for (const img of dialog.querySelectorAll("img")) {
    const url = urls.get(img.getAttribute("src") ?? "");
    if (url !== undefined) {
      img.src = url;
      continue;
    }
    // Before the browser comes to ask for it.
    img.removeAttribute("src");
    img.replaceWith(lede.make("span", { class: "missing", role: "img", "aria-label": img.alt || "…" }, img.alt));
  }
}

function leave() {
  if (history.length > 1) history.back();
  else location.assign("library.html");
}

/** @param {NonNullable<Awaited<ReturnType<typeof get>>>} saved */
async function show({ entry, article, kept, pictures }) {
  const { address } = entry;
  const asker = { url: address, isPrivate: false, tab: /** @type {any} */ ({}) };
  const answers = routes(asker);
  // In place of what content/ask.js does.
  lede.ask = async (what, value) => (Object.hasOwn(answers, what) ? answers[what](value) : undefined);
  const [css, settings] = await Promise.all([styleText(...STYLE), settingsFor(address)]);
  const host = document.createElement("lede-reader");
  const root = host.attachShadow({ mode: "closed" });
  const view = lede.view({ token: undefined, article, css, settings: settings.values, words: words(), note: "" }, root, leave);
  showPictures(view.dialog, pictures);
  lede.adopt(root, css);
  root.append(view.dialog);
  document.documentElement.append(host);
  const strip = () => document.documentElement.setAttribute("data-lede", `html ${view.dialog.dataset.strip}`);
  new MutationObserver(strip).observe(view.dialog, { attributeFilter: ["data-strip"] });
  strip();
  const isOwn = (/** @type {Event} */ event) => event.target === host;
  lede.seal([], { isOwn, key: view.key, hand: (event) => view.hand(event, isOwn(event)), toggle() {} });
  view.dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    view.escape();
  });
  view.dialog.showModal();
  view.scroller.focus({ preventScroll: true });
  addEventListener("pagehide", () => view.farewell());
  const [given] = await Promise.all([equipment(address, { article, kept }, settings, {}, false), bring(TOOLS)]);
  lede.adopt(root, given.css);
  view.equip(given);
}

async function begin() {
  const id = new URLSearchParams(location.search).get("id") ?? "";
  const saved = await get(id);
  if (saved === undefined) {
    dressPage();
    /** @type {HTMLElement} */ (document.getElementById("missing")).hidden = false;
    return;
  }
  document.title = saved.entry.title || saved.entry.site;
  document.documentElement.lang = api.i18n.getUILanguage();
  await show(saved);
  if (saved.entry.unread) await mark([id], { unread: false });
}

await begin();
