// The popup where a page can't be read: one sentence, named by the address.

import { api } from "../background/api.js";

document.documentElement.lang = api.i18n.getUILanguage();
document.documentElement.dir = api.i18n.getMessage("@@bidi_dir");
const place = /** @type {HTMLElement} */ (document.querySelector("p"));
place.append(api.i18n.getMessage(location.hash.slice(1) || "cannotFailed"));
