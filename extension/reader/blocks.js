// The text of an article as elements: the same mapping as src/render/html.rs, with createElement in place of strings.
// Every element and attribute is named here; what an article says can't name another.

(() => {
  const lede = globalThis.lede;
  if (lede.blocks !== undefined) return;

  const MATHML = "http://www.w3.org/1998/Math/MathML";
  const MATH = new Set(
    ("annotation math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms " +
      "mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics").split(" "),
  );
  /** Inlines that are an element around a line. */
  const WRAPPED = new Map(
    Object.entries({ strong: "strong", emphasis: "em", code: "code", sub: "sub", sup: "sup", mark: "mark", deleted: "del", underline: "u", quote: "q" }),
  );
  /** What the names of places begin with. */
  const PLACE = "lede-";

  const { createElement, createElementNS } = Document.prototype;

  /**
   * @template {keyof HTMLElementTagNameMap} N
   * @param {N} name @param {Record<string, string | number | undefined>} [attributes] left out where empty
   * @param {(Node | string | (Node | string)[])[]} children long lists as lists: a call takes only so many
   * @returns {HTMLElementTagNameMap[N]}
   */
  const make = (name, attributes = {}, ...children) => {
    const element = /** @type {HTMLElementTagNameMap[N]} */ (createElement.call(document, name));
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== "" && value !== 0) element.setAttribute(key, String(value));
    }
    for (const child of children.flat()) element.append(child);
    return element;
  };

  /** The address, where a reader may go there: as the engine has it. @param {string} href */
  const safe = (href) => (/^(https?:\/\/|mailto:)/.test(href) ? href : "");

  /** @param {any} image @returns {Node[]} */
  const picture = ({ src, alt = "", width, height }) => {
    if (safe(src) === "") return [];
    const img = make("img", { src, width, height, loading: "lazy", decoding: "async" });
    img.alt = alt;
    return [img];
  };

  /** @param {any[]} content @returns {(Node | string)[]} */
  const line = (content) => content.flatMap(inline);

  /** @param {any} piece @returns {(Node | string)[]} */
  const inline = (piece) => {
    if (piece === "lineBreak") return [make("br")];
    const [kind = "", value] = Object.entries(piece)[0] ?? [];
    const wrapped = WRAPPED.get(kind);
    if (wrapped !== undefined) return [make(/** @type {"em"} */ (wrapped), {}, line(value))];
    switch (kind) {
      case "text":
        return [value];
      case "link":
        return link(value);
      case "target":
        return [make("span", { id: PLACE + value })];
      case "ruby":
        return [make("ruby", {}, value.flatMap(ruby))];
      case "image":
        return picture(value);
      case "math":
        return formula(value, false);
      default:
        return [];
    }
  };

  /** @param {any} anchor */
  const link = ({ href, content }) => {
    if (href.startsWith("#")) return [make("a", { href: `#${PLACE}${href.slice(1)}` }, line(content))];
    return safe(href) === "" ? line(content) : [make("a", { href, target: "_self" }, line(content))];
  };

  /** @param {any} part */
  const ruby = ({ base, reading }) => (reading === "" ? [base] : [base, make("rp", {}, "（"), make("rt", {}, reading), make("rp", {}, "）")]);

  /** @param {any} math @param {boolean} display @returns {Node[]} */
  const formula = ({ tex, mathml }, display) => {
    if (mathml) return mathNode(mathml, display);
    return tex ? [make("code", {}, tex)] : [];
  };

  /** @param {any} node @param {boolean} display @returns {Node[]} */
  const mathNode = ({ tag, text = "", children = [] }, display) => {
    if (!MATH.has(tag)) return [];
    const element = createElementNS.call(document, MATHML, tag);
    if (display && tag === "math") element.setAttribute("display", "block");
    if (tag === "annotation") element.setAttribute("encoding", "application/x-tex");
    element.append(text);
    for (const child of children) element.append(...mathNode(child, display));
    return [element];
  };

  /** @param {any} block @returns {Node[]} */
  const one = (block) => {
    if (block === "break") return [make("hr")];
    const [kind = "", value] = Object.entries(block)[0] ?? [];
    return BLOCKS.get(kind)?.(value) ?? [];
  };

  /** @type {Map<string, (value: any) => Node[]>} */
  const BLOCKS = new Map(
    Object.entries({
      heading: ({ level, content }) => [make(/** @type {"h2"} */ (`h${Math.min(Math.max(level, 2), 6)}`), {}, line(content))],
      paragraph: (content) => [make("p", {}, line(content))],
      list: ({ start, items }) => [list(start, items)],
      definitions: (groups) => [make("dl", {}, groups.flatMap(definition))],
      quote: (content) => [make("blockquote", {}, blocks(content))],
      code: ({ language, text }) => [scrolling(make("pre", {}, make("code", { class: language && `language-${language}` }, text)))],
      table: (value) => [scrolling(table(value))],
      figure: ({ images, caption = [] }) => [figure(images.flatMap(picture), caption)],
      embed: (value) => [embed(value)],
      math: (value) => [scrolling(make("p", { class: "math" }, formula(value, true)))],
      details: ({ summary, content }) => [make("details", { open: "open" }, make("summary", {}, line(summary)), blocks(content))],
      leftOut: ({ rule, content }) => [make("section", { class: "left-out", "data-rule": rule }, blocks(content))],
    }),
  );

  /** @param {any[]} content @returns {Node[]} */
  const blocks = (content) => content.flatMap(one);

  /** What is too wide scrolls in a box of its own, by key too. @param {HTMLElement} content */
  const scrolling = (content) => make("div", { class: "wide", tabindex: "0", role: "group" }, content);

  /** @param {number | undefined} start @param {any[][]} items */
  const list = (start, items) => {
    const rows = items.map((item) => make("li", {}, tight(item)));
    return start === undefined ? make("ul", {}, rows) : make("ol", { start: String(start) }, rows);
  };

  /** A paragraph of an item or a cell needs no element where it stands alone, or lists follow. @param {any[]} content */
  const tight = ([first, ...rest]) => {
    if (first === undefined) return [];
    const isTight = typeof first === "object" && "paragraph" in first && rest.every((block) => typeof block === "object" && "list" in block);
    return isTight ? [...line(first.paragraph), ...blocks(rest)] : blocks([first, ...rest]);
  };

  /** @param {any} group @returns {Node[]} */
  const definition = ({ terms, meaning }) => [
    ...terms.map((/** @type {any[]} */ term) => make("dt", {}, line(term))),
    ...(meaning.length > 0 ? [make("dd", {}, tight(meaning))] : []),
  ];

  /** @param {any} table */
  const table = ({ caption = [], rows }) => {
    const firstOfBody = rows.findIndex((/** @type {any[]} */ cells) => !cells.every((cell) => cell.header));
    const heads = firstOfBody < 0 ? rows.length : firstOfBody;
    const section = (/** @type {"thead" | "tbody"} */ name, /** @type {any[][]} */ part) =>
      part.length > 0 ? [make(name, {}, part.map((cells) => make("tr", {}, cells.map(cell))))] : [];
    const title = caption.length > 0 ? [make("caption", {}, line(caption))] : [];
    return make("table", {}, title, section("thead", rows.slice(0, heads)), section("tbody", rows.slice(heads)));
  };

  /** @param {any} cell */
  const cell = ({ header = false, colspan, rowspan, content }) => make(header ? "th" : "td", { colspan, rowspan }, tight(content));

  /** @param {Node[]} images @param {any[]} caption */
  const figure = (images, caption) => make("figure", {}, images, caption.length > 0 ? [make("figcaption", {}, line(caption))] : []);

  /** @param {any} embed */
  const embed = ({ href, title, poster }) => {
    const shown = [...(poster ? picture({ src: poster }) : []), make("span", {}, title || href)];
    return make("figure", { class: "embed" }, ...(safe(href) === "" ? shown : [make("a", { href, target: "_self" }, shown)]));
  };

  lede.icons = { cross: "M3.5 3.5l9 9m0-9l-9 9" };
  lede.icon = (name) => {
    const [svg, path] = ["svg", "path"].map((it) => createElementNS.call(document, "http://www.w3.org/2000/svg", it));
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", lede.icons[name] ?? "");
    svg.append(path);
    return svg;
  };

  lede.make = make;
  lede.safe = safe;
  lede.blocks = blocks;
})();
