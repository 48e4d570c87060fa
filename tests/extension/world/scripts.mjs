// What the sites' own scripts do: adverts that come late, dialogs, the next story. And what watches a page for the tests.

import { TEXTS } from "./texts.mjs";
import { printed } from "./sites.mjs";
import { storyPart } from "./pages.mjs";

/** By then all that comes late has come. */
const LAST_MS = 900;

/**
 * Runs first in each page. `seen` is told to the tests: elements that anyone has removed, how often something that is to go
 * was drawn in a frame, how much of the layout has shifted as Chromium counts it,
 * and of the text as anyone can, how long nothing was seen.
 */
function watch() {
  const seen = { removed: 0, frames: 0, flashed: 0, shifts: 0, moved: 0, begun: performance.now(), first: 0, came: 0, veiled: 0, isLate: false };
  Object.assign(globalThis, { seen });
  const removals = new MutationObserver((records) => {
    // A new title is a new text in its element.
    for (const { removedNodes } of records) seen.removed += [...removedNodes].filter((node) => node instanceof Element).length;
  });
  removals.observe(document, { childList: true, subtree: true });
  let down = 0;
  const veils = new MutationObserver(() => {
    const isDown = document.documentElement.getAttribute("data-lede-veil") === "down";
    if (!isDown && down > 0) seen.veiled = Math.max(seen.veiled, performance.now() - down);
    down = isDown ? down || performance.now() : 0;
  });
  down = document.documentElement.getAttribute("data-lede-veil") === "down" ? performance.now() : 0;
  veils.observe(document.documentElement, { attributes: true });
  const isDrawn = (/** @type {Element} */ element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  /** Where paragraphs in view stood on the page in the last frame. @type {Map<Element, [number, number]>} */
  let places = new Map();
  /** Of the window's longer side, the most that a paragraph in view has gone since the last frame. */
  const moved = () => {
    const drawn = [...document.querySelectorAll("article p, article h1")].filter(isDrawn);
    const before = places;
    places = new Map(drawn.map((element) => [element, [element.getBoundingClientRect().left + scrollX, element.getBoundingClientRect().top + scrollY]]));
    const steps = [...places].map(([element, [left, top]]) => {
      const [oldLeft, oldTop] = before.get(element) ?? [left, top];
      return Math.max(Math.abs(left - oldLeft), Math.abs(top - oldTop));
    });
    return Math.max(0, ...steps) / Math.max(innerWidth, innerHeight);
  };
  const frame = () => {
    seen.frames += 1;
    const isShown = document.documentElement.checkVisibility({ opacityProperty: true });
    if (isShown) seen.moved += moved();
    if (isShown && document.body !== null && seen.first === 0) seen.first = performance.now();
    if ([...document.querySelectorAll("[data-clutter]")].some(isDrawn)) seen.flashed += 1;
    if (performance.now() < 4000) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
  const shifts = new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) seen.shifts += entry.value;
  });
  shifts.observe({ type: "layout-shift", buffered: true });
}

