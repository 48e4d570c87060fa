// The page to be saved, while a reader may be on: that stays as it is. The value of this last statement is what is answered.

Document.prototype.querySelector.call(document, ":root > lede-reader") !== null && globalThis.lede?.again !== undefined ? { snapshot: globalThis.lede.again() } : globalThis.lede?.take();
