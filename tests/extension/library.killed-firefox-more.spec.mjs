// library.killed.mjs, in Firefox, at other moments.

import { killed } from "./library.killed.mjs";

killed("firefox", 12);
