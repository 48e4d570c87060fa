// Reads the page for what is done without a press, after snapshot.js: not where the reader is on already.

document.documentElement.querySelector(":scope > lede-reader") === null ? globalThis.lede?.take() : { left: true };
