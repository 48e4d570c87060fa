// Starts with pages that are cleaned without a press.

(() => {
  globalThis.lede ??= /** @type {Lede} */ ({});
})();
