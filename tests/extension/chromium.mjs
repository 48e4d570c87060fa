// Chromium for the tests: the interface that browser.mjs describes, by the DevTools protocol.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { KEYS } from "./chromium.keys.mjs";
import { parametersFor } from "./chromium.start.mjs";
import { DevTools } from "./devtools.mjs";

/** @typedef {import("./browser.mjs").Start} Start */

/** The reader's element, in the body where axe looks into it; a page may have hidden the document's own functions behind its pictures. */
const HOST = "Document.prototype.querySelector.call(document, ':is(:root, body) > lede-reader')";

export class Chromium {
  name = "chromium";
  #process;
  #profile;
  /** Whether the profile is the caller's: then all of the browser's processes are one group, which ends as one. */
  #isKept;
  #dist;
  #extension = "";
  devtools;
  #tab = "";
  #page = "";
  #media = new Map([["prefers-color-scheme", "light"]]);

  /** @param {Start} start */
  static async start(start) {
    const browser = new Chromium(start);
    try {
      await browser.#started();
      await browser.newTab();
      return browser;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** @param {Start} start */
  constructor({ program, dist, headless, isForTests = true, proxy, profile }) {
    this.#dist = dist;
    this.#isKept = profile !== undefined;
    this.#profile = profile ?? mkdtempSync(join(tmpdir(), "lede-chromium-"));
    const parameters = parametersFor({ program, dist, headless, isForTests, proxy }, this.#profile);
    this.#process = spawn(program, parameters, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], detached: this.#isKept });
    this.devtools = new DevTools(this.#process);
  }

  /** Loads the extension anew. */
  async loadExtension() {
    await this.devtools.send("Extensions.loadUnpacked", { path: this.#dist });
    await this.#started();
  }

  /** A press that comes before the background has run for the first time is lost. */
  async #started() {
    // One that is just ending, after a reload, may take a question and never answer.
    const asked = () => this.inBackground(() => globalThis.chrome?.action?.onClicked.hasListeners()).catch(() => false);
    while (!(await Promise.race([asked(), sleep(500, false)]))) await sleep(50);
    this.#extension = new URL((await this.#worker()).url).host;
  }

  /** Opens a tab; from now on it is the one that is meant. */
  async newTab(url = "about:blank") {
    const { targetId } = await this.devtools.send("Target.createTarget", { url, forTab: true });
    await this.#use(targetId);
  }

  /** From now on the tab at such an address is the one that is meant, once there is one. @param {string} part of the address */
  async useTab(part) {
    for (;;) {
      const { targetInfos } = await this.devtools.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tab = targetInfos.find((/** @type {any} */ { url }) => url.includes(part));
      if (tab !== undefined) {
        await this.devtools.send("Target.activateTarget", { targetId: tab.targetId });
        return this.#use(tab.targetId);
      }
      await sleep(30);
    }
  }

  /** How many tabs stand at such an address. @param {string} part of the address @returns {Promise<number>} */
  async tabs(part) {
    const { targetInfos } = await this.devtools.send("Target.getTargets", { filter: [{ type: "tab" }] });
    return targetInfos.filter((/** @type {any} */ { url }) => url.includes(part)).length;
  }

  /** Where files go that are downloaded. @param {string} folder */
  async downloadTo(folder) {
    await this.devtools.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  }

  /** Whether the tab has a network. @param {boolean} isOff */
  async cutOff(isOff) {
    await this.send("Network.enable");
    await this.send("Network.emulateNetworkConditions", { offline: isOff, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  }

  /** @param {string} tab */
  async #use(tab) {
    this.#tab = tab;
    const { sessionId } = await this.devtools.send("Target.attachToTarget", { targetId: tab, flatten: true });
    const attached = this.devtools.once("Target.attachedToTarget", ({ targetInfo }, session) => session === sessionId && targetInfo.type === "page");
    await this.devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
    this.#page = (await attached).sessionId;
    await this.send("Page.enable");
  }

  /** A command of the protocol to the page. @param {string} method @param {object} [parameters] */
  send(method, parameters) {
    return this.devtools.send(method, parameters, this.#page);
  }

  /** Opens a page and waits until it has loaded: ten megabytes in one line keep the browser busy for long. @param {string} url */
  async open(url) {
    const loaded = this.devtools.once("Page.loadEventFired", (_, session) => session === this.#page, 60);
    loaded.catch(() => {});
    const { errorText } = await this.send("Page.navigate", { url });
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  /** The toolbar button, as a user presses it: the tab's page is then open to the extension. */
  async press() {
    await this.devtools.send("Extensions.triggerAction", { id: this.#extension, targetId: this.#tab });
  }

  /**
   * Runs a function in the page's own world.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(run, ...parameters) {
    const { result } = await this.send("Runtime.evaluate", { expression: "globalThis" });
    return this.#call(result.objectId, `function (...parameters) { return (${run})(...parameters); }`, parameters);
  }

  /** @param {string} objectId @param {string} code @param {any[]} parameters */
  async #call(objectId, code, parameters) {
    const { result, exceptionDetails } = await this.send("Runtime.callFunctionOn", {
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
  inReader(run, ...parameters) {
    return this.#inRoot(HOST, run, parameters);
  }

  /**
   * The same apart from the page's scripts, which may have put functions of their own into all prototypes.
   *
   * @template {any[]} A @template R
   * @param {(root: ShadowRoot, ...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R> | undefined>}
   */
  async inReaderApart(run, ...parameters) {
    const { frameTree } = await this.send("Page.getFrameTree");
    const { executionContextId } = await this.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
    return this.#inRoot(HOST, run, parameters, executionContextId);
  }

  /**
   * The same on the closed root of the mark on a tidied page.
   *
   * @template {any[]} A @template R
   * @param {(root: ShadowRoot, ...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R> | undefined>}
   */
  inMark(run, ...parameters) {
    return this.#inRoot("document.querySelector('lede-tidy')", run, parameters);
  }

  /**
   * @param {string} expression @param {(root: ShadowRoot, ...parameters: any[]) => any} run @param {any[]} parameters
   * @param {number} [executionContextId] the page's own where there is none
   */
  async #inRoot(expression, run, parameters, executionContextId) {
    const { result } = await this.send("Runtime.evaluate", { expression, contextId: executionContextId });
    if (result.objectId === undefined) return undefined;
    const { node } = await this.send("DOM.describeNode", { objectId: result.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return undefined;
    const { object } = await this.send("DOM.resolveNode", { backendNodeId, executionContextId });
    return this.#call(object.objectId, `function (...parameters) { return (${run})(this, ...parameters); }`, parameters);
  }

  /** A key, pressed and let go by the user. @param {keyof typeof KEYS} key */
  async key(key) {
    // Of letters and signs the character is enough.
    const [code, windowsVirtualKeyCode, text] = KEYS[key] ?? ["", key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0, key.length === 1 ? key : undefined];
    const common = { key, code, windowsVirtualKeyCode };
    await this.send("Input.dispatchKeyEvent", { type: text === undefined ? "rawKeyDown" : "keyDown", text, ...common });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
  }

  /** A letter, pressed with Alt and Shift. @param {string} letter */
  async chord(letter) {
    const common = { key: letter, code: `Key${letter}`, windowsVirtualKeyCode: letter.charCodeAt(0), modifiers: 9 };
    await this.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...common });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
  }

  /** A click by the user at a point of the window. @param {number} x @param {number} y */
  async click(x, y) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }
  }

  /** The pointer comes to a point, pressed from another on if there is one. @param {[number, number]} to @param {[number, number]} [from] */
  async point([x, y], from) {
    const move = (/** @type {number} */ atX, /** @type {number} */ atY, button = "none") =>
      this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: atX, y: atY, button, buttons: button === "left" ? 1 : 0 });
    if (from === undefined) return move(x, y);
    await move(...from);
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", x: from[0], y: from[1], button: "left", clickCount: 1 });
    await move((from[0] + x) / 2, (from[1] + y) / 2, "left");
    await move(x, y, "left");
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", x, y, button: "left", clickCount: 1 });
  }

  /** The wheel, turned at a point of the window. @param {number} x @param {number} y @param {number} deltaY */
  async wheel(x, y, deltaY) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseWheel", x, y, deltaX: 0, deltaY });
  }

  /**
   * Our entry in the context menu, chosen. No protocol opens Chromium's own menu: the listener is called as by it, on a
   * page that a press has opened to the extension before.
   *
   * @param {string} menuItemId @param {{ linkUrl?: string }} info
   */
  async menu(menuItemId, info) {
    await this.inBackground(
      async (given) => {
        const [tab] = await chrome.tabs.query({ active: true });
        // @ts-expect-error a function for tests, in no documentation
        chrome.contextMenus.onClicked.dispatch(given, tab);
      },
      { menuItemId, ...info },
    );
  }

  /** An entry of the button's own menu, chosen: as above, and so without the right of a press. @param {string} id */
  async actionMenu(id) {
    await this.menu(id, {});
  }

  /**
   * Reads the page by the extension's own scripts, in its own world.
   *
   * @param {string[]} files @returns {Promise<LedeTaken>}
   */
  take(files) {
    return this.inBackground(async (paths) => {
      const [tab] = await chrome.tabs.query({ active: true });
      const [result] = await chrome.scripting.executeScript({ target: { tabId: Number(tab?.id) }, files: paths });
      return /** @type {any} */ (result?.result);
    }, files);
  }

  /** The window's process, for keys that go through the window system. */
  get pid() {
    return this.#process.pid;
  }

  /** The address and title of the tab that is in front. */
  frontTab() {
    return this.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      return { url: tab?.url ?? tab?.pendingUrl ?? "", id: tab?.id };
    });
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: width < 500 });
  }

  /** @param {boolean} dark */
  setDark = (dark) => this.#setMedia("prefers-color-scheme", dark ? "dark" : "light");

  /** Whether the user has asked for little that moves. @param {boolean} calm */
  setCalm = (calm) => this.#setMedia("prefers-reduced-motion", calm ? "reduce" : "no-preference");

  /** Whether the user's own few colours are forced on every page. @param {boolean} forced */
  setForced = (forced) => this.#setMedia("forced-colors", forced ? "active" : "none");

  /** @param {string} feature @param {string} setting */
  async #setMedia(feature, setting) {
    this.#media.set(feature, setting);
    const features = [...this.#media].map(([name, value]) => ({ name, value }));
    await this.send("Emulation.setEmulatedMedia", { features });
  }

  /** The browser gives the page's origin no more room than so much, in bytes. @param {number} most */
  async limitRoom(most) {
    await this.send("Storage.overrideQuotaForOrigin", { origin: await this.evaluate(() => location.origin), quotaSize: most });
  }

  /** What the page holds once what it doesn't need has gone, in bytes: values, and what lies in buffers. @returns {Promise<number>} */
  async memory() {
    await this.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await this.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  }

  /** @returns {Promise<Buffer>} the page as a PDF file */
  async print() {
    const { data } = await this.send("Page.printToPDF", { printBackground: true });
    return Buffer.from(data, "base64");
  }

  /** Stops the background, as the browser does after half a minute. */
  async stopBackground() {
    const worker = await this.#worker();
    if (worker === undefined) return;
    await this.devtools.send("Target.closeTarget", { targetId: worker.targetId });
    while ((await this.#worker()) !== undefined) await sleep(20);
  }

  async #worker() {
    const { targetInfos } = await this.devtools.send("Target.getTargets");
    return targetInfos.find((/** @type {any} */ { type, url }) => type === "service_worker" && url.startsWith("chrome-extension://") && url.endsWith("/background/index.js"));
  }

  /**
   * Runs a function in the background.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async inBackground(run, ...parameters) {
    const worker = await this.#worker();
    if (worker === undefined) throw new Error("the background does not run");
    const { targetId } = worker;
    const { sessionId } = await this.devtools.send("Target.attachToTarget", { targetId, flatten: true });
    try {
      const expression = `(${run})(...${JSON.stringify(parameters)})`;
      const options = { expression, returnByValue: true, awaitPromise: true };
      const { result, exceptionDetails } = await this.devtools.send("Runtime.evaluate", options, sessionId);
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await this.devtools.send("Target.detachFromTarget", { sessionId }).catch(() => {});
    }
  }

  /**
   * Runs a function where the reader's scripts run, on a page that a press has opened to the extension.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async inContent(run, ...parameters) {
    const worker = await this.#worker();
    if (worker === undefined) throw new Error("the background does not run");
    const { sessionId } = await this.devtools.send("Target.attachToTarget", { targetId: worker.targetId, flatten: true });
    const expression = `chrome.tabs.query({ active: true }).then(([tab]) =>
      chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${run}, args: ${JSON.stringify(parameters)} }))`;
    const options = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.devtools.send("Runtime.evaluate", options, sessionId);
    await this.devtools.send("Target.detachFromTarget", { sessionId });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value[0].result;
  }

  /**
   * The user's yes to what Lede will ask for, beforehand: the browser then asks nobody. No protocol presses the buttons of
   * its prompt.
   *
   * @param {string[]} origins
   */
  async consent(origins) {
    await this.#inTab("chrome://extensions/", async (id, all) => {
      // @ts-expect-error of the browser's own page
      for (const origin of all) await chrome.developerPrivate.addHostPermission(id, origin);
    }, [this.#extension, origins]);
  }

  /** Hosts are opened to the extension, without a press in it. @param {string[]} origins */
  async grant(origins) {
    await this.consent(origins);
    await this.inOwnPage((all) => chrome.permissions.request({ origins: all }), origins);
  }

  /**
   * Runs a function in a page of the extension's, in a tab of its own that then goes.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  inOwnPage(run, ...parameters) {
    return this.#inTab(`chrome-extension://${this.#extension}/notice/notice.html`, run, parameters);
  }

  /** @param {string} url @param {(...parameters: any[]) => any} run @param {any[]} parameters */
  async #inTab(url, run, parameters) {
    const { targetId } = await this.devtools.send("Target.createTarget", { url, background: true });
    const { sessionId } = await this.devtools.send("Target.attachToTarget", { targetId, flatten: true });
    try {
      const evaluate = (/** @type {string} */ expression) =>
        this.devtools.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true, userGesture: true }, sessionId);
      // It begins as an empty page.
      const isThere = () => evaluate(`document.readyState === "complete" && location.href !== "about:blank"`).then(({ result }) => result.value, () => false);
      while (!(await isThere())) await sleep(20);
      const { result, exceptionDetails } = await evaluate(`(${run})(...${JSON.stringify(parameters)})`);
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    } finally {
      await this.devtools.send("Target.closeTarget", { targetId });
    }
  }

  /** The address of a page of the extension's. @param {string} path */
  async ownAddress(path) {
    return `chrome-extension://${this.#extension}/${path}`;
  }

  /** What the toolbar button of the tab says. @returns {Promise<{ badge: string, title: string }>} */
  toolbar() {
    return this.inBackground(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const tabId = /** @type {chrome.tabs.Tab} */ (tab).id;
      return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
    });
  }

  /** Seconds that the tab's process has spent on scripts, styles and layout so far. */
  async spent() {
    await this.send("Performance.enable", { timeDomain: "threadTicks" });
    const { metrics } = await this.send("Performance.getMetrics");
    const wanted = new Set(["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"]);
    return metrics.filter((/** @type {any} */ { name }) => wanted.has(name)).reduce((/** @type {number} */ sum, /** @type {any} */ { value }) => sum + value, 0);
  }

  /** @returns {Promise<Buffer>} a PNG of what the window shows */
  async screenshot() {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }

  /** Waits until the user closes the browser. */
  async ended() {
    if (this.#isRunning()) await new Promise((resolve) => this.#process.once("exit", resolve));
    if (!this.#isKept) rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Ends at once, whatever is being done; the profile stays as it is. */
  async kill() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    const { pid } = this.#process;
    // One that outlived the others would still write to the profile while the next browser reads it.
    if (this.#isKept && pid !== undefined) process.kill(-pid, "SIGKILL");
    else this.#process.kill("SIGKILL");
    await ended;
  }

  async close() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 5000);
    if (this.#isRunning()) this.devtools.send("Browser.close").catch(() => {});
    await this.ended();
    clearTimeout(timer);
  }

  #isRunning() {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }
}
