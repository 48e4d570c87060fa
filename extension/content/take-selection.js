// The context menu on a selection: as take-page.js, of what is selected alone.

globalThis.lede?.take(document, { selection: globalThis.lede.selected() });
