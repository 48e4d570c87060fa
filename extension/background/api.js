// The browser's functions by one name: Firefox calls them `browser`, Chromium `chrome`; both answer by promises.

export const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? chrome);
