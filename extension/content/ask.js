// Asks the background. Where the extension has been reloaded since, nobody answers: then nothing is kept, and reading
// goes on.

(() => {
  const lede = globalThis.lede;
  if (lede.ask !== undefined) return;

  lede.ask = async (ask, value) => {
    try {
      const runtime = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? chrome).runtime;
      return (await runtime.sendMessage({ ask, value }))?.done;
    } catch {
      return undefined;
    }
  };
})();
