// The Chrome DevTools Protocol over the pipe that `--remote-debugging-pipe` opens: the browser's file descriptors 3 (in)
// and 4 (out), JSON messages that end with a zero byte. Only the pipe may load and press extensions.

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {(parameters: any, session: string | undefined) => void} Listener */

export class DevTools {
  #last = 0;
  #pending = /** @type {Map<number, { session: string | undefined, resolve: (value: any) => void, reject: (error: Error) => void }>} */ (new Map());
  #listeners = /** @type {Map<string, Set<Listener>>} */ (new Map());
  #to;

  /** @param {ChildProcess} browser */
  constructor(browser) {
    this.#to = /** @type {import("node:stream").Writable} */ (browser.stdio[3]);
    const from = /** @type {import("node:stream").Readable} */ (browser.stdio[4]);
    let rest = "";
    from.setEncoding("utf8").on("data", (/** @type {string} */ data) => {
      const messages = (rest + data).split("\0");
      rest = messages.pop() ?? "";
      for (const message of messages) this.#receive(JSON.parse(message));
    });
    browser.once("exit", () => this.#abandon(() => true, "the browser has ended"));
    this.on("Target.detachedFromTarget", ({ sessionId }) => this.#abandon((session) => session === sessionId, "the target has ended"));
    this.#to.on("error", () => {});
  }

  /**
   * @param {string} method @param {object} [parameters] @param {string} [session] a target's; without: the browser's
   * @returns {Promise<any>}
   */
  send(method, parameters = {}, session = undefined) {
    const id = (this.#last += 1);
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { session, resolve, reject }));
    this.#to.write(`${JSON.stringify({ id, method, params: parameters, sessionId: session })}\0`);
    return answer.catch((error) => {
      throw new Error(`${method}: ${error.message}`);
    });
  }

  /** @param {string} event @param {Listener} listener @returns {() => void} stops listening */
  on(event, listener) {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /**
   * The next event that `fits`.
   *
   * @param {string} event @param {(parameters: any, session: string | undefined) => boolean} fits
   * @returns {Promise<any>}
   */
  once(event, fits = () => true, seconds = 20) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${event} within ${seconds} s`)), seconds * 1000);
      // Whoever has given up waiting need not be waited for.
      timer.unref();
      const stop = this.on(event, (parameters, session) => {
        if (!fits(parameters, session)) return;
        clearTimeout(timer);
        stop();
        resolve(parameters);
      });
    });
  }

  /** @param {any} message */
  #receive({ id, result, error, method, params, sessionId }) {
    if (id === undefined) {
      for (const listener of this.#listeners.get(method) ?? []) listener(params, sessionId);
      return;
    }
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }

  /** Nothing answers for a target that is gone. @param {(session: string | undefined) => boolean} isGone @param {string} why */
  #abandon(isGone, why) {
    for (const [id, { session, reject }] of this.#pending) {
      if (!isGone(session)) continue;
      this.#pending.delete(id);
      reject(new Error(why));
    }
  }
}
