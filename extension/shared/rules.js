// Rules of sites as data: what one may be, and how some are added to others. The background keeps them, the options page
// shows, exports and imports them.

const MAX_SELECTOR = 500;
/** More on one site are not made by hand. */
const MAX_RULES = 300;

/** @param {any} rule */
function isRule(rule) {
  const { selector, act, made = "" } = rule ?? {};
  return typeof selector === "string" && selector.length > 0 && selector.length <= MAX_SELECTOR && (act === "keep" || act === "drop") && /^(\d{4}-\d\d-\d\d)?$/.test(made);
}

/** What is left of some rules when all goes that is none. @param {any} rules @returns {LedeRule[]} */
export function validRules(rules) {
  const all = Array.isArray(rules) ? rules.filter(isRule).slice(0, MAX_RULES) : [];
  return all.map(({ selector, act, made }) => ({ selector, act, ...(made ? { made } : {}) }));
}

/** Rules and others that were made later: of two on the same elements the later holds. @param {LedeRule[]} were @param {LedeRule[]} added */
export function joined(were, added) {
  const all = new Map([...were, ...added].map((rule) => [rule.selector, rule]));
  return [...all.values()].slice(-MAX_RULES);
}

/** What a file of exported rules says of itself. */
const FORMAT = "lede-rules";

/** @param {Record<string, LedeRule[]>} sites rules by site */
export function exported(sites) {
  return `${JSON.stringify({ format: FORMAT, version: 1, sites }, null, 2)}\n`;
}

/**
 * Reads such a file, wholly or not at all.
 *
 * @param {string} text
 * @returns {{ sites: Record<string, LedeRule[]> } | { wrong: "Json" | "Format" | "Rule", where?: string }} or what is wrong with it
 */
export function imported(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { wrong: "Json" };
  }
  const { format, version, sites } = file ?? {};
  if (format !== FORMAT || version !== 1 || typeof sites !== "object" || sites === null || Array.isArray(sites)) return { wrong: "Format" };
  for (const [site, rules] of Object.entries(sites)) {
    const isSite = /^[^\s/?#@]{1,253}$/.test(site);
    if (!isSite || !Array.isArray(rules) || validRules(rules).length !== rules.length) return { wrong: "Rule", where: site.slice(0, 100) };
  }
  return { sites };
}
