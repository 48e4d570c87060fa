// library.killed.mjs, in Chromium.

import { killed, torn } from "./library.killed.mjs";

torn();
killed("chromium", 11);
