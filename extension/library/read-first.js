// What the reader's scripts put themselves into: in pages of the web content/page.js makes it.

globalThis.lede ??= /** @type {Lede} */ ({});
