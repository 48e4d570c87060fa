// The folder that Apple's converter is given: what can be judged of it without macOS, and on macOS what the converter says.
// What is not tried stands in docs/SAFARI.md.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { DIST_ROOT } from "./browser.mjs";

const SAFARI = join(DIST_ROOT, "safari");
const manifest = JSON.parse(readFileSync(join(SAFARI, "manifest.json"), "utf8"));

/** Of Apple's "Assessing your Safari web extension's browser compatibility". */
const KEYS = "manifest_version name short_name description default_locale version icons permissions optional_permissions optional_host_permissions content_security_policy action options_ui commands background browser_specific_settings".split(" ");
const PERMISSIONS = ["activeTab", "alarms", "contextMenus", "cookies", "declarativeNetRequest", "menus", "nativeMessaging", "scripting", "storage", "tabs", "unlimitedStorage", "webNavigation", "webRequest"];
/** Functions that Safari has not, or not everywhere, and what asks for them first, in the same file. @type {[RegExp, RegExp][]} */
const MISSING = [
  [/\bapi\.bookmarks\./, /includes\("bookmarks"\)/],
  [/\bapi\.downloads\./, /mayDownload\(\)/],
  [/\bapi\.commands\.(?!\?)/, /(?!)/],
  [/\bapi\.contextMenus\.(?!\?)/, /contextMenus\?\./],
  [/\bdom\.openOrClosedShadowRoot/, /catch|dom\?\./],
  [/\bgetUserSettings\b(?!\?\.)/, /(?!)/],
  [/\bpersist\(\)/, /persist\?\.|catch/],
];

test("the manifest has nothing that Safari does not know", () => {
  assert.deepEqual(Object.keys(manifest).filter((key) => !KEYS.includes(key)), []);
  assert.deepEqual([...manifest.permissions, ...manifest.optional_permissions].filter((name) => !PERMISSIONS.includes(name)), []);
});

test("all that the manifest names is in the folder", () => {
  const named = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon), manifest.options_ui.page, manifest.background.service_worker];
  assert.deepEqual(named.filter((path) => !existsSync(join(SAFARI, path))), []);
  assert.ok(named.length > 6);
});

test("no code calls what Safari lacks without asking for it first", () => {
  const scripts = readdirSync(SAFARI, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js") && !/^(engine|vendor)\//.test(path));
  const files = scripts.map((path) => ({ path, code: readFileSync(join(SAFARI, path), "utf8") }));
  const faults = files.flatMap(({ path, code }) => MISSING.filter(([call, guard]) => call.test(code) && !guard.test(code)).map(([call]) => `${path}: ${call}`));
  assert.deepEqual(faults, []);
  assert.ok(MISSING.filter(([call]) => files.some(({ code }) => call.test(code))).length >= 3, "the patterns find what they look for");
});

test("the other packages differ from it by their manifests alone", () => {
  const list = (/** @type {string} */ browser) => readdirSync(join(DIST_ROOT, browser), { recursive: true, encoding: "utf8" }).sort();
  for (const browser of ["chromium", "firefox"]) {
    assert.deepEqual(list(browser), list("safari"));
    const differing = list(browser).filter((path) => /\.\w+$/.test(path) && !readFileSync(join(DIST_ROOT, browser, path)).equals(readFileSync(join(SAFARI, path))));
    assert.deepEqual(differing, ["manifest.json"]);
  }
});

if (process.platform === "darwin") {
  test("Apple's converter takes it without a warning", () => {
    const said = execFileSync("xcrun", ["safari-web-extension-converter", SAFARI, "--app-name", "Lede", "--no-open", "--no-prompt", "--project-location", mkdtempSync(join(tmpdir(), "lede-safari-"))], { encoding: "utf8" });
    assert.doesNotMatch(said, /warning|not supported/i);
  });
}
