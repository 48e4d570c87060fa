// Tables as text (RFC 4180): fields parted by commas, quoted where they hold commas, quotes or lines.

/** @param {string} text @returns {Record<string, string>[]} a row each, by the names in the first line, in small letters */
export function table(text) {
  const [head = [], ...rows] = lines(text.replace(/^\ufeff/, ""));
  const names = head.map((name) => name.trim().toLowerCase());
  return rows.filter((row) => row.some((field) => field !== "")).map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

/** @param {string} text @returns {string[][]} */
function lines(text) {
  /** @type {string[][]} */ const rows = [];
  /** @type {string[]} */ let row = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/y;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    // A quote that never ends, or stands in the middle: nothing behind it can be told.
    if (found === null) break;
    const [, quoted, plain = "", end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, ""]);
  return rows;
}
