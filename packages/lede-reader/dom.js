// Reads any DOM: a browser's, jsdom's, linkedom's, happy-dom's.
//
// The walk is the extension's own (the build lays it beside this file as walk.js). It asks the prototypes of the browser, since
// a form may hide its own properties behind its controls. Here the prototypes are whatever the nodes have: each question
// is put to what stands above the node, not to the node, and only where nothing there answers, to the node itself.

import { walker } from "./walk.js";

/** What the walk asks of a node, an element, a document. */
const ASKED = {
  Node: ["nodeType", "nodeValue", "lastChild", "previousSibling", "textContent"],
  Element: ["namespaceURI", "localName", "firstElementChild", "shadowRoot"],
  Document: ["body", "documentElement", "URL", "contentType"],
  HTMLIFrameElement: ["contentDocument"],
  HTMLImageElement: ["complete", "naturalWidth"],
};

/** What it calls. */
const CALLED = {
  Element: ["getAttribute", "getAttributeNames", "checkVisibility", "getBoundingClientRect"],
  HTMLSlotElement: ["assignedNodes"],
};

const XHTML = "http://www.w3.org/1999/xhtml";
/** For a DOM that has none: what stands in a `noscript` as text is then left out. */
const NOTHING = { parseFromString: () => ({ head: { childNodes: [] }, body: { childNodes: [] } }) };

/** Of a node's property: what its prototypes say. @param {any} node @param {string} name @returns {any} */
export function said(node, name) {
  const value = Reflect.get(Object.getPrototypeOf(node), name, node);
  return value === undefined ? node[name] : value;
}

/** What some DOMs leave open. @type {Record<string, (node: any, value: any) => any>} */
const MENDED = {
  namespaceURI: (_, value) => value ?? XHTML,
  nodeValue: (_, value) => value ?? "",
  textContent: (_, value) => value ?? "",
  lastChild: (_, value) => value ?? null,
  previousSibling: (_, value) => value ?? null,
  firstElementChild: (_, value) => value ?? null,
  shadowRoot: (_, value) => value ?? null,
  contentDocument: (_, value) => value ?? null,
  contentType: (_, value) => value ?? "text/html",
  URL: (_, value) => value ?? "",
};

/** Stand-ins for the prototypes, with what `change` makes of an answer. @param {Changes} change */
function prototypes(change) {
  /** @type {Record<string, any>} */
  const kinds = {};
  for (const [kind, names] of Object.entries(ASKED)) {
    kinds[kind] ??= { prototype: {} };
    for (const name of names) {
      const asIs = (/** @type {any} */ _, /** @type {any} */ value) => value;
      const [mend, changed] = [MENDED[name] ?? asIs, change[name] ?? asIs];
      /** @this {any} */
      const get = function () {
        return changed(this, mend(this, said(this, name)));
      };
      Object.defineProperty(kinds[kind].prototype, name, { get });
    }
  }
  for (const [kind, names] of Object.entries(CALLED)) {
    kinds[kind] ??= { prototype: {} };
    for (const name of names) {
      kinds[kind].prototype[name] = function (/** @type {any[]} */ ...given) {
        const method = said(this, name);
        return typeof method === "function" ? method.apply(this, given) : [];
      };
    }
  }
  Object.assign(kinds.Node, { ELEMENT_NODE: 1, TEXT_NODE: 3, CDATA_SECTION_NODE: 4 });
  return kinds;
}

/** Whether a document is on a browser's screen: only then does a layout tell what is hidden. @param {any} document */
function isDrawn(document) {
  const view = document.defaultView;
  const asks = view?.Element?.prototype?.checkVisibility;
  return typeof asks === "function" && /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(asks));
}

/**
 * @typedef {Record<string, (node: any, value: any) => any>} Changes by the property's name: what the walk is told instead
 * @typedef {{ url?: string | URL, layout?: boolean, leavesOut?: (element: any) => boolean, change?: Changes }} How
 */

/**
 * A document as the engine reads it.
 *
 * @param {any} document @param {How} how
 * @returns {{ snapshot: any, isPart: boolean, layout: boolean }}
 */
export function snapshotOf(document, how = {}) {
  if (said(Object(document), "documentElement") === undefined) throw new TypeError("lede: the first argument must be a document");
  const layout = how.layout ?? isDrawn(document);
  const view = document.defaultView ?? globalThis;
  const Parser = view.DOMParser ?? /** @type {any} */ (globalThis).DOMParser;
  const take = walker({
    ...prototypes(how.change ?? {}),
    globalThis: { chrome: { dom: { openOrClosedShadowRoot: (/** @type {any} */ element) => said(element, "shadowRoot") ?? null } } },
    DOMParser: function () { return Parser === undefined ? NOTHING : new Parser(); },
    getComputedStyle: layout ? view.getComputedStyle.bind(view) : undefined,
    // Without a screen nobody waits: the walk ends by the number of elements and letters alone, and so the same each time.
    performance: layout ? performance : { now: () => 0 },
  });
  const { leavesOut } = how;
  const selection = leavesOut === undefined ? null : { leavesOut, cut: (/** @type {Node} */ _, /** @type {string} */ text) => text };
  const taken = take(document, { layout, selection, ...(how.url === undefined ? {} : { url: String(how.url) }) });
  if (taken.cannot !== undefined) throw new TypeError(`lede: a document of this kind can't be read (${said(document, "contentType")})`);
  return { snapshot: taken.snapshot, isPart: taken.isPart, layout };
}
