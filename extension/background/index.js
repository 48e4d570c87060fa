// Every listener of the browser's, one line each. They are set at once when the worker starts: it starts for them.

import { api } from "./api.js";
import { markMenus } from "./auto-menu.js";
import { keepRegistered, settle } from "./auto.js";
import { commanded } from "./commands.js";
import { installed } from "./first.js";
import { chosen, makeMenus } from "./menus.js";
import { readPage } from "./reader.js";
import { asked } from "./routes.js";
import { sync, syncLater } from "./sync.js";

api.runtime.onInstalled.addListener(makeMenus);
api.runtime.onInstalled.addListener(installed);
api.action.onClicked.addListener(readPage);
api.runtime.onMessage.addListener(asked);
// What is chosen, what is granted, and what is registered: any of them may have changed.
api.runtime.onInstalled.addListener(keepRegistered);
api.runtime.onStartup.addListener(settle);
api.runtime.onStartup.addListener(sync);
api.permissions.onAdded.addListener(keepRegistered);
api.permissions.onRemoved.addListener(keepRegistered);
api.storage.local.onChanged.addListener((changes) => void ("auto" in changes && Promise.all([settle(), markMenus()])));
api.storage.local.onChanged.addListener(syncLater);
api.storage.sync.onChanged.addListener(sync);
// Firefox for Android has neither shortcuts nor context menus.
api.commands?.onCommand.addListener(commanded);
api.contextMenus?.onClicked.addListener(chosen);
