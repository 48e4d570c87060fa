import type { Article, Extraction } from "./article.js";

export * from "./article.js";

/** The modules of the engine: `read` for documents, `html` for documents and HTML, `save` for files. */
export type ModuleName = "read" | "html" | "save";
export type Bytes = ArrayBuffer | ArrayBufferView;
export type SyncSource = Bytes | WebAssembly.Module;
/** Where a module comes from. */
export type Source = SyncSource | string | URL | Response | Promise<SyncSource | string | URL | Response>;

/**
 * Loads modules: `read` where none is named, from beside this package, or from where you say. In Node, Deno and Bun it may be
 * left out: what is called loads its module by itself.
 */
export function init(modules?: ModuleName[] | Partial<Record<ModuleName, Source | undefined>>): Promise<void>;

/** The same at once: from bytes or a compiled module; without them in Node, Deno and Bun alone. */
export function initSync(modules?: ModuleName[] | Partial<Record<ModuleName, SyncSource | undefined>>): void;

export interface Options {
  /** What "two hours ago" counts from. Without it such dates are left out. */
  now?: Date | number | undefined;
  /** `everything`: the whole document is wanted, as of a selection. */
  scope?: "article" | "everything" | undefined;
  /** Numbers of elements, as in the plan, that stay whole; and that go. */
  keep?: number[] | undefined;
  drop?: number[] | undefined;
  /** 1: the second reading, where there is one. */
  candidate?: 0 | 1 | undefined;
  /** The body also holds what was left out. */
  leftOut?: boolean | undefined;
  /** Readers' comments too. */
  comments?: boolean | undefined;
  /** Whether the article comes with `content` and `textContent`; on unless false. */
  content?: boolean | undefined;
  /** Whether what the layout hides counts as hidden: in a browser's own document, unless you say. */
  layout?: boolean | undefined;
}

export interface DocumentOptions extends Options {
  /** The page's address, where it is not the document's. */
  url?: string | URL | undefined;
  /** Elements that are not to be read. */
  leavesOut?: ((element: any) => boolean) | undefined;
}

export interface HtmlOptions extends Options {
  /** The page's address: what relative addresses are relative to. */
  url?: string | URL | undefined;
  /** What the server said of the encoding of bytes. */
  charset?: string | undefined;
}

/** The least that a document must have: a browser's, jsdom's, linkedom's, happy-dom's. */
export interface AnyDocument {
  readonly documentElement: unknown;
}

/** The article of a document, which stays as it is. */
export function extract(document: AnyDocument, options?: DocumentOptions): Extraction;

/** The article of a page's HTML, as text or bytes. */
export function extractHtml(html: string | Bytes, options?: HtmlOptions): Extraction;

export type TextFormat = "html" | "markdown" | "text" | "json";
export type Format = TextFormat | "epub";

/** What a file holds besides the article. */
export interface Extras {
  /** When it was saved; files tell it. */
  saved?: Date | number | undefined;
  /** `Extraction.kept`. */
  kept?: number | undefined;
  pictures?: { url: string; mime: string; bytes: Uint8Array; name?: string }[] | undefined;
  missing?: { url: string; why: string }[] | undefined;
  /** Annotations as the W3C has them. */
  annotations?: object[] | undefined;
  /** The two headings of ours. */
  words?: { highlights?: string; missing?: string } | undefined;
}

/** An article as a file that says where it came from. */
export function render(article: Article, format: TextFormat, extras?: Extras): string;
export function render(article: Article, format: "epub", extras?: Extras): Uint8Array;
export function render(article: Article, format: Format, extras?: Extras): string | Uint8Array;

/** Articles as the chapters of one EPUB. */
export function book(articles: Article[], extras?: Extras & { title?: string; each?: Extras[] }): Uint8Array;

/** An article as a line of a bibliography. */
export function citation(article: Article, style: "apa" | "mla" | "chicago" | "bibtex" | "ris", seen?: Date | number): string;

/** A file's name without its ending, from a template such as `{date} {site} {title}`. */
export function fileName(article: Article, template?: string, saved?: Date | number): string;

/** Whether a file is what was saved. This finds damage; it is no signature. */
export function verify(file: string | Bytes): {
  state: "intact" | "changed" | "unknown";
  why: string | null;
  format: string | null;
  saved: string | null;
};

/** The version of the engine. */
export function version(): string;
