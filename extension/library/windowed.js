// A long list of which only what is near the view is there as elements. Rows are as high as the style sheet says, each as
// all others; where one has the focus, it stays.

/** Rows above and below the view. */
const NEAR = 4;

/** @typedef {{ id: string }} Item */

/** @template {Item} T */
export class Windowed {
  #list;
  #row;
  /** @type {T[]} */ #items = [];
  /** @type {Map<string, { item: T, element: HTMLElement }>} */ #shown = new Map();
  #height = 0;
  #columns = 1;
  #isDue = false;
  #stale = false;

  /** @param {HTMLElement} list that holds the rows @param {(item: T) => HTMLElement} row */
  constructor(list, row) {
    this.#list = list;
    this.#row = row;
    addEventListener("scroll", () => this.#soon(), { passive: true });
    new ResizeObserver(() => {
      this.#measure();
      this.#soon();
    }).observe(list);
  }

  /** @param {T[]} items */
  show(items) {
    this.#items = items;
    this.#measure();
    this.#draw();
  }

  /** What shows is made anew with the next list, though its items are the same. */
  forget() {
    this.#stale = true;
  }

  /** Goes to a row by its place in the list. @param {number} at */
  go(at) {
    const item = this.#items[at];
    if (item === undefined) return;
    const top = this.#list.getBoundingClientRect().top + scrollY + Math.floor(at / this.#columns) * this.#height;
    if (top < scrollY || top + this.#height > scrollY + innerHeight) scrollTo({ top: top - innerHeight / 3, behavior: "instant" });
    this.#draw();
    /** @type {HTMLElement | null | undefined} */ (this.#shown.get(item.id)?.element.querySelector("a"))?.focus({ preventScroll: true });
  }

  /** The place of what has the focus, -1 where nothing has. */
  focused() {
    return this.#items.findIndex(({ id }) => this.#shown.get(id)?.element.contains(document.activeElement));
  }

  columns() {
    return this.#columns;
  }

  /** The elements that show, by the items' ids. */
  get shown() {
    return this.#shown;
  }

  #measure() {
    // The sheet tells both as gaps, which a list of this kind has no other use for: they are computed in pixels.
    const { rowGap, columnGap } = getComputedStyle(this.#list);
    this.#height = Number.parseFloat(rowGap) || 100;
    const least = Number.parseFloat(columnGap) || 0;
    this.#columns = least > 0 ? Math.max(1, Math.floor(this.#list.clientWidth / least)) : 1;
    this.#list.style.blockSize = `${Math.ceil(this.#items.length / this.#columns) * this.#height}px`;
  }

  #soon() {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  /** The places of what is to be there, in order. @returns {number[]} */
  #wanted() {
    const { top } = this.#list.getBoundingClientRect();
    const first = Math.max(0, Math.floor(-top / this.#height) - NEAR) * this.#columns;
    const last = Math.min(this.#items.length, (Math.ceil((innerHeight - top) / this.#height) + NEAR) * this.#columns);
    const near = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
    const held = this.focused();
    if (held < 0 || (held >= first && held < last)) return near;
    return held < first ? [held, ...near] : [...near, held];
  }

  #draw() {
    /** @type {Map<string, { item: T, element: HTMLElement }>} */ const next = new Map();
    /** @type {Element | null} */ let before = null;
    for (const at of this.#wanted()) {
      const item = this.#items[at];
      const known = this.#shown.get(item.id);
      const element = known?.item === item && !this.#stale ? known.element : this.#row(item);
      if (known !== undefined && known.element !== element) replace(known.element, element);
      next.set(item.id, { item, element });
      this.#stand(element, at);
      // In the order of the list for those who walk through it; moved only where it isn't.
      const isThere = element.parentNode === this.#list && element.previousElementSibling === before;
      if (!isThere && before === null) this.#list.prepend(element);
      else if (!isThere) before?.after(element);
      before = element;
    }
    for (const [id, { element }] of this.#shown) if (next.get(id)?.element !== element) element.remove();
    this.#shown = next;
    this.#stale = false;
  }

  /** @param {HTMLElement} element @param {number} at */
  #stand(element, at) {
    const columns = this.#columns;
    element.style.insetBlockStart = `${Math.floor(at / columns) * this.#height}px`;
    element.style.insetInlineStart = `${((at % columns) / columns) * 100}%`;
    element.style.inlineSize = `${100 / columns}%`;
    element.setAttribute("aria-posinset", String(at + 1));
    element.setAttribute("aria-setsize", String(this.#items.length));
  }
}

/** A row made anew keeps the focus where it was. @param {HTMLElement} old @param {HTMLElement} fresh */
function replace(old, fresh) {
  const controls = (/** @type {HTMLElement} */ element) => /** @type {HTMLElement[]} */ ([...element.querySelectorAll("a, button, input")]);
  const place = controls(old).indexOf(/** @type {HTMLElement} */ (document.activeElement));
  old.replaceWith(fresh);
  if (place >= 0) controls(fresh)[place]?.focus({ preventScroll: true });
}
