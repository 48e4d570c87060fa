// The pictures of an article: which there are, and how they are fetched, within limits.

/** A picture, or why there is none: the end of a message's name. @typedef {{ bytes: Uint8Array<ArrayBuffer> } | { why: Why }} Got */
/** @typedef {"Host" | "Network" | "Kind" | "Large" | "Time" | "Many"} Why */
/** @typedef {(url: string, limits: { bytes: number, ms: number }) => Promise<Got>} Get */

/** How many, how large one and all may be, how long one and all may take, how many at once. */
export const LIMITS = { count: 200, bytes: 20_000_000, all: 80_000_000, ms: 15_000, allMs: 60_000, abreast: 4 };

/** The addresses of all pictures that an article shows, once each. @param {any} article @returns {string[]} */
export function addressesOf({ image, body }) {
  /** @type {Set<string>} */ const found = new Set();
  const add = (/** @type {unknown} */ url) => void (typeof url === "string" && /^https?:\/\//.test(url) && found.add(url));
  const walk = (/** @type {any} */ value) => {
    if (typeof value !== "object" || value === null) return;
    // Only pictures have a `src`, and only embeds a `poster`.
    add(value.src);
    add(value.poster);
    Object.values(value).forEach(walk);
  };
  add(image?.url);
  walk(body);
  return [...found];
}

/**
 * @param {string[]} addresses @param {Get} get @param {typeof LIMITS} limits
 * @returns {Promise<{ found: { url: string, bytes: Uint8Array<ArrayBuffer> }[], missing: { url: string, why: Why }[] }>}
 */
export async function gather(addresses, get, limits = LIMITS) {
  const end = Date.now() + limits.allMs;
  const queue = addresses.slice(0, limits.count);
  /** @type {Map<string, Got>} */
  const answers = new Map(addresses.slice(limits.count).map((url) => [url, { why: "Many" }]));
  let room = limits.all;
  const next = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const got = await one(url, get, Math.min(limits.bytes, room), Math.min(limits.ms, end - Date.now()));
      const size = "bytes" in got ? got.bytes.length : 0;
      answers.set(url, size > room ? { why: "Large" } : got);
      if (size <= room) room -= size;
    }
  };
  await Promise.all(Array.from({ length: limits.abreast }, next));
  // In the order of the article, so that the same pictures give the same file.
  const all = addresses.map((url) => ({ url, ...(answers.get(url) ?? { why: /** @type {const} */ ("Network") }) }));
  return { found: all.filter((it) => "bytes" in it), missing: all.filter((it) => "why" in it) };
}

/** Whatever it does, it is not waited for longer. @param {string} url @param {Get} get @param {number} bytes @param {number} ms @returns {Promise<Got>} */
async function one(url, get, bytes, ms) {
  if (bytes <= 0) return { why: "Large" };
  if (ms <= 0) return { why: "Time" };
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  /** @type {Promise<Got>} */
  const late = new Promise((resolve) => void (timer = setTimeout(() => resolve({ why: "Time" }), ms + 500)));
  const got = await Promise.race([get(url, { bytes, ms }).catch(() => ({ why: /** @type {const} */ ("Network") })), late]);
  clearTimeout(timer);
  return got;
}

/**
 * Fetches a file; it runs in the page that shows the picture, or in Lede's, and so names nothing outside itself.
 *
 * @param {string} url @param {number} most bytes @param {number} ms
 * @returns {Promise<{ data?: string, why?: "Network" | "Large" | "Time" | "Refused" }>} Base64, since browsers carry no bytes between
 *   pages; `Refused`: the browser does not let it be read, or there is no answer
 */
export async function fetchBytes(url, most, ms) {
  const signal = AbortSignal.timeout(ms);
  // What was loaded as a picture, and not to be read, may lie in the cache without the leave to read it.
  for (const cache of /** @type {const} */ (["force-cache", "reload"])) {
    try {
      const response = await fetch(url, { cache, signal });
      if (!response.ok || response.body === null) return { why: "Network" };
      const body = response.body.getReader();
      const parts = [];
      let size = 0;
      for (let { done, value } = await body.read(); !done; { done, value } = await body.read()) {
        size += value?.length ?? 0;
        if (size > most) {
          await body.cancel();
          return { why: "Large" };
        }
        parts.push(value ?? new Uint8Array());
      }
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return { data: /** @type {any} */ (bytes).toBase64() };
    } catch {
      if (signal.aborted) return { why: "Time" };
    }
  }
  return { why: "Refused" };
}
