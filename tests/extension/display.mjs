// Keys through the window system, as from a keyboard: what no protocol of a browser's can press, a shortcut of the
// browser itself, comes through here. Needs Xvfb, openbox (for the focus) and xdotool.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** A display of our own, so that no window covers another's; where there is no Xvfb, the one that is there. @returns {Promise<{ close: () => void }>} */
export async function openDisplay() {
  const was = process.env.DISPLAY;
  if (was && spawnSync("Xvfb", ["-version"]).error) return { close: () => {} };
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdout.once("data", (data) => resolve(String(data).trim()));
  });
  process.env.DISPLAY = `:${number}`;
  const manager = spawn("openbox", [], { stdio: "ignore" });
  return {
    close() {
      if (was) process.env.DISPLAY = was;
      else delete process.env.DISPLAY;
      manager.kill();
      server.kill();
    },
  };
}

/** Presses a key in a browser's window. @param {number | undefined} pid @param {string} key as xdotool names it */
export async function pressKey(pid, key) {
  const window = await windowOf(pid);
  xdotool("windowactivate", "--sync", window);
  xdotool("key", "--window", "0", key);
}

/** @param {number | undefined} pid */
async function windowOf(pid) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const found = xdotool("search", "--onlyvisible", "--pid", String(pid)).trim().split("\n");
      const last = found.at(-1);
      if (last) return last;
    } catch {
      // None yet.
    }
    await sleep(100);
  }
  throw new Error("the browser shows no window");
}

/** @param {string[]} parameters */
function xdotool(...parameters) {
  return execFileSync("xdotool", parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 10_000 });
}
