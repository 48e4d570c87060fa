// What Chromium is started with.

const FOR_TESTS = [
  // No page of the tests is anywhere else, and what it names elsewhere is not waited for.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
  ...["--autoplay-policy=no-user-gesture-required", "--mute-audio", "--force-color-profile=srgb"],
];

/**
 * @param {import("./browser.mjs").Start} start @param {string} profile a folder
 * @returns {string[]}
 */
export function parametersFor({ dist, headless, isForTests, proxy }, profile) {
  return [
    ...(isForTests ? FOR_TESTS : []),
    // As root, as in most containers, Chromium has no sandbox.
    ...(isForTests || process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(headless ? ["--headless=new"] : []),
    // Of this machine's own pages too.
    ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`, "--proxy-bypass-list=<-loopback>"]),
    "--remote-debugging-pipe",
    "--enable-unsafe-extension-debugging",
    // Loaded so, and not by the protocol, the extension gets its shortcut.
    `--load-extension=${dist}`,
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
    `--user-data-dir=${profile}`,
    ...["--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-quic", "--password-store=basic"],
    ...["--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900"],
    "about:blank",
  ];
}
