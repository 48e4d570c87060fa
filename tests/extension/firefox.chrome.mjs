// What the tests do in Firefox with the browser's own rights. Each runs there by its text alone.

/** The extension may run in private windows. @param {string} id */
export const allowInPrivate = async (id) => {
  // @ts-expect-error names of the browser's
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  // @ts-expect-error likewise
  const { extension } = WebExtensionPolicy.getByID(id);
  await ExtensionPermissions.add(id, { permissions: ["internal:privateBrowsingAllowed"], origins: [] }, extension);
};

/** The names of all that an extension keeps. @param {string} id @returns {Promise<string[]>} */
export const keptBy = async (id) => {
  // @ts-expect-error names of the browser's
  const { ExtensionStorageIDB } = ChromeUtils.importESModule("resource://gre/modules/ExtensionStorageIDB.sys.mjs");
  // @ts-expect-error likewise
  const { extension } = WebExtensionPolicy.getByID(id);
  const { storagePrincipal } = await ExtensionStorageIDB.selectBackend({ extension });
  const connection = await ExtensionStorageIDB.open(storagePrincipal.deserialize?.(globalThis, true) ?? storagePrincipal, false);
  return Object.keys(await connection.get());
};

/** How many tabs stand at an address. @param {string} text a part of it */
export const tabsAt = (text) => {
  // @ts-expect-error names of the browser's own window
  const { browsers } = Services.wm.getMostRecentWindow("navigator:browser").gBrowser;
  return browsers.filter((/** @type {any} */ { currentURI }) => currentURI.spec.includes(text)).length;
};

/** Where files go that are downloaded. @param {string} path */
export const download = (path) => {
  // @ts-expect-error a name of the browser's
  const { prefs } = Services;
  prefs.setIntPref("browser.download.folderList", 2);
  prefs.setStringPref("browser.download.dir", path);
  prefs.setBoolPref("browser.download.always_ask_before_handling_new_types", false);
  prefs.setBoolPref("browser.download.alwaysOpenPanel", false);
};

/** Closes popups until there is none, so often in a row. @param {number} wanted */
export const closePopups = async (wanted) => {
  // @ts-expect-error names of the browser's own window
  const { document } = Services.wm.getMostRecentWindow("navigator:browser");
  const panels = () => [...document.querySelectorAll("panel")].filter((panel) => panel.state !== "closed");
  let quiet = 0;
  for (let tries = 0; tries < 50; tries += 1) {
    quiet = panels().length > 0 ? 0 : quiet + 1;
    if (quiet >= wanted) return;
    for (const panel of panels()) panel.hidePopup();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Presses a button of the browser's own question, once it may be pressed. @param {boolean} isYes */
export const answerPrompt = async (isYes) => {
  // @ts-expect-error names of the browser's own window
  const { document } = Services.wm.getMostRecentWindow("navigator:browser");
  for (let tries = 0; tries < 250; tries += 1) {
    const question = document.getElementById("addon-webext-permissions-notification");
    const button = isYes ? question?.button : question?.secondaryButton;
    // It takes no press in its first moments, so that nobody answers what he has not read.
    if (question?.getBoundingClientRect().width > 0 && !button.disabled) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      button.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the browser asks nothing");
};

/** What the toolbar button of the tab in front says. @param {string} id the extension's */
export const toolbarOf = (id) => {
  // @ts-expect-error names of the browser's own window
  const { extension } = WebExtensionPolicy.getByID(id);
  const { browserActionFor } = extension.apiManager.global;
  // @ts-expect-error likewise
  const tab = Services.wm.getMostRecentWindow("navigator:browser").gBrowser.selectedTab;
  const data = browserActionFor(extension).action.getContextData(tab);
  return { badge: data.badgeText ?? "", title: data.title };
};

/** The browser gives no more room than so much, in bytes; for all that is kept, of which an origin has ten million at least. @param {number} most */
export const limitRoom = async (most) => {
  // @ts-expect-error a name of the browser's
  const { prefs, qms } = Services;
  prefs.setBoolPref("dom.quotaManager.testing", true);
  prefs.setIntPref("dom.quotaManager.temporaryStorage.fixedLimit", Math.floor(most / 1024));
  // It is asked for when storage is opened.
  await new Promise((resolve) => (qms.reset().callback = resolve));
};

/** Warnings and errors that come from an extension, or are about it. @param {string} host of its pages */
export const complaintsOf = async (host) => {
  // @ts-expect-error names of the browser's
  const { interfaces: Ci } = Components;
  // @ts-expect-error likewise
  const { id } = WebExtensionPolicy.getByHostname(host);
  const isOurs = (/** @type {string} */ text) => text.includes(host) || text.includes(id);
  /** @type {string[]} */ const said = [];
  // @ts-expect-error likewise
  for (const message of Services.console.getMessageArray()) {
    const { category = "", errorMessage = message.message, sourceName = "", flags = 0 } = message instanceof Ci.nsIScriptError ? message : {};
    // Bit 3 marks what is only told.
    // What the browser's own modules say of themselves is none of ours (a page that goes with its listeners has them speak).
    if ((flags & 8) === 0 && !sourceName.includes("/ConduitsChild.sys.mjs") && isOurs(`${message.message} ${sourceName}`)) said.push(`${category} ${errorMessage} ${sourceName}`);
  }
  // What a page says to its console is kept in its own process: each is asked.
  const collect = () => {
    // @ts-expect-error a name of that process's
    const { classes, interfaces } = Components;
    const events = classes["@mozilla.org/consoleAPI-storage;1"].getService(interfaces.nsIConsoleAPIStorage).getEvents();
    const told = events.map((/** @type {any} */ { level, filename, arguments: values = [] }) => ({ level, filename, text: [...values].map(String).join(" ") }));
    // @ts-expect-error likewise
    Services.cpmm.sendAsyncMessage("lede-console", told);
  };
  // @ts-expect-error a name of the browser's
  const { ppmm } = Services;
  const hear = (/** @type {any} */ { data }) => {
    for (const { level, filename = "", text } of data) if (["warn", "error"].includes(level) && isOurs(filename)) said.push(`${level} ${text}`);
  };
  ppmm.addMessageListener("lede-console", hear);
  ppmm.loadProcessScript(`data:,${encodeURIComponent(`(${collect})()`)}`, false);
  await new Promise((resolve) => setTimeout(resolve, 800));
  ppmm.removeMessageListener("lede-console", hear);
  return said;
};
