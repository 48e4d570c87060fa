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

  lede.later = (reader, name, start) => {
    /** @type {Promise<any> | undefined} */ let coming;
    const come = async () => {
      const css = await lede.ask("bring", name);
      if (!reader.dialog.isConnected) return undefined;
      if (css !== undefined) {
        lede.adopt(reader.root, css);
        return start();
      }
      coming = undefined;
      lede.offer(reader, reader.words.toolRereadFailed ?? "");
    };
    return () => (coming ??= come());
  };
})();
