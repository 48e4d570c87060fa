// What is to be cleaned without a press, as data: what a person may choose, and what holds for a page. Own sites come
// before news sites, news sites before all others; among own sites the one that says most holds.

/** Of the shape below. A newer version's is read as far as it is understood. */
export const VERSION = 1;
/** @type {LedeMode[]} */
export const MODES = ["off", "reader", "tidy"];

/** More are not chosen by hand. */
const MOST = 2000;
const MAX_PATTERN = 300;
const HOST = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/;
const PATH = /^\/[\w.~!$&'()+,;=:@%*/?-]*$/;
const NUMBERS = /^\d+(\.\d+){3}$/;

/** Each turns the choices of one version into those of the next; the first are version 1. @type {((was: any) => any)[]} */
const STEPS = [];

/** Nothing is chosen. @returns {LedeChoices} */
export function standard() {
  return { version: VERSION, news: "off", newsOff: [], everywhere: "off", sites: {} };
}

/** What is stored, in today's shape. @param {any} stored @param {((was: any) => any)[]} steps by the version they begin at, less one */
export function migrated(stored, steps = STEPS) {
  const from = Number.isInteger(stored?.version) && stored.version > 0 ? stored.version : 1;
  return steps.slice(from - 1).reduce((was, step) => step(was), stored);
}

/** What is left of some choices when all goes that is none. @param {any} stored @returns {LedeChoices} */
export function validChoices(stored) {
  const { news, newsOff, everywhere, sites } = migrated(stored) ?? {};
  const pairs = Object.entries(isRecord(sites) ? sites : {}).filter(([pattern, mode]) => MODES.includes(mode) && patternOf(pattern) === pattern);
  const hosts = Array.isArray(newsOff) ? newsOff.filter((host) => typeof host === "string" && HOST.test(host)) : [];
  return {
    version: VERSION,
    news: MODES.includes(news) ? news : "off",
    newsOff: [...new Set(hosts)].toSorted().slice(0, MOST),
    everywhere: MODES.includes(everywhere) ? everywhere : "off",
    sites: Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST)),
  };
}

/** @param {any} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A site as it is kept, from an address or from what a person has typed: the host, which stands for all below it too, and
 * maybe a path in which `*` is anything. `null` where it is neither.
 *
 * @param {string} text @returns {string | null}
 */
export function patternOf(text) {
  const [, typed = "", path = ""] = /^(?:(?:https?|\*):\/\/)?(?:\*\.)?([^/?#]*)([^#]*)/i.exec(text.trim()) ?? [];
  if (!URL.canParse(`http://${typed}`)) return null;
  const host = new URL(`http://${typed}`).hostname.replace(/^www\.(?=.*\.)/, "");
  if (!HOST.test(host) || /[@\s]/.test(typed)) return null;
  if (/^(\/\*?)?$/.test(path)) return host;
  const pattern = `${host}${path.includes("*") ? path : `${path}*`}`;
  return PATH.test(path) && pattern.length <= MAX_PATTERN ? pattern : null;
}

/** The host of a pattern, and its path; empty for all paths. @param {string} pattern @returns {[string, string]} */
export function parted(pattern) {
  const slash = pattern.indexOf("/");
  return slash < 0 ? [pattern, ""] : [pattern.slice(0, slash), pattern.slice(slash)];
}

/** Whether a host is another, or stands below it. @param {string} host @param {string} above */
export function isWithin(host, above) {
  return host === above || (host.endsWith(`.${above}`) && !NUMBERS.test(host));
}

/** Whether an address has a path of a pattern's. @param {string} path with what follows it @param {string} glob */
export function isOnPath(path, glob) {
  if (glob === "") return true;
  const parts = glob.split("*").map((part) => part.replace(/[$()*+.?[\\\]^{|}/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(path);
}

/**
 * What is to be done on a page.
 *
 * @param {string | undefined} url @param {LedeChoices} choices @param {Set<string>} news the hosts of news sites
 * @returns {LedeMode}
 */
export function modeFor(url = "", choices, news) {
  if (!URL.canParse(url)) return "off";
  const { protocol, hostname, pathname, search } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return "off";
  const own = Object.keys(choices.sites)
    .filter((pattern) => isWithin(hostname, parted(pattern)[0]) && isOnPath(pathname + search, parted(pattern)[1]))
    .reduce((best, pattern) => (best === "" || isCloser(pattern, best) ? pattern : best), "");
  if (own !== "") return choices.sites[own] ?? "off";
  const isChosen = choices.news !== "off" && newsHost(hostname, news, new Set(choices.newsOff)) !== null;
  return isChosen ? choices.news : choices.everywhere;
}

/** @param {string} a @param {string} b @returns {boolean} whether the first says more */
function isCloser(a, b) {
  const [[hostA, pathA], [hostB, pathB]] = [parted(a), parted(b)];
  return hostA.length === hostB.length ? pathA.length > pathB.length : hostA.length > hostB.length;
}

/** The news site that a host belongs to. @param {string} hostname @param {Set<string>} news @param {Set<string>} off */
function newsHost(hostname, news, off) {
  for (let host = hostname; host !== ""; host = host.includes(".") ? host.slice(host.indexOf(".") + 1) : "") {
    if (news.has(host)) return off.has(host) ? null : host;
  }
  return null;
}

/** What a file of exported choices says of itself. */
const FORMAT = "lede-automatic";

/** @param {LedeChoices} choices */
export function exportedChoices({ version, ...choices }) {
  return `${JSON.stringify({ format: FORMAT, version, ...choices }, null, 2)}\n`;
}

/**
 * Reads such a file, wholly or not at all.
 *
 * @param {string} text
 * @returns {{ choices: LedeChoices } | { wrong: "Json" | "Format" | "Site", where?: string }} or what is wrong with it
 */
export function importedChoices(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { wrong: "Json" };
  }
  const isOurs = isRecord(file) && file.format === FORMAT && Number.isInteger(file.version) && file.version >= 1 && file.version <= VERSION;
  if (!isOurs) return { wrong: "Format" };
  const { news, newsOff, everywhere, sites } = migrated(file);
  if (!MODES.includes(news) || !MODES.includes(everywhere) || !Array.isArray(newsOff) || !isRecord(sites)) return { wrong: "Format" };
  const choices = validChoices(file);
  const lost = [...newsOff.filter((host) => !choices.newsOff.includes(host)), ...Object.keys(sites).filter((site) => !Object.hasOwn(choices.sites, site))];
  return lost.length === 0 ? { choices } : { wrong: "Site", where: String(lost[0]).slice(0, 100) };
}
