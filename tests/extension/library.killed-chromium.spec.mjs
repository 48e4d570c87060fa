// library.killed.mjs, in Chromium.

import { killed } from "./library.killed.mjs";

killed("chromium");
