// What is still to be saved: a queue in the database, so that it goes on where it was when the browser was stopped. One
// window works at it, on a few pages at once and on at most two of a host; a page that fails is told and stops no other.
// A page that was saved just before everything stopped is found saved, and not saved twice.

import { fromAddress, fromTab, PageError, picturesOf } from "./pages.js";
import { add, database, get, write } from "./store.js";

/**
 * @typedef {object} Task
 * @property {number} [id]
 * @property {string} url
 * @property {string} title
 * @property {number} [tabId] the tab in which it is open
 * @property {string} [entry] what is saved of it without its text
 * @property {import("./store.js").Extras} extras
 * @property {"waiting" | "saved" | "there" | "failed"} [state]
 * @property {string} [why]
 * @property {{ count: number, missing: import("../save/pictures.js").Why[] }} [shown] how many pictures it shows, and why some were not had
 */

const [AT_ONCE, AT_ONCE_OF_HOST] = [6, 2];
const LOCK = "lede-library-tasks";

/** @type {AbortController | undefined} */
let working;

/** @param {(store: any) => Promise<unknown>} work with the queue's store */
const inQueue = (work) => write(["tasks"], (transaction) => work(transaction.objectStore("tasks")));

/** @param {Task[]} tasks */
export async function enqueue(tasks) {
  await inQueue(async (store) => {
    for (const task of tasks) await store.add({ ...task, state: "waiting" });
  });
}

/** @returns {Promise<Task[]>} */
export const tasks = async () => (await database()).getAll("tasks");

/** Forgets the tasks of these states. @param {NonNullable<Task["state"]>[]} states */
export async function forget(states) {
  await inQueue(async (store) => {
    for (const { id, state } of /** @type {Task[]} */ (await store.getAll())) {
      if (id !== undefined && state !== undefined && states.includes(state)) await store.delete(id);
    }
  });
}

/** What failed is tried again. */
export async function retry() {
  await inQueue(async (store) => {
    for (const task of /** @type {Task[]} */ (await store.getAll())) {
      if (task.state === "failed") await store.put({ ...task, state: "waiting", why: undefined });
    }
  });
}

/** Stops what is being done; what waits is forgotten. */
export async function cancel() {
  working?.abort();
  await forget(["waiting"]);
}

/**
 * Works until nothing waits. Where another window does, this one comes after it, to what is left. It fails where not even
 * what has become of a page can be written: then the rest waits.
 *
 * @param {() => unknown} changed told after each page
 */
export async function work(changed) {
  await navigator.locks.request(LOCK, async () => {
    const turn = (working = new AbortController());
    // What is cut off by the page going has not failed: it waits for the next.
    addEventListener("pagehide", () => turn.abort(), { signal: turn.signal });
    /** @type {Map<number, Promise<void>>} */ const running = new Map();
    try {
      await workThrough(running, turn.signal, changed);
    } catch (error) {
      turn.abort();
      await Promise.allSettled(running.values());
      throw error;
    } finally {
      working = undefined;
    }
  });
}

/** @param {Map<number, Promise<void>>} running by the tasks' ids @param {AbortSignal} signal @param {() => unknown} changed */
async function workThrough(running, signal, changed) {
  /** @type {Map<string, number>} */ const hosts = new Map();
  for (;;) {
    const waiting = signal.aborted ? [] : (await tasks()).filter(({ id, state }) => state === "waiting" && !running.has(Number(id)));
    for (const task of waiting) {
      const host = hostOf(task.url);
      if (running.size >= AT_ONCE) break;
      if ((hosts.get(host) ?? 0) >= AT_ONCE_OF_HOST) continue;
      hosts.set(host, (hosts.get(host) ?? 0) + 1);
      const done = one(task, signal).then(() => {
        hosts.set(host, (hosts.get(host) ?? 1) - 1);
        running.delete(Number(task.id));
        changed();
      });
      running.set(Number(task.id), done);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
}

/** @param {Task} task @param {AbortSignal} signal */
async function one(task, signal) {
  try {
    const { article, kept } = await read(task, signal);
    const was = task.entry === undefined ? undefined : await get(task.entry);
    // Where only the address was saved, the text comes to that.
    const isEmpty = was !== undefined && was.article.body.length === 0;
    const about = isEmpty ? { ...article, url: was.article.url, canonicalUrl: was.article.url } : article;
    const { pictures, ...shown } = await picturesOf(article);
    if (signal.aborted) return;
    const { id } = await add(about, { ...task.extras, kept, pictures, same: isEmpty ? "update" : "ask" });
    await settle(task, id === undefined ? { state: "there" } : { state: "saved", shown }, signal);
  } catch (error) {
    console.warn(task.url, error);
    await settle(task, { state: "failed", why: error instanceof PageError ? error.why : /** @type {any} */ (error)?.why === "Full" ? "Full" : "Reach" }, signal);
  }
}

/** @param {Task} task @param {AbortSignal} signal */
async function read({ url, tabId }, signal) {
  if (tabId === undefined) return fromAddress(url, signal);
  try {
    return await fromTab(tabId);
  } catch (error) {
    if (error instanceof PageError && error.why === "Article") throw error;
    // The tab may be closed by now, or asleep.
    return fromAddress(url, signal);
  }
}

/** @param {Task} task @param {Partial<Task>} values @param {AbortSignal} signal */
async function settle(task, values, signal) {
  if (signal.aborted) return;
  await inQueue((store) => store.put({ ...task, ...values }));
}

/** @param {string} url */
const hostOf = (url) => (URL.canParse(url) ? new URL(url).host : "");
