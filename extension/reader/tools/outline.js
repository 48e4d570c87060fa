// The table of contents: the article's headings as a list of links, the one that is being read marked.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("outline")) return;

  const { make } = lede;
  /** A heading is reached when it stands in this upper part of the view. */
  const REACHED = 0.25;

  /** A list in a list for each step down, however many levels it leaves out. @param {HTMLElement[]} headings @param {Node[]} links */
  const nested = (headings, links) => {
    const open = [{ level: 6, list: make("ol") }];
    headings.forEach((heading, index) => {
      const level = Number(heading.localName.slice(1));
      while (open.length > 1 && level < (open.at(-1)?.level ?? 0)) open.pop();
      const above = /** @type {typeof open[0]} */ (open.at(-1));
      const item = above.list.lastElementChild;
      if (item !== null && level > above.level) {
        const list = item.querySelector("ol") ?? make("ol");
        item.append(list);
        open.push({ level, list });
      } else above.level = level;
      open.at(-1)?.list.append(make("li", {}, /** @type {Node} */ (links[index])));
    });
    return /** @type {typeof open[0]} */ (open[0]).list;
  };

  lede.tools.set("outline", (reader) => {
    const { story, words, presses, scroller } = reader;
    let count = 0;
    /** @type {HTMLElement[]} */ let headings = [];
    /** @type {HTMLAnchorElement[]} */ let links = [];
    const linkTo = (/** @type {HTMLElement} */ heading) => {
      const link = make("a", { href: `#${heading.id}`, "data-press": "go" }, heading.textContent?.trim() ?? "");
      presses.set(link, (event) => {
        event.preventDefault();
        panel.close();
        reader.go(heading.id);
      });
      return link;
    };
    const prepare = () => {
      panel.close();
      const found = /** @type {NodeListOf<HTMLElement>} */ (story.querySelectorAll(":is(h2, h3, h4, h5, h6):not(.left-out *)"));
      headings = [...found].filter((it) => it.textContent?.trim());
      // No name of the article's own places begins so.
      for (const heading of headings) heading.id ||= `heading-${count++}`;
      for (const link of links) presses.delete(link);
      links = headings.map(linkTo);
      panel.button.hidden = headings.length < 2;
    };
    const mark = () => {
      const current = links[lede.lastAbove(reader, headings, REACHED)];
      for (const link of links) if (link !== current) link.removeAttribute("aria-current");
      current?.setAttribute("aria-current", "true");
      return current;
    };
    const fill = (/** @type {HTMLElement} */ element) =>
      element.append(make("nav", { lang: story.lang, dir: story.dir, "aria-label": words.toolOutline }, nested(headings, links)));
    const panel = lede.panel(reader, { name: "outline", word: words.toolOutline, key: "c", fill });
    const { open } = panel;
    panel.open = () => {
      if (headings.length < 2) return;
      open();
      // One begins where one is, and not at the first of a hundred.
      mark()?.focus();
    };
    prepare();
    reader.stories.push(prepare);
    scroller.addEventListener("scroll", () => void (panel.element.hidden || mark()), { passive: true });
  });
})();
