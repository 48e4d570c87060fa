// library.killed.mjs, in Chromium, at other moments.

import { killed } from "./library.killed.mjs";

killed("chromium", 12);
