// Firefox for the tests: the interface that browser.mjs describes, by Marionette.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Marionette } from "./marionette.mjs";

/** @typedef {import("./browser.mjs").Start} Start */

/** Preferences of the throw-away profile: nothing is fetched or asked, and media play without a gesture. */
const PREFERENCES = {
  "marionette.port": 0,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.tabs.warnOnClose": false,
  "browser.warnOnQuit": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "dom.disable_open_during_load": false,
  "extensions.autoDisableScopes": 0,
  "media.autoplay.default": 0,
  "media.volume_scale": "0.0",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "termsofuse.acceptedVersion": 999,
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

export class Firefox {
  name = "firefox";
  #process;
  #profile;
  #dist;
  #extension = "";
  #marionette = /** @type {Marionette} */ (/** @type {unknown} */ (undefined));

  /** @param {Start} start */
  static async start(start) {
    const browser = new Firefox(start);
    await browser.#connect();
    await browser.loadExtension();
    await browser.newTab();
    return browser;
  }

  /** @param {Start} start */
  constructor({ program, dist, headless }) {
    this.#dist = dist;
    this.#profile = mkdtempSync(join(tmpdir(), "lede-firefox-"));
    const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
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

  /** Opens a page and waits until it has loaded. @param {string} url */
  async open(url) {
    await this.#marionette.send("WebDriver:Navigate", { url });
  }

  /** The toolbar button, as a user presses it: the tab's page is then open to the extension. */
  async press() {
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
    await this.#marionette.send("Marionette:SetContext", { value: "chrome" });
    try {
      return await this.#execute(`return (${run})(...arguments);`, parameters, "system");
    } finally {
      await this.#marionette.send("Marionette:SetContext", { value: "content" });
    }
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
  async inReader(run, ...parameters) {
    const script = `
      const root = document.querySelector("lede-reader")?.openOrClosedShadowRoot;
      return root == null ? undefined : (${run})(root, ...arguments);`;
    return (await this.#execute(script, parameters, "system")) ?? undefined;
  }

  /** @returns {Promise<Buffer>} a PNG of what the window shows */
  async screenshot() {
    const { value } = await this.#marionette.send("WebDriver:TakeScreenshot", { full: false });
    return Buffer.from(value, "base64");
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), 8000);
    this.#marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
    await ended;
    clearTimeout(timer);
    this.#marionette.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
