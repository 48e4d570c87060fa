// Printing: how it looks is said by reader/print.css, also for the browser's own command. Here is what a style can't do:
// pictures further down are waited for, what is folded opens, and links become notes, for as long as is printed.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("print")) return;

  const { make } = lede;
  /** A picture that does not come is not waited for. */
  const PATIENCE_MS = 6000;

  lede.tools.set("print", (reader) => {
    const { words, settings, story, farewells } = reader;
    const print = async () => {
      await pictures(story);
      if (story.isConnected) globalThis.print();
    };
    lede.entry(reader, { word: words.toolPrint ?? "", key: "p", press: () => void print() }).after(lede.check(reader, "printLinks", words.toolPrintLinks ?? ""));

    let undo = () => {};
    const before = () => {
      undo();
      // On paper there is nothing of the page, and in Chromium it loses its place by that.
      const undoings = [lede.holdScroll(), unfold(story), ...(settings.printLinks ? [notes(story, words.toolLinks ?? "")] : [])];
      undo = () => {
        for (const back of undoings.splice(0)) back();
      };
      void pictures(story);
    };
    const abort = new AbortController();
    addEventListener("beforeprint", before, { signal: abort.signal });
    addEventListener("afterprint", () => undo(), { signal: abort.signal });
    farewells.push(() => abort.abort());
  });

  /** They load as they come into view, and on paper all are in view. @param {HTMLElement} story */
  const pictures = (story) => {
    const shown = [...story.querySelectorAll("img")].filter((picture) => picture.checkVisibility());
    for (const picture of shown) picture.loading = "eager";
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    return Promise.race([Promise.allSettled(shown.map((picture) => picture.complete || picture.decode())), patience]);
  };

  /** @param {HTMLElement} story @returns {() => void} folds again */
  const unfold = (story) => {
    const folded = /** @type {HTMLDetailsElement[]} */ ([...story.querySelectorAll("details:not([open])")]);
    for (const details of folded) details.open = true;
    return () => {
      for (const details of folded) details.open = false;
    };
  };

  /** A number at each link, the same for the same address, and the addresses at the end. @param {HTMLElement} story @param {string} title */
  const notes = (story, title) => {
    /** @type {Map<string, number>} */ const numbers = new Map();
    /** @type {Element[]} */ const added = [];
    for (const link of story.querySelectorAll("a[href]:not(header *)")) {
      const address = lede.safe(link.getAttribute("href") ?? "");
      if (address === "") continue;
      const number = numbers.get(address) ?? numbers.size + 1;
      numbers.set(address, number);
      const note = make("sup", { class: "ref" }, `[${number}]`);
      link.after(note);
      added.push(note);
    }
    const rows = [...numbers.keys()].map((address) => make("li", {}, address.replace(/^mailto:/, "")));
    if (rows.length > 0) {
      const list = make("section", { class: "refs" }, make("h2", {}, title), make("ol", { dir: "ltr" }, ...rows));
      story.append(list);
      added.push(list);
    }
    return () => {
      for (const note of added) note.remove();
    };
  };
})();