/** What each trait does, in the page. `made` is what the table says of it. @type {Record<string, (made: any) => void>} */
const DOES = {
  ads({ label }) {
    const fill = (/** @type {Element} */ slot, /** @type {number} */ at) =>
      setTimeout(() => {
        const ad = document.createElement("div");
        ad.style.height = "250px";
        ad.textContent = `${label} ${at}`;
        slot.append(ad);
      }, 150 + at * 150);
    document.querySelectorAll("[data-slot], .side-slot").forEach(fill);
    setTimeout(() => {
      const strip = document.createElement("div");
      strip.id = "strip";
      strip.dataset.clutter = "";
      strip.textContent = label;
      strip.style.cssText = "position:fixed;bottom:0;left:0;right:0;height:90px;background:#fc0;z-index:900";
      document.body.append(strip);
    }, 700);
  },
  consent({ text, yes }) {
    const dialog = document.createElement("div");
    dialog.id = "consent";
    dialog.dataset.clutter = "";
    dialog.className = "cmp-overlay";
    const box = document.createElement("div");
    const button = document.createElement("button");
    button.textContent = yes;
    button.onclick = () => {
      dialog.hidden = true;
      document.body.classList.remove("locked");
    };
    box.append(text, document.createElement("br"), button);
    dialog.append(box);
    document.body.append(dialog);
    document.body.classList.add("locked");
  },
  wall({ text }) {
    setTimeout(() => {
      const wall = document.createElement("div");
      wall.id = "wall";
      wall.dataset.clutter = "";
      wall.textContent = text;
      document.body.append(wall);
      document.documentElement.classList.add("noscroll");
    }, 800);
  },
  popup({ text }) {
    setTimeout(() => {
      const popup = document.createElement("div");
      popup.id = "popup";
      popup.dataset.clutter = "";
      popup.textContent = text;
      document.body.append(popup);
    }, 800);
  },
  player() {
    const mini = document.createElement("div");
    mini.className = "mini";
    mini.dataset.clutter = "";
    const film = document.createElement("video");
    Object.assign(film, { src: "/colours.webm", muted: true, loop: true, autoplay: true });
    mini.append(film);
    document.body.append(mini);
  },
  live({ post }) {
    setTimeout(() => {
      const first = document.querySelector(".post");
      const added = /** @type {Element} */ (first?.cloneNode(true));
      added.setAttribute("data-late", "");
      /** @type {Element} */ (added.querySelector("p")).textContent = post;
      first?.before(added);
    }, 700);
  },
  things() {
    const [soft, right] = [document.querySelector("#soft"), document.querySelector("#right")];
    soft?.addEventListener("click", () => right && (right.textContent = "Right"));
    const pen = /** @type {HTMLCanvasElement | null} */ (document.querySelector(".chart"))?.getContext("2d");
    pen?.fillRect(20, 20, 80, 160);
  },
  endless({ parts }) {
    const waiting = [...parts];
    const next = () => {
      if (scrollY + innerHeight < document.documentElement.scrollHeight - 200) return;
      const part = document.querySelector("article") === null ? undefined : waiting.shift();
      if (part === undefined) return;
      document.querySelector("main")?.insertAdjacentHTML("beforeend", part.html);
      history.replaceState(null, "", part.path);
      document.title = part.title;
    };
    addEventListener("scroll", next, { passive: true });
  },
  app({ views, home }) {
    const app = document.querySelector("#app") ?? document.querySelector("main .cards")?.parentElement;
    const show = (/** @type {string} */ path) => {
      const view = views[path];
      if (app === null || app === undefined) return;
      document.title = view?.title ?? "Tide";
      app.innerHTML = view?.html ?? home;
      /** @type {any} */ (globalThis).seen.came ||= performance.now();
    };
    const go = (/** @type {string} */ path) => {
      history.pushState(null, "", path);
      // The data come a little after the address.
      setTimeout(() => show(path), 120);
    };
    Object.assign(globalThis, { go });
    addEventListener("popstate", () => setTimeout(() => show(location.pathname), 60));
    addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest?.("a");
      const path = link === null || link === undefined ? "" : new URL(link.href).pathname;
      if (views[path] === undefined && path !== "/") return;
      event.preventDefault();
      go(path);
    });
    if (document.querySelector("#app") !== null) setTimeout(() => show(location.pathname), location.search === "?slow" ? 2200 : 250);
  },
};

/** @param {import("./sites.mjs").Site} site @returns {{ head: string, tail: string }} */
export function scripts(site) {
  const { words, others, stories } = TEXTS[site.lang];
  const parts = () => printed(site).map((at) => ({ title: stories[at].title, path: site.address(stories[at].slug), html: storyPart(site, stories[at], true) }));
  /** @type {Record<string, () => object>} */
  const made = {
    ads: () => ({ label: words.advert }),
    consent: () => ({ text: words.consent, yes: words.accept }),
    wall: () => ({ text: words.subscribe }),
    popup: () => ({ text: words.letter }),
    live: () => ({ post: `${others[0]}. ${others[1]}.` }),
    endless: () => ({ parts: parts().slice(1) }),
    app: () => ({ views: Object.fromEntries(parts().map((part) => [part.path, part])), home: "<h1>Tide</h1>" }),
  };
  const calls = site.traits.filter((trait) => DOES[trait] !== undefined).map((trait) => `(function ${DOES[trait]})(${JSON.stringify(made[trait]?.() ?? {}).replace(/</g, "\\u003c")});`);
  return { head: `<script>(${watch})()</script>`, tail: `<script>${calls.join("\n")}setTimeout(() => (seen.isLate = true), ${LAST_MS})</script>` };
}
