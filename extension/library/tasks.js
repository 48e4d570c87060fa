// How saving many pages goes on: a part of the page that tells how far it is, and in the end what came of it.

import { whyOf } from "./errors.js";
import { byId, button, make, number, word } from "./make.js";
import { cancel, forget, retry, tasks, work } from "./queue.js";

/** @param {import("./queue.js").Task[]} all */
function counted(all) {
  const of = (/** @type {string} */ name) => all.filter(({ state }) => state === name);
  return { waiting: of("waiting").length, saved: of("saved").length, there: of("there").length, failed: of("failed") };
}

/** Goes on with what was begun, here or before the browser was stopped. */
export async function resume() {
  const { waiting } = counted(await tasks());
  await draw();
  if (waiting === 0) return;
  byId("tasks").querySelector(".stopped")?.remove();
  try {
    await work(draw);
    await draw();
  } catch (error) {
    console.error(error);
    await draw();
    byId("tasks").append(stopped(error));
  }
}

/** Why no more is saved, and a way to go on. @param {unknown} error */
function stopped(error) {
  const why = word(`libraryWrong${whyOf(error)}`);
  return make("div", { class: "stopped", role: "alert" }, make("p", {}, why), button(word("libraryRetry"), resume));
}

async function draw() {
  const all = await tasks();
  const place = byId("tasks");
  const { waiting, saved, there, failed } = counted(all);
  if (all.length === 0) return place.replaceChildren();
  const done = all.length - waiting;
  const title = make("h2", {}, word(waiting > 0 ? "librarySaving" : "librarySaved", { n: number(waiting > 0 ? done : saved), all: number(all.length) }));
  if (waiting > 0) {
    const progress = make("progress", { value: String(done), max: String(all.length), "aria-label": word("librarySaving", { n: number(done), all: number(all.length) }) });
    const stop = button(word("libraryCancel"), async () => {
      await cancel();
      await draw();
    });
    if (place.querySelector("progress") === null) return place.replaceChildren(title, progress, stop);
    place.querySelector("h2")?.replaceWith(title);
    return void place.querySelector("progress")?.replaceWith(progress);
  }
  const bare = all.filter(({ shown }) => shown !== undefined && shown.missing.length > 0);
  const lines = [
    ...(bare.length > 0 ? [make("ul", { class: "bare" }, ...bare.map(incomplete))] : []),
    ...(there > 0 ? [make("p", {}, word("libraryThere", { n: number(there) }))] : []),
    ...(failed.length > 0 ? [make("p", {}, word("libraryFailed", { n: number(failed.length) })), make("ul", {}, ...failed.map(failure))] : []),
  ];
  const again = button(word("libraryRetry"), async () => {
    await retry();
    await resume();
  });
  const close = button(word("libraryClose"), async () => {
    await forget(["saved", "there", "failed"]);
    await draw();
    byId("list").focus();
  });
  place.replaceChildren(title, ...lines, make("p", { class: "acts" }, ...(failed.length > 0 ? [again] : []), close));
}

/** A page and what is to be said of it. @param {import("./queue.js").Task} task @param {string} said */
function told({ url, title }, said) {
  return make("li", {}, make("a", { href: /^https?:/.test(url) ? url : undefined, dir: "auto" }, title || url), ` – ${said}`);
}

/** @param {import("./queue.js").Task} task */
function failure(task) {
  const { why = "Reach" } = task;
  return told(task, word(why === "Full" ? "libraryWrongFull" : `libraryCannot${why}`));
}

/** What was saved without some of its pictures. @param {import("./queue.js").Task} task */
function incomplete(task) {
  const { count = 0, missing = [] } = task.shown ?? {};
  const why = [...new Set(missing)].map((reason) => word(`saveWhy${reason}`)).join(", ");
  return told(task, word("saveMissing", { n: number(missing.length), all: number(count), why }));
}
