// The context menu on a selection: as take-page.js, of what is selected alone. In the reader it shows that.

globalThis.lede?.readSelected?.() ? { left: true } : globalThis.lede?.take(document, { selection: globalThis.lede.selected() });
