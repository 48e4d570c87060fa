// How articles are saved: names of files, folders, a program of the person's own, and whether to ask for pictures' sites.

import { api } from "../background/api.js";
import { keepSettings, settingsFor } from "../background/settings.js";
import { isLink } from "../save/links.js";
import { find, word } from "./dom.js";

/** What the engine fills in where it names a file, and what it does where nothing is said (src/save/name.rs). */
const NAME_GAPS = "{date} {year} {month} {day} {saved} {site} {host} {title} {author} {lang}";
const STANDARD_NAME = "{date} {site} {title}";
/** save/links.js */
const LINK_GAPS = "{url} {title} {author} {site} {date} {text} {markdown}";
const EXAMPLE = "myapp://add?url={url}&title={title}";
const FOLDERS = { permissions: /** @type {["downloads"]} */ (["downloads"]) };

const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (find(id));

/** @param {Record<string, any>} values */
const keep = (values) => keepSettings(values, { url: undefined, isPrivate: false }, false);

/** Draws the section, and keeps what is changed in it. */
export async function showSave() {
  const { values } = await settingsFor(undefined);
  const [name, link, isAsking, folders] = [field("save-name"), field("save-link"), field("save-asking"), field("save-folders")];
  find("save-name-help").textContent = word("saveNameHelp").replace("{gaps}", NAME_GAPS);
  find("save-link-help").textContent = word("saveLinkHelp").replace("{gaps}", LINK_GAPS).replace("{example}", EXAMPLE);
  Object.assign(name, { value: values.saveName, placeholder: STANDARD_NAME });
  link.value = values.saveLink;
  isAsking.checked = values.saveAsk;
  // Where there is no such permission (docs/SAFARI.md), nothing is offered.
  const isOffered = api.runtime.getManifest().optional_permissions?.includes("downloads") ?? false;
  for (const part of [find("save-folders-row"), find("save-folders-help")]) part.hidden = !isOffered;
  folders.checked = isOffered && (await api.permissions.contains(FOLDERS));
  name.addEventListener("change", () => keep({ saveName: name.value.trim() }));
  isAsking.addEventListener("change", () => keep({ saveAsk: isAsking.checked }));
  link.addEventListener("change", () => {
    const value = link.value.trim();
    const isWrong = value !== "" && !isLink(value);
    find("save-status").textContent = isWrong ? word("saveLinkWrong") : "";
    if (!isWrong) keep({ saveLink: value });
  });
  folders.addEventListener("change", async () => {
    const answer = folders.checked ? api.permissions.request(FOLDERS) : api.permissions.remove(FOLDERS);
    await answer.catch(() => false);
    folders.checked = await api.permissions.contains(FOLDERS);
  });
}
