// Every listener of the browser's, one line each. They are set at once when the worker starts: it starts for them.

import { api } from "./api.js";
import { chosen, makeMenus } from "./menus.js";
import { readPage } from "./reader.js";
import { asked } from "./routes.js";

api.runtime.onInstalled.addListener(makeMenus);
api.action.onClicked.addListener(readPage);
api.runtime.onMessage.addListener(asked);
// Firefox for Android has no context menus.
api.contextMenus?.onClicked.addListener(chosen);
