// The dialog in which the tags of one entry or of several are changed.

import { byId, button, make, word } from "./make.js";
import { validTags } from "./store.js";

/**
 * @param {LedeEntry[]} all @param {string[]} ids
 * @returns {Promise<((entry: LedeEntry) => Partial<LedeEntry>) | undefined>} what becomes of each; nothing where it was left
 */
export function editTags(all, ids) {
  const chosen = all.filter(({ id }) => ids.includes(id));
  const common = chosen.length === 0 ? [] : chosen[0].tags.filter((tag) => chosen.every(({ tags }) => tags.includes(tag)));
  const known = [...new Set(all.flatMap(({ tags }) => tags))].sort();
  const input = make("input", { id: "tag-field", type: "text", value: common.join(", "), autocomplete: "off", list: "known-tags" });
  const options = make("datalist", { id: "known-tags" }, ...known.map((tag) => make("option", { value: tag })));
  const form = make("form", { method: "dialog" });
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const dialog = make("dialog", { "aria-labelledby": "tags-title", class: "small" }, form);
  const cancel = button(word("libraryCancel"), () => dialog.close());
  const save = make("button", { type: "submit", value: "save", class: "main" }, word("librarySave"));
  form.append(make("h2", { id: "tags-title" }, word("libraryTags")), make("label", { for: "tag-field" }, word("libraryTagsHelp")), input, options, make("p", { class: "acts" }, save, cancel));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      (before?.isConnected ? before : byId("list")).focus();
      if (dialog.returnValue !== "save") return resolve(undefined);
      const now = validTags(input.value.split(/[,،、，]/));
      const gone = common.filter((tag) => !now.includes(tag));
      resolve(({ tags }) => ({ tags: validTags([...tags.filter((tag) => !gone.includes(tag)), ...now]) }));
    });
  });
}
