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
  const SPACES = { html: "http://www.w3.org/1999/xhtml", math: "http://www.w3.org/1998/Math/MathML" };
  const story = /** @type {Element} */ (root.querySelector("article"));

  /** What the tools put beside a picture is theirs, as long as nothing of the page stands in it. @param {Element} element */
  const isTool = (element) =>
    (element.matches("article button.enlarge") && element.textContent === "") ||
    (element.parentElement?.closest("button.enlarge") && element.matches("svg[viewBox], svg > path[d]"));

  /** The attributes that it may have; nothing where it may not be. @param {Element} element */
  const allowedOn = ({ localName: tag, namespaceURI: space }) => {
    if (space === SPACES.math) return list.math.includes(tag) ? ["display", "encoding"] : undefined;
    return space === SPACES.html && Object.hasOwn(list.elements, tag) ? list.elements[tag] : undefined;
  };

  /** What the tools say of pictures and notes. @param {Element} element @param {string} name @param {string} value */
  const isOfTools = (element, name, value) =>
    name === "data-press" ? ["enlarge", "note"].includes(value) : element.hasAttribute("data-press") && /^(role|aria-\w+)$/.test(name);

  /** @param {string} tag @param {string} name @param {string} value */
  const isRight = (tag, name, value) => {
    switch (name) {
      case "class":
        return list.classes.includes(value) || (tag === "code" && /^language-[\w+#.-]+$/.test(value));
      case "href":
        return /^(https?:\/\/|mailto:|#lede-)/.test(value);
      case "src":
        return /^https?:\/\//.test(value);
      case "id":
        // Headings are numbered by the outline.
        return value.startsWith("lede-") || (/^h[2-6]$/.test(tag) && /^heading-\d+$/.test(value));
      default:
        return true;
    }
  };

  /** @param {Element} element @returns {string[]} */
  const faultsOf = (element) => {
    const { localName: tag, namespaceURI: space } = element;
    const allowed = allowedOn(element);
    if (allowed === undefined) return [`an element ${tag} of ${space}`];
    return element.getAttributeNames().flatMap((name) => {
      const value = element.getAttribute(name) ?? "";
      if (isOfTools(element, name, value)) return [];
      return (name === "class" || allowed.includes(name)) && isRight(tag, name, value) ? [] : [`${tag} has ${name}="${value}"`];
    });
  };

  const all = [story, ...story.querySelectorAll("*")].filter((element) => !isTool(element));
  const pictures = all.flatMap((element) => element.getAttribute("src") ?? []);
  return { faults: all.flatMap(faultsOf), pictures, html: story.outerHTML };
}
