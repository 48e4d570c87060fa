// Firefox for the tests: the interface that browser.mjs describes, by Marionette.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { allowInPrivate, answerPrompt, closePopups, download, keptBy, limitRoom, tabsAt, toolbarOf } from "./firefox.chrome.mjs";
import { AGAIN, KEYS, PREFERENCES, PROXIED } from "./firefox.settings.mjs";
import { Marionette } from "./marionette.mjs";

/** @typedef {import("./browser.mjs").Start} Start */

export class Firefox {
  name = "firefox";
  #process;
  #profile;
  #dist;
  #extension = "";
  /** The last of the calls with the browser's own rights. @type {Promise<unknown>} */
  #turn = Promise.resolve();
  /** Set as soon as Firefox answers. @type {Marionette} */
  #marionette = /** @type {any} */ (undefined);

  /** @param {Start} start */
  static async start(start) {
    const browser = new Firefox(start);
    try {
      await browser.#connect();
      await browser.loadExtension();
      await browser.newTab();
      return browser;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** @param {Start} start */
  constructor({ program, dist, headless, proxy, profile }) {
    this.#dist = dist;
    this.#profile = profile ?? mkdtempSync(join(tmpdir(), "lede-firefox-"));
    // Of the one before, in the same profile.
    rmSync(join(this.#profile, "MarionetteActivePort"), { force: true });
    const [host = "", port] = proxy?.split(":") ?? [];
    const preferences = proxy === undefined ? PREFERENCES : { ...PREFERENCES, ...PROXIED, "network.proxy.http": host, "network.proxy.http_port": Number(port), "network.proxy.ssl": host, "network.proxy.ssl_port": Number(port) };
    const lines = Object.entries({ ...preferences, ...(profile === undefined ? {} : AGAIN) }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
    writeFileSync(join(this.#profile, "user.js"), lines.join(""));
    const parameters = ["--profile", this.#profile, "--no-remote", "--marionette", "--remote-allow-system-access"];
    if (headless) parameters.push("--headless");
    parameters.push("--width", "1280", "--height", "900", "about:blank");
    this.#process = spawn(program, parameters, { stdio: "ignore", env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" } });
  }

  /** Firefox writes the port it listens at into its profile. */
  async #connect() {
    const file = join(this.#profile, "MarionetteActivePort");
    for (let tries = 0; ; tries += 1) {
      try {
        this.#marionette = await Marionette.open(Number(readFileSync(file, "utf8")));
        break;
      } catch (error) {
        if (tries > 300 || this.#process.exitCode !== null) throw new Error("Firefox does not answer", { cause: error });
        await sleep(100);
      }
    }
    const timeouts = { script: 60_000, pageLoad: 30_000 };
    await this.#marionette.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { timeouts, pageLoadStrategy: "normal" } } });
  }

  /** Loads the extension, or loads it anew. */
  async loadExtension() {
    const { value } = await this.#marionette.send("Addon:Install", { path: this.#dist, temporary: true });
    this.#extension = value;
  }

  /** Opens a tab; from now on it is the one that is meant. */
  async newTab(url = "about:blank") {
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", { type: "tab", focus: true });
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
    if (url !== "about:blank") await this.open(url);
  }

  /** Opens a private window, in which the extension may run; from now on its tab is the one that is meant. */
  async newPrivateWindow() {
    await this.inChrome(allowInPrivate, this.#extension);
    await this.loadExtension();
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", { type: "window", focus: true, private: true });
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
  }

  /** All that the extension keeps. @returns {Promise<string[]>} its names */
  kept() {
    return this.inChrome(keptBy, this.#extension);
  }

  /** From now on the tab at such an address is the one that is meant, once there is one. @param {string} part of the address */
  async useTab(part) {
    for (;;) {
      for (const handle of await this.#marionette.send("WebDriver:GetWindowHandles")) {
        if (await this.#isAt(handle, part)) return;
      }
      await sleep(30);
    }
  }

  /** Goes to a tab where it stands at such an address, and shows it. @param {string} handle @param {string} part */
  async #isAt(handle, part) {
    try {
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
      if (!(await this.#marionette.send("WebDriver:GetCurrentURL")).value.includes(part)) return false;
      if (!(await this.evaluate(() => document.body !== null))) return false;
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
      return true;
    } catch (error) {
      // It has closed meanwhile.
      if (/no such window/i.test(String(error))) return false;
      throw error;
    }
  }

  /** How many tabs stand at such an address. @param {string} part of the address @returns {Promise<number>} */
  tabs(part) {
    return this.inChrome(tabsAt, part);
  }

  /** Where files go that are downloaded. @param {string} folder */
  async downloadTo(folder) {
    await this.inChrome(download, folder);
  }

  /** Whether the browser has a network. @param {boolean} isOff */
  async cutOff(isOff) {
    // @ts-expect-error a name of the browser's
    await this.inChrome((off) => void (Services.io.offline = off), isOff);
  }

  /** Opens a page and waits until it has loaded. @param {string} url */
  async open(url) {
    await this.#marionette.send("WebDriver:Navigate", { url });
    // The last page's answer may still be on its way: a press would close its popup and do nothing else.
    await this.#closePopups(8);
  }

  /** A press while a popup of ours is open would only close it. `looks`: how often in a row there must be none. */
  #closePopups(looks = 1) {
    return this.inChrome(closePopups, looks);
  }

  /** The toolbar button, as a user presses it: the tab's page is then open to the extension. */
  async press() {
    await this.#closePopups();
    await this.inChrome((id) => {
      // @ts-expect-error names of the browser's own window
      const { extension } = WebExtensionPolicy.getByID(id);
      const { browserActionFor } = extension.apiManager.global;
      // @ts-expect-error likewise
      browserActionFor(extension).triggerAction(Services.wm.getMostRecentWindow("navigator:browser"));
    }, this.#extension);
  }

  /**
   * Runs a function with the browser's own rights, in its window.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async inChrome(run, ...parameters) {
    // One after the other: the context is the session's, and a second call would find it changed under it.
    const mine = this.#turn.then(async () => {
      await this.#marionette.send("Marionette:SetContext", { value: "chrome" });
      try {
        return await this.#execute(`return (${run})(...arguments);`, parameters, "system");
      } finally {
        await this.#marionette.send("Marionette:SetContext", { value: "content" });
      }
    });
    this.#turn = mine.catch(() => {});
    return mine;
  }

  /** @param {string} script @param {any[]} args @param {string | null} sandbox */
  async #execute(script, args, sandbox) {
    const { value } = await this.#marionette.send("WebDriver:ExecuteScript", { script, args, sandbox, newSandbox: true });
    return value;
  }

  /**
   * Runs a function in the page's own world.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(run, ...parameters) {
    return this.#execute(`return (${run})(...arguments);`, parameters, null);
  }

  /**
   * Runs a function on the reader's closed root. Nothing when the reader is not on.
   *
   * @template {any[]} A @template R
   * @param {(root: ShadowRoot, ...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R> | undefined>}
   */
  inReader(run, ...parameters) {
    return this.#inRoot(":is(:root, body) > lede-reader", run, parameters);
  }

  /** The same apart from the page's scripts, as it always is here. */
  inReaderApart = this.inReader;

  /**
   * The same on the closed root of the mark on a tidied page.
   *
   * @template {any[]} A @template R
   * @param {(root: ShadowRoot, ...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R> | undefined>}
   */
  inMark(run, ...parameters) {
    return this.#inRoot("lede-tidy", run, parameters);
  }

  /** @param {string} host @param {(root: ShadowRoot, ...parameters: any[]) => any} run @param {any[]} parameters */
  async #inRoot(host, run, parameters) {
    const script = `
      const root = document.querySelector("${host}")?.openOrClosedShadowRoot;
      return root == null ? undefined : (${run})(root, ...arguments);`;
    return (await this.#execute(script, parameters, "system")) ?? undefined;
  }

  /**
   * Runs a function where the reader's scripts run.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async inContent(run, ...parameters) {
    const script = `
      const { ExtensionContent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionContent.sys.mjs");
      const { sandbox } = ExtensionContent.getContextByExtensionId(arguments[0], window);
      const done = Cu.evalInSandbox(arguments[1], sandbox);
      return Promise.resolve(done).then((value) => JSON.parse(JSON.stringify(value ?? null)));`;
    const code = `(${run})(...${JSON.stringify(parameters)})`;
    return this.#execute(script, [this.#extension, code], "system");
  }

  /** A key, pressed and let go by the user. @param {string} key */
  async key(key) {
    const value = KEYS[key] ?? key;
    await this.#act({ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] });
  }

  /** A letter, pressed with Alt and Shift. @param {string} letter */
  async chord(letter) {
    const [alt, shift] = ["\uE00A", "\uE008"];
    const down = [alt, shift, letter].map((value) => ({ type: "keyDown", value }));
    const up = [letter, shift, alt].map((value) => ({ type: "keyUp", value }));
    await this.#act({ type: "key", id: "keys", actions: [...down, ...up] });
  }

  /** A click by the user at a point of the window. @param {number} x @param {number} y */
  async click(x, y) {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport" };
    const actions = [move, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  /** The pointer comes to a point, pressed from another on if there is one. @param {[number, number]} to @param {[number, number]} [from] */
  async point([x, y], from) {
    const move = (/** @type {number} */ atX, /** @type {number} */ atY) => ({ type: "pointerMove", x: Math.round(atX), y: Math.round(atY), origin: "viewport" });
    const dragged = from === undefined ? [] : [move(...from), { type: "pointerDown", button: 0 }, move((from[0] + x) / 2, (from[1] + y) / 2)];
    const actions = [...dragged, move(x, y), ...(from === undefined ? [] : [{ type: "pointerUp", button: 0 }])];
    await this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
  }

  /** The wheel, turned at a point of the window. @param {number} x @param {number} y @param {number} deltaY */
  async wheel(x, y, deltaY) {
    const scroll = { type: "scroll", x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY, origin: "viewport" };
    await this.#act({ type: "wheel", id: "wheel", actions: [scroll] });
  }

  /**
   * Our entry in the context menu, chosen.
   *
   * @param {string} id @param {{ linkUrl?: string }} _info @param {{ x: number, y: number }} place where the menu is opened
   */
  async menu(id, _info, { x, y }) {
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), origin: "viewport" };
    const actions = [move, { type: "pointerDown", button: 2 }, { type: "pointerUp", button: 2 }];
    await this.#act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions });
    await this.inChrome(async (extension, itemId) => {
      // @ts-expect-error names of the browser's own window
      const menu = Services.wm.getMostRecentWindow("navigator:browser").document.getElementById("contentAreaContextMenu");
      while (menu.state !== "open") await new Promise((resolve) => setTimeout(resolve, 20));
      const suffix = `-menuitem-_${itemId}`;
      const items = [...menu.querySelectorAll("menuitem")].filter((item) => item.id.endsWith(suffix));
      if (items.length !== 1) throw new Error(`${items.length} entries ${suffix} of ${extension}`);
      menu.activateItem(items[0]);
    }, this.#extension, id);
  }

  /** An entry of the button's own menu, chosen by the right of a press. @param {string} itemId in a menu of its own where it is `auto-SCOPE-MODE` */
  async actionMenu(itemId) {
    await this.inChrome(async (extensionId, wanted) => {
      // @ts-expect-error names of the browser's own window
      const window = Services.wm.getMostRecentWindow("navigator:browser");
      const { document, CustomizableUI } = window;
      // @ts-expect-error likewise
      const { extension } = WebExtensionPolicy.getByID(extensionId);
      const widget = extension.apiManager.global.browserActionFor(extension).id;
      CustomizableUI.addWidgetToArea(widget, "nav-bar");
      const { node } = CustomizableUI.getWidget(widget).forWindow(window);
      const until = async (/** @type {() => any} */ look) => {
        for (let tries = 0; tries < 250; tries += 1) {
          const seen = look();
          if (seen) return seen;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        throw new Error(`no ${wanted} in the button's menu: ${look}`);
      };
      const menu = document.getElementById("toolbar-context-menu");
      // The menu is of the node that the event goes to.
      const open = (/** @type {Event} */ event) => (event.preventDefault(), menu.openPopup(node, { position: "after_start", isContextMenu: true, triggerEvent: event }));
      node.addEventListener("contextmenu", open, { once: true });
      node.dispatchEvent(new window.MouseEvent("contextmenu", { bubbles: true, cancelable: true, button: 2 }));
      await until(() => menu.state === "open");
      const [, , parent] = /^((auto-\w+)-\w+)$/.exec(wanted) ?? [];
      let popup = menu;
      if (parent !== undefined) {
        const submenu = await until(() => [...menu.querySelectorAll("menu")].find((it) => it.id.endsWith(`-menuitem-_${parent}`)));
        submenu.openMenu(true);
        popup = submenu.menupopup;
      }
      await until(() => popup.state === "open");
      popup.activateItem(await until(() => [...popup.querySelectorAll("menuitem")].find((it) => it.id.endsWith(`-menuitem-_${wanted}`))));
      await until(() => menu.state === "closed");
    }, this.#extension, itemId);
  }

  /**
   * Reads the page by the extension's own scripts, in a world that sees it as theirs does.
   *
   * @param {string[]} files @returns {Promise<LedeTaken>}
   */
  take(files) {
    const scripts = files.map((file) => readFileSync(join(this.#dist, file), "utf8"));
    const last = scripts.pop();
    return this.#execute(`${scripts.join("\n")}\nreturn (${last?.replace(/^\/\/.*$/gm, "").trim().replace(/;$/, "")});`, [], "system");
  }

  /** The window's process, for keys that go through the window system. */
  get pid() {
    return this.#process.pid;
  }

  /** The address of the tab that is in front. */
  frontTab() {
    return this.inChrome(() => {
      // @ts-expect-error names of the browser's own window
      const { selectedBrowser } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser;
      return { url: selectedBrowser.currentURI.spec, id: selectedBrowser.browserId };
    });
  }

  /** @param {object} action */
  async #act(action) {
    await this.#marionette.send("WebDriver:PerformActions", { actions: [action] });
  }

  /** The window has a least width; the page gets any. @param {number} width @param {number} height */
  async resize(width, height) {
    await this.inChrome(
      (size) => {
        // @ts-expect-error names of the browser's own window
        const { style } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedBrowser;
        style.maxWidth = `${size[0]}px`;
        style.maxHeight = `${size[1]}px`;
      },
      [width, height],
    );
    await sleep(200);
  }

  /** @param {boolean} dark */
  async setDark(dark) {
    // @ts-expect-error a name of the browser's
    await this.inChrome((value) => Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", value), dark ? 0 : 1);
  }

  /** Whether the user has asked for little that moves. @param {boolean} calm */
  async setCalm(calm) {
    // @ts-expect-error a name of the browser's
    await this.inChrome((value) => Services.prefs.setIntPref("ui.prefersReducedMotion", value), calm ? 1 : 0);
  }

  /** Whether the user's own few colours are forced on every page. @param {boolean} forced */
  async setForced(forced) {
    // @ts-expect-error a name of the browser's
    await this.inChrome((value) => Services.prefs.setIntPref("browser.display.document_color_use", value), forced ? 2 : 0);
  }

  /** @returns {Promise<Buffer>} the page as a PDF file */
  async print() {
    const { value } = await this.#marionette.send("WebDriver:Print", { background: true });
    return Buffer.from(value, "base64");
  }

  /** Stops the background, as the browser does after half a minute. */
  async stopBackground() {
    // @ts-expect-error a name of the browser's
    await this.inChrome((id) => WebExtensionPolicy.getByID(id).extension.terminateBackground(), this.#extension);
  }

  /** The user's yes to what Lede will ask for, beforehand: the browser then asks nobody, for whatever it is. */
  async consent() {
    // @ts-expect-error a name of the browser's
    await this.inChrome(() => Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false));
  }

  /** The user's answer to what the browser asks. @param {boolean} isYes */
  answer = (isYes) => this.inChrome(answerPrompt, isYes);

  /** Hosts are opened to the extension, without a press in it. @param {string[]} origins */
  async grant(origins) {
    await this.inChrome((id, all) => {
      // @ts-expect-error a name of the browser's
      const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      // @ts-expect-error likewise
      return ExtensionPermissions.add(id, { origins: all, permissions: [] }, WebExtensionPolicy.getByID(id).extension);
    }, this.#extension, origins);
  }

  /**
   * Runs a function in a page of the extension's, in a tab of its own that then goes.
   *
   * @template {any[]} A @template R
   * @param {(...parameters: A) => R} run @param {A} parameters
   * @returns {Promise<Awaited<R>>}
   */
  async inOwnPage(run, ...parameters) {
    const url = await this.ownAddress("notice/notice.html");
    const { value: was } = await this.#marionette.send("WebDriver:GetWindowHandle");
    const { handle } = await this.#marionette.send("WebDriver:NewWindow", { type: "tab", focus: false });
    await this.#marionette.send("WebDriver:SwitchToWindow", { handle, focus: false });
    try {
      await this.#marionette.send("WebDriver:Navigate", { url });
      // The tab goes over to the extension's process, and for a moment the empty page is still asked.
      while (!(await this.evaluate(() => "chrome" in globalThis))) await sleep(30);
      return await this.evaluate(run, ...parameters);
    } finally {
      await this.#marionette.send("WebDriver:CloseWindow");
      await this.#marionette.send("WebDriver:SwitchToWindow", { handle: was, focus: false });
    }
  }

  /** The address of a page of the extension's. @param {string} path @returns {Promise<string>} */
  ownAddress(path) {
    // @ts-expect-error a name of the browser's
    return this.inChrome((id, file) => WebExtensionPolicy.getByID(id).getURL(file), this.#extension, path);
  }

  /** @param {number} most */
  limitRoom = (most) => this.inChrome(limitRoom, most);

  /** What the toolbar button of the tab says. @returns {Promise<{ badge: string, title: string }>} */
  toolbar() {
    return this.inChrome(toolbarOf, this.#extension);
  }

  /** @returns {Promise<Buffer>} a PNG of what the window shows */
  async screenshot() {
    const { value } = await this.#marionette.send("WebDriver:TakeScreenshot", { full: false });
    return Buffer.from(value, "base64");
  }

  /** Ends at once, whatever is being done; the profile stays as it is. */
  async kill() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGKILL");
    await ended;
    this.#marionette?.close();
  }

  async close() {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 8000);
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once("exit", resolve));
      this.#marionette?.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      await ended;
    }
    clearTimeout(timer);
    this.#marionette?.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
