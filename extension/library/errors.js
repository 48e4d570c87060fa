// What can go wrong in the library, as what a person may do about it: messages `libraryWrong…` say so.

/** @typedef {"Full" | "Private" | "Gone" | "Failed"} Why */

export class LibraryError extends Error {
  /** @param {Why} why @param {string} message @param {unknown} [cause] */
  constructor(why, message, cause) {
    super(message, { cause });
    this.name = "LibraryError";
    this.why = why;
  }
}

/** What a person is told of it: `libraryWrong…`. @param {unknown} error */
export const whyOf = (error) => (error instanceof LibraryError ? error.why : "Failed");

/** @param {unknown} error @returns {LibraryError} */
export function named(error) {
  if (error instanceof LibraryError) return error;
  const { name = "", message = "" } = /** @type {any} */ (error) ?? {};
  // By either name; Firefox says of a full disk only that it is one.
  if (/quota|full/i.test(`${name} ${message}`)) return new LibraryError("Full", "the browser gives no more room: nothing was changed; delete something, or free room on the disk", error);
  if (name === "InvalidStateError") return new LibraryError("Gone", "the library was closed meanwhile: load the page again", error);
  return new LibraryError("Failed", `the library could not be changed: ${message || error}`, error);
}
