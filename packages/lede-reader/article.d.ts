// The Article JSON: https://github.com/lede-reader/lede/blob/main/docs/article.md

export type PageType = "article" | "forum" | "product" | "collection" | "listing" | "documentation" | "service";

export interface Article {
  /** The version of this shape. */
  format: number;
  url: string | null;
  canonicalUrl: string | null;
  title: string | null;
  byline: string | null;
  authors: string[];
  siteName: string | null;
  /** RFC 3339, or a day. */
  publishedTime: string | null;
  modifiedTime: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: "ltr" | "rtl" | null;
  excerpt: string | null;
  section: string | null;
  tags: string[];
  image: LeadImage | null;
  license: string | null;
  isAccessibleForFree: boolean | null;
  pageType: PageType;
  /** The odds that the page is an article at all, 0 to 1. */
  articleProbability: number;
  /** The odds that the text is right as a whole, 0 to 1. */
  confidence: number;
  /** `body` as safe HTML; absent where it was not wanted. */
  content?: string;
  /** `body` as text; absent where it was not wanted. */
  textContent?: string;
  /** Of `textContent`. */
  length: number;
  wordCount: number;
  readingMinutes: number;
  body: Block[];
}

export interface LeadImage {
  url: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
}

export type Block =
  | { heading: { level: number; content: Inline[] } }
  | { paragraph: Inline[] }
  | { list: { start?: number; items: Block[][] } }
  | { definitions: { terms: Inline[][]; meaning: Block[] }[] }
  | { quote: Block[] }
  | { code: { language?: string; text: string } }
  | { table: { caption?: Inline[]; rows: Cell[][] } }
  | { figure: { images: Image[]; caption?: Inline[] } }
  | { embed: { href: string; title: string; poster?: string } }
  | { math: Formula }
  | { details: { summary: Inline[]; content: Block[] } }
  | { leftOut: { rule: string; content: Block[] } }
  | "break";

export interface Cell {
  header?: boolean;
  colspan?: number;
  rowspan?: number;
  content: Block[];
}

export interface Image {
  src: string;
  alt?: string;
  width?: number;
  height?: number;
}

export interface Formula {
  tex?: string;
  mathml?: MathNode;
}

export interface MathNode {
  tag: string;
  text?: string;
  children?: MathNode[];
}

export type Inline =
  | { text: string }
  | { link: { href: string; content: Inline[] } }
  | { target: string }
  | { strong: Inline[] }
  | { emphasis: Inline[] }
  | { code: Inline[] }
  | { sub: Inline[] }
  | { sup: Inline[] }
  | { mark: Inline[] }
  | { deleted: Inline[] }
  | { underline: Inline[] }
  | { quote: Inline[] }
  | { ruby: { base: string; reading: string }[] }
  | { image: Image }
  | { math: Formula }
  | "lineBreak";

/** The other pages of an article that is split over several. */
export interface Pagination {
  next: string | null;
  pages: { number: number; url: string }[];
  current: number | null;
  total: number | null;
}

export interface Comment {
  author: string | null;
  published: string | null;
  depth: number;
  content: Block[];
}

/** Elements by their number among those that were read. */
export interface Plan {
  roots: number[];
  headline: number | null;
  hide: number[];
  comments: number[];
}

export interface Extraction {
  article: Article;
  /** What to hide where the page is cleaned in place. */
  plan: Plan;
  /** Whether that may be done without being asked. */
  mayAct: boolean;
  /** How many readings there are, 1 or 2. */
  candidates: number;
  pagination: Pagination | null;
  hasComments: boolean;
  /** Where they were asked for. */
  comments?: Comment[];
  /** The article's share of the page's words, 0 to 1. */
  kept: number;
  /** Only the page's beginning was read: it is too large. */
  isPart: boolean;
}
