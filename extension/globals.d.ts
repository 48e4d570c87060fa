// Types of what the scripts in a page share, and of what they and the background tell each other.

/** A page as four strings: src/dom/snapshot.rs. */
interface LedeSnapshot {
  version: number;
  url: string;
  names: string;
  layout: string;
  text: string;
  attrs: string;
}

/** What writes one. */
interface LedeWriter {
  /** Answers where the element's flags stand. */
  open(element: Element, name: string): number;
  flag(place: number, flags: number): void;
  text(text: string): void;
  close(): void;
  finish(url: string): LedeSnapshot;
}

/** What follows a walk and says how elements are drawn. */
interface LedeLook {
  /** Elements that seem to have a closed shadow root, since what stands in them is not drawn at all. */
  hosts: Element[];
  enter(element: Element, name: string, place: number): void;
  /** A text in the element entered last. */
  text(text: string): void;
  leave(): void;
}

/** What of a page is selected. */
interface LedeSelection {
  leavesOut(element: Element): boolean;
  /** What of a text is selected. */
  cut(node: Text, text: string): string;
}

/** How a page is read. */
interface LedeHow {
  /** The page's address, where it is not the document's. */
  url?: string;
  /** Whether the document is drawn. */
  layout?: boolean;
  selection?: LedeSelection | null;
}

/** What reading a page yields. */
interface LedeTaken {
  /** The reader was on and has been left. */
  left?: boolean;
  /** Why the page can't be read. */
  cannot?: string;
  /** Names this reading: what is shown must be of the page's last one. */
  token?: number;
  contentType?: string;
  snapshot?: LedeSnapshot;
}

/** What is shown: data alone, from the background. */
interface LedeShow {
  token: number | undefined;
  article: any;
  /** The text of reader/reader.css. */
  css: string;
  /** In the user's language. */
  words: Record<string, string>;
  /** What stands above the text; empty for nothing. */
  note: string;
}

/** The reader as elements. */
interface LedeView {
  dialog: HTMLDialogElement;
  scroller: HTMLElement;
  /** What a click on a part of the reader does. */
  click(target: Element, event: MouseEvent): void;
  /** What Esc does. */
  escape(): void;
}

interface LedeHandlers {
  key(event: KeyboardEvent): void;
  click(event: MouseEvent): void;
  /** A dialog or popover of the page opens or closes. */
  toggle(event: Event): void;
}

interface LedeSeal {
  /** The field whose change the page was not told. */
  changed: EventTarget | null;
  open(): void;
}

interface LedeMemory {
  /** The shadow trees and windows in which the focus stands. */
  places: EventTarget[];
  restore(changed: EventTarget | null): void;
}

/** What there is to put back. */
interface LedeSession {
  html: HTMLElement;
  host: HTMLElement;
  root: ShadowRoot;
  view: LedeView;
  memory: LedeMemory;
  seal: LedeSeal;
  media: { playOn(): void };
  watch: AbortController;
}

/** What the scripts in a page share, each adding its own. */
interface Lede {
  /** content/dom.js */
  property(prototype: object, name: string): (node: any) => any;
  isHtml(element: Element): boolean;
  asksRootsFast: boolean;
  mayHost(element: Element, name?: string): boolean;
  shadowRoot(element: Element, name?: string): ShadowRoot | null;
  frameDocument(element: Element): Document | null;
  /** content/layout.js */
  layout(flag: (place: number, flags: number) => void): LedeLook;
  /** content/writer.js */
  writer(): LedeWriter;
  /** content/selection.js */
  selected(): LedeSelection | null;
  /** content/snapshot.js; `elements`: those of the last reading, in the order in which a plan numbers them. */
  take(page?: Document, how?: LedeHow): LedeTaken;
  token: number | undefined;
  elements: Element[];
  /** content/link.js */
  takeLink(address: string): Promise<LedeTaken>;
  /** content/memory.js */
  remember(): LedeMemory;
  hush(): { playOn(): void };
  /** content/seal.js */
  seal(places: EventTarget[], reader: LedeHandlers): LedeSeal;
  keepInside(root: ShadowRoot): void;
  /** reader/blocks.js */
  make<N extends keyof HTMLElementTagNameMap>(
    name: N,
    attributes?: Record<string, string | number | undefined>,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[N];
  safe(href: string): string;
  blocks(content: any[]): Node[];
  /** reader/view.js */
  view(show: LedeShow, leave: () => void): LedeView;
  /** content/page.js */
  page: {
    enter(show: LedeShow): boolean;
    leave(): boolean;
  };
}

declare var lede: Lede;
declare var navigation: EventTarget | undefined;
