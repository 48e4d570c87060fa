// `web-ext lint` on both packages. A warning or a notice is an error, except for those listed here.

import { execFileSync } from "node:child_process";

const NOT_FOR_FIREFOX = "the linter is Mozilla's, and this package is never given to Firefox";

/**
 * What cannot be helped: the code, in which package, why.
 *
 * @type {{ code: string, browser: string, why: string }[]}
 */
const ALLOWED = [
  { code: "ADDON_ID_REQUIRED", browser: "chromium", why: NOT_FOR_FIREFOX },
  { code: "BACKGROUND_SERVICE_WORKER_NOFALLBACK", browser: "chromium", why: NOT_FOR_FIREFOX },
  { code: "MISSING_DATA_COLLECTION_PERMISSIONS", browser: "chromium", why: NOT_FOR_FIREFOX },
];

const faults = ["chromium", "firefox"].flatMap((browser) =>
  lint(`dist/${browser}`)
    .filter(({ code }) => !ALLOWED.some((row) => row.code === code && row.browser === browser))
    .map(({ _type, code, message, file = "", line = "" }) => `${browser}: ${_type} ${code}: ${message} ${file}:${line}`),
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @param {string} folder @returns {any[]} errors, warnings, notices */
function lint(folder) {
  const parameters = ["lint", "--source-dir", folder, "--output", "json", "--no-config-discovery"];
  const { errors, warnings, notices } = JSON.parse(run("tests/extension/node_modules/.bin/web-ext", parameters));
  return [...errors, ...warnings, ...notices];
}

/** The output, also when the status says that there is something to see. @param {string} file @param {string[]} parameters */
function run(file, parameters) {
  try {
    return execFileSync(file, parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    return /** @type {any} */ (error).stdout;
  }
}
