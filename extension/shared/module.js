// A module of the engine's, as all that calls one holds it: loaded once, when it is first wanted, and called so that a trap
// in one call does not spoil the next.

/**
 * @param {() => Promise<unknown>} init what loads it @param {() => void} reset what makes it anew
 */
export function moduleOf(init, reset) {
  /** @type {Promise<unknown> | undefined} */
  let loaded;

  /** Loads it where it is not loaded yet; what has failed is tried again the next time. */
  const load = () => {
    loaded ??= init().catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };

  /** @template T @param {() => T} run @returns {Promise<T>} */
  const call = async (run) => {
    await load();
    try {
      return run();
    } catch (error) {
      // After a trap the instance's memory is in no state to be used again.
      if (error instanceof WebAssembly.RuntimeError) reset();
      throw error;
    }
  };

  return { load, call };
}
