// How the tests' Firefox is set, and what its keys are called.

/** Keys that have no character, as WebDriver calls them. @type {Record<string, string>} */
export const KEYS = { Escape: "\uE00C", Tab: "\uE004", Enter: "\uE007", PageDown: "\uE00F", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };

/** Preferences of the throw-away profile: nothing is fetched or asked, and media play without a gesture. */
export const PREFERENCES = {
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
  // Voices for tests: some European languages.
  "media.webspeech.synth.test": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "termsofuse.acceptedVersion": 999,
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** In a profile that is used again the extension has the same place each time, and what it has stored stays. */
export const AGAIN = {
  "extensions.webextensions.uuids": JSON.stringify({ "lede@lede-reader.github.io": "0d6b2a52-5c9c-4b9e-8f0e-6f6c65646500" }),
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  "toolkit.startup.max_resumed_crashes": -1,
  "browser.sessionstore.resume_from_crash": false,
};

/** This machine's own pages come through the proxy too. */
export const PROXIED = { "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": true };
