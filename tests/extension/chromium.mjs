// Chromium for the tests: the interface that browser.mjs describes, by the DevTools protocol.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { DevTools } from "./devtools.mjs";

/** @typedef {import("./browser.mjs").Start} Start */

export class Chromium {
  name = "chromium";
  #process;
  #profile;
  #dist;
  #extension = "";
  #devtools;
  #tab = "";
  #page = "";

  /** @param {Start} start */
  static async start(start) {
    const browser = new Chromium(start);
    await browser.loadExtension();
    await browser.newTab();
    return browser;
  }

  /** @param {Start} start */
  constructor({ program, dist, headless }) {
    this.#dist = dist;
    this.#profile = mkdtempSync(join(tmpdir(), "lede-chromium-"));
    const parameters = [
      ...(headless ? ["--headless=new"] : []),
      "--remote-debugging-pipe",
      "--enable-unsafe-extension-debugging",
      `--user-data-dir=${this.#profile}`,
      ...["--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-quic"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync", "--password-store=basic"],
      ...["--autoplay-policy=no-user-gesture-required", "--mute-audio", "--window-size=1280,900", "--force-color-profile=srgb"],
      "about:blank",
    ];
    this.#process = spawn(program, parameters, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#devtools = new DevTools(this.#process);
  }

  /** Loads the extension, or loads it anew. */
  async loadExtension() {
    const { id } = await this.#devtools.send("Extensions.loadUnpacked", { path: this.#dist });
    this.#extension = id;
  }

  /** Opens a tab; from now on it is the one that is meant. */
  async newTab(url = "about:blank") {
    const { targetId } = await this.#devtools.send("Target.createTarget", { url, forTab: true });
    await this.#use(targetId);
  }

  /** @param {string} tab */
  async #use(tab) {
    this.#tab = tab;
    const { sessionId } = await this.#devtools.send("Target.attachToTarget", { targetId: tab, flatten: true });
    const attached = this.#devtools.once("Target.attachedToTarget", ({ targetInfo }, session) => session === sessionId && targetInfo.type === "page");
    await this.#devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
    this.#page = (await attached).sessionId;
    await this.#send("Page.enable");
  }

  /** @param {string} method @param {object} [parameters] */
  #send(method, parameters) {
    return this.#devtools.send(method, parameters, this.#page);
  }

  /** Opens a page and waits until it has loaded. @param {string} url */
  async open(url) {
    const loaded = this.#devtools.once("Page.loadEventFired", (_, session) => session === this.#page);
    loaded.catch(() => {});
    const { errorText } = await this.#send("Page.navigate", { url });
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  /** The toolbar button, as a user presses it: the tab's page is then open to the extension. */
  async press() {
    await this.#devtools.send("Extensions.triggerAction", { id: this.#extension, targetId: this.#tab });
  }

  /**
   * Runs a function in the page's own world.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(run, ...parameters) {
    const { result } = await this.#send("Runtime.evaluate", { expression: "globalThis" });
    return this.#call(result.objectId, `function (...parameters) { return (${run})(...parameters); }`, parameters);
  }

  /** @param {string} objectId @param {string} code @param {any[]} parameters */
  async #call(objectId, code, parameters) {
    const { result, exceptionDetails } = await this.#send("Runtime.callFunctionOn", {
      objectId,
      functionDeclaration: code,
      arguments: parameters.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /**
   * Runs a function on the reader's closed root. Nothing when the reader is not on.
   *
   * @template {any[]} A @template R
   * @param {(root: ShadowRoot, ...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R> | undefined>}
   */
  async inReader(run, ...parameters) {
    const { result } = await this.#send("Runtime.evaluate", { expression: "document.querySelector('lede-reader')" });
    if (result.objectId === undefined) return undefined;
    const { node } = await this.#send("DOM.describeNode", { objectId: result.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return undefined;
    const { object } = await this.#send("DOM.resolveNode", { backendNodeId });
    return this.#call(object.objectId, `function (...parameters) { return (${run})(this, ...parameters); }`, parameters);
  }

  /** @returns {Promise<Buffer>} a PNG of what the window shows */
  async screenshot() {
    const { data } = await this.#send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 5000);
    this.#devtools.send("Browser.close").catch(() => {});
    await ended;
    clearTimeout(timer);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
