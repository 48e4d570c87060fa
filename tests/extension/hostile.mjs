// What the tests of hostile pages share: the elements and attributes that an article in the reader is made of.

/** By name, with their attributes; those of the style (`class`) are in `CLASSES`. @type {Record<string, string[]>} */
const ELEMENTS = {
  a: ["href", "target"],
  article: ["lang", "dir"],
  blockquote: [],
  br: [],
  caption: [],
  code: [],
  dd: [],
  del: [],
  details: ["open"],
  div: ["tabindex", "role"],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h1: [],
  h2: ["id"],
  h3: ["id"],
  h4: ["id"],
  h5: ["id"],
  h6: ["id"],
  header: [],
  hr: [],
  img: ["src", "width", "height", "alt", "loading", "decoding"],
  li: [],
  mark: [],
  ol: ["start"],
  p: [],
  pre: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  section: ["data-rule"],
  span: ["id", "lang", "dir"],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan"],
  thead: [],
  time: ["datetime"],
  tr: [],
  u: [],
  ul: [],
};
const CLASSES = "broken byline embed facts lead left-out math minutes site wide";
const MATH =
  "annotation math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms " +
  "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics";

export const LIST = { elements: ELEMENTS, classes: CLASSES.split(" "), math: MATH.split(" ") };

/**
 * What of the reader's article is not on the list, its pictures, and its markup.
 *
 * @param {ShadowRoot} root @param {typeof LIST} list
 */
export function faultsIn(root, list) {
  const story = /** @type {Element} */ (root.querySelector("article"));
  const faults = [];
  const pictures = [];
  const walker = root.ownerDocument.createTreeWalker(story, 1);
  for (let node = /** @type {Node | null} */ (story); node !== null; node = walker.nextNode()) {
    const element = /** @type {Element} */ (node);
    const { localName: tag, namespaceURI: space } = element;
    // What the tools put beside a picture or a note is theirs, as long as nothing of the page stands in it.
    if (element.matches("article button.enlarge") && element.textContent === "") continue;
    if (element.parentElement?.closest("button.enlarge") && element.matches("svg[viewBox], svg > path[d]")) continue;
    const isMath = space === "http://www.w3.org/1998/Math/MathML" && list.math.includes(tag);
    const isHtml = space === "http://www.w3.org/1999/xhtml" && Object.hasOwn(list.elements, tag);
    if (!isMath && !isHtml) {
      faults.push(`an element ${tag} of ${space}`);
      continue;
    }
    const allowed = isMath ? ["display", "encoding"] : (list.elements[tag] ?? []);
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      const isClass = name === "class" && (list.classes.includes(value) || (tag === "code" && /^language-[\w+#.-]+$/.test(value)));
      if ((name === "data-press" && ["enlarge", "note"].includes(value)) || (element.hasAttribute("data-press") && /^(role|aria-\w+)$/.test(name))) continue;
      if (!isClass && !allowed.includes(name)) faults.push(`${tag} has ${name}="${value}"`);
      if ((name === "href" && !/^(https?:\/\/|mailto:|#lede-)/.test(value)) || (name === "src" && !/^https?:\/\//.test(value))) faults.push(`${tag} leads to ${value}`);
      // Headings are numbered by the outline.
      if (name === "id" && !value.startsWith("lede-") && !(/^h[2-6]$/.test(tag) && /^heading-\d+$/.test(value))) faults.push(`${tag} is called ${value}`);
      if (name === "src") pictures.push(value);
    }
  }
  return { faults, pictures, html: story.outerHTML };
}
