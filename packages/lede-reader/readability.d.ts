export { init } from "./index.js";

export interface Options<T = string> {
  /** Prints what was made of the page. */
  debug?: boolean | undefined;
  /** Throws where the document has more elements; 0, no limit, unless you say. */
  maxElemsToParse?: number | undefined;
  /** Of no effect: Lede has no candidates of this kind. */
  nbTopCandidates?: number | undefined;
  /** `parse()` gives null where the text has fewer characters; unless you say, a second reading is tried below 500. */
  charThreshold?: number | undefined;
  classesToPreserve?: string[] | undefined;
  keepClasses?: boolean | undefined;
  serializer?: ((root: any) => T) | undefined;
  disableJSONLD?: boolean | undefined;
  /** Frames whose attributes do not match are left out, those that match are links. */
  allowedVideoRegex?: RegExp | undefined;
  /** Of no effect: what density of links speaks against a part is learned. */
  linkDensityModifier?: number | undefined;
}

export interface Parsed<T = string> {
  title: string;
  content: T;
  textContent: string;
  length: number;
  excerpt: string | null;
  byline: string | null;
  dir: string | null;
  siteName: string | null;
  lang: string | null;
  publishedTime: string | null;
}

export class Readability<T = string> {
  constructor(document: any, options?: Options<T>);
  /** The article, or null where there is none. */
  parse(): Parsed<T> | null;
}

export interface ReaderableOptions {
  minContentLength?: number | undefined;
  minScore?: number | undefined;
  visibilityChecker?: ((node: any) => boolean) | undefined;
}

export function isProbablyReaderable(document: any, options?: ReaderableOptions | ((node: any) => boolean)): boolean;
