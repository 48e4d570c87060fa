// HTML that was fetched or imported, as a document that runs nothing. Pages of Lede's may parse no other: their policy
// requires trusted types, and this is the only policy for them.

/** @type {{ createHTML: (html: string) => any } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("lede-inert", { createHTML: (/** @type {string} */ html) => html });

/** @param {string} html */
export const inert = (html) => new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
