// What a reader needs once it has tools: a way to follow what hands do, another article in place of the one that shows. And
// the bar makes way while one reads.

(() => {
  const lede = globalThis.lede;
  if (lede.tools.has("show")) return;

  /** The bar goes while one reads on, and comes when one scrolls back. @param {HTMLElement} bar @param {HTMLElement} scroller */
  const stepAside = (bar, scroller) => {
    let last = 0;
    scroller.addEventListener(
      "scroll",
      () => {
        const { scrollTop } = scroller;
        bar.classList.toggle("away", scrollTop > last && scrollTop > bar.offsetHeight);
        last = scrollTop;
      },
      { passive: true },
    );
  };

  lede.tools.set("show", (reader) => {
    const { bar, story, scroller, words } = reader;
    stepAside(bar, scroller);
    reader.on = (kinds, act) => {
      const hand = { kinds: kinds.split(" "), act };
      reader.hands.add(hand);
      return () => void reader.hands.delete(hand);
    };
    reader.show = (article) => {
      // What was left out is seen, and is no part of the article.
      reader.article = { ...article, body: article.body.filter((/** @type {any} */ block) => block.leftOut === undefined) };
      story.lang = article.lang ?? "";
      story.dir = article.dir ?? "auto";
      story.replaceChildren(lede.head(article, words), ...lede.blocks(article.body));
      scroller.setAttribute("aria-label", article.title ?? words.name);
      for (const prepare of reader.stories) prepare();
      for (const change of reader.changes) change();
    };
  });
})();
