// library.killed.mjs, in Firefox.

import { killed } from "./library.killed.mjs";

killed("firefox", 11);
