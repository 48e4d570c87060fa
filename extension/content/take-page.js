// The click on a page, after snapshot.js and page.js: leaves the reader where it is on, else reads the page. The value
// of this last statement is what the background gets.

globalThis.lede?.page?.leave() ? { left: true } : globalThis.lede?.take();
