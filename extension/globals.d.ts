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

/** What becomes of each node as a page is read. */
interface LedeVisit {
  /** Answers whether the element counts. */
  enter(element: Element, name: string): boolean;
  text(node: Text): void;
  leave(): void;
  hasRoom(): boolean;
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
  /** Only the page's beginning was read: it is too large. */
  isPart?: boolean;
}

/** What is shown: data alone, from the background. */
interface LedeShow {
  token: number | undefined;
  article: any;
  /** What of its body is drawn at once, where that is not all of it. */
  drawn?: any[];
  /** The text of reader/reader.css. */
  css: string;
  /** All of shared/settings.js, with their values. */
  settings: Record<string, any>;
  /** In the user's language. */
  words: Record<string, string>;
  /** What stands above the text; empty for nothing. */
  note: string;
}

/** What the tools are given: data alone, from the background. */
interface LedeEquipment {
  /** The text of reader/tools.css. */
  css: string;
  words: Record<string, string>;
  /** shared/settings.js: what each setting may be. */
  table: Record<string, any>;
  /** Whether this site has settings of its own. */
  isOfSite: boolean;
  /** What the article's place is kept under. */
  address: string;
  /** How far it was read before. */
  place?: LedePlace;
  /** The other pages of an article that is split over several. On its way into the page Chromium leaves a null out. */
  pagination?: LedePagination;
  reading: LedeReading;
  /** What was highlighted in it. */
  marks?: LedeNote[];
}

/** src/pages/mod.rs; `pages` are the others that are led to. */
interface LedePagination {
  next?: string | null;
  pages: { number: number; url: string }[];
  current?: number | null;
  total?: number | null;
}

/** A further page, read. */
interface LedeFurtherPage {
  body: any[];
  minutes: number;
  pagination: LedePagination | null;
}

/** A page read once more while its reader is on. */
interface LedeAgain {
  show: LedeShow;
  given: LedeEquipment;
  /** Whether it holds no article. */
  isNone: boolean;
}

/** What is drawn after the beginning of a very long article (background/slices.js). */
interface LedeSlice {
  /** The element that goes on with it, as a selector from the article; empty: the article. */
  into: string;
  blocks: any[];
}

/** Where in an article one stands. */
interface LedeStanding {
  /** The block at the top of the view, and how much of it has gone. */
  index: number;
  part: number;
  /** How much of the text is read. */
  share: number;
}

/** The same, as it is kept: to be found again in an article that has changed a little. */
interface LedePlace extends LedeStanding {
  /** What the block begins with. */
  words: string;
  /** Of the article's text. */
  length: number;
}

/** What a reading has found besides the article, and how it was asked for. */
interface LedeReading {
  /** Two where the first reading is in doubt and there is another. */
  candidates: number;
  hasComments: boolean;
  /** With neither it is the page as it stands in the tab; else a selection, or what is behind a link. */
  asked: { scope?: string; layout?: boolean };
  /** Whether something of it may be kept: not in private windows. */
  mayKeep: boolean;
  /** The article's share of the page's words, as it shows now. */
  kept: number;
}

/** How a page is read anew: each as the engine has it, `keep` and `drop` as elements. */
interface LedeWish {
  candidate: 0 | 1;
  leftOut: boolean;
  keep: Element[];
  drop: Element[];
  comments?: boolean;
}

/** What is remembered for a site: background/rules.js. */
interface LedeRule {
  selector: string;
  act: "keep" | "drop";
  /** When, as a date. */
  made?: string;
}

/** What is done without a press: nothing, the reader, or the page's clutter is hidden. */
type LedeMode = "off" | "reader" | "tidy";

/** What a person has chosen of that: shared/auto.js. */
interface LedeChoices {
  version: number;
  /** On the sites of data/news-sites.json, but for those that are left out. */
  news: LedeMode;
  newsOff: string[];
  everywhere: LedeMode;
  /** By host, or host and path with `*`. */
  sites: Record<string, LedeMode>;
}

/** src/plan.rs: elements by their numbers. */
interface LedePlan {
  roots: number[];
  headline: number | null;
  hide: number[];
  comments: number[];
}

/** What is needed to tidy a page: data alone, from the background. */
interface LedeTidy {
  token: number | undefined;
  plan: LedePlan;
  /** The text of content/auto/mark.css. */
  css: string;
  words: Record<string, string>;
  /** The page says that it is not free. */
  isClosed: boolean;
  /** Whether something may be kept of it: not in private windows. */
  mayKeep: boolean;
}

/** A story on the page: its parts, and what is hidden around and in it. */
interface LedeStory {
  parts: Element[];
  hide: Element[];
  comments: Element[];
}

/** A page while it is tidied. */
interface LedeTidied extends LedeTidy {
  /** `stem`: the least element that holds all of a story. */
  stories: (LedeStory & { stem: Element; title: string })[];
  playOn(): void;
  watch: AbortController;
}

/** What is done where a tidied page changes. */
interface LedeLive {
  hide(elements: Element[]): void;
  uncover(): void;
  more(plan: LedePlan): void;
  next(plan: LedePlan, within: Element): void;
}

/** A highlight as data: what it quotes, and what is said to that. */
interface LedeNote {
  id: string;
  created: string;
  /** Its colour. */
  ink: string;
  /** Empty where nothing is said. */
  text: string;
  exact: string;
  /** What stands before and after it. */
  prefix: string;
  suffix: string;
  /** Where it stood in the text. */
  start: number;
}

/** A highlight in the reader. */
interface LedeMark {
  note: LedeNote;
  /** Where it stands; nowhere if it is lost. */
  at?: [number, number] | undefined;
  parts?: HTMLElement[];
}

/** All of an article. */
interface LedeMarks {
  items: LedeMark[];
  isPrivate: boolean;
  /** Told when there are others. */
  changed: () => void;
  /** Told when one is pressed. */
  pressed: (item: LedeMark) => void;
  /** background/marks.js says what may be asked. */
  ask(how: string, more: object): Promise<any>;
  /** Finds them all anew: for whoever builds a part of the article anew. */
  draw(): Promise<void>;
  add(range: Range, ink: string): Promise<LedeMark | null>;
  put(item: LedeMark): LedeMark;
  set(item: LedeMark, values: Partial<LedeNote>): LedeMark;
  remove(item: LedeMark): void;
}

/** The box at a selection or a highlight. */
interface LedeMarksBox {
  /** Stands at what is selected, or goes. */
  look(range: Range | null): void;
  key(): void;
}

interface LedeMarksTools extends LedeMarksBox {
  fill(panel: HTMLElement): void;
  /** As the W3C has them. */
  annotations(): Promise<object[]>;
}

/** The reader as elements, for content/page.js. */
interface LedeView {
  dialog: HTMLDialogElement;
  scroller: HTMLElement;
  key(event: KeyboardEvent): void;
  /** What a hand does: clicks, pointers, selecting. */
  hand(event: Event, isOwn: boolean): void;
  /** What Esc does. */
  escape(): void;
  equip(given: LedeEquipment): void;
  /** Before the reader goes. */
  farewell(): void;
}

/** `target`: what of the reader was hit. */
type LedeHand = (event: any, target: Element | null) => void;

/** The reader as its tools know it (reader/tools/): they add to it, and to nothing else. */
interface LedeReader {
  article: any;
  words: Record<string, string>;
  settings: Record<string, any>;
  root: ShadowRoot;
  dialog: HTMLDialogElement;
  bar: HTMLElement;
  scroller: HTMLElement;
  column: HTMLElement;
  story: HTMLElement;
  leave(): void;
  /** What a press on a button, or on what has `data-press`, does: by pointer or key. */
  presses: Map<Element, (event: MouseEvent) => void>;
  /** What follows other events of hands (content/seal.js names them): listeners inside the reader are not told of them. */
  hands: Set<{ kinds: string[]; act: LedeHand }>;
  /** reader/tools/show.js: adds one to them, of kinds with spaces between; what comes back takes it away. */
  on(kinds: string, act: LedeHand): () => void;
  /** Keys by their names, while nothing is typed into. One that answers `false` is left to the browser. */
  keys: Map<string, (event: KeyboardEvent) => unknown>;
  /** What Esc closes, the last first: each says whether there was something to close. */
  escapes: (() => boolean)[];
  /** What is done when the reader goes. */
  farewells: (() => void)[];
  /** What is done with a story when it comes in place of another: its elements are new. */
  stories: (() => void)[];
  /** Told when settings have changed (of those), or when another article shows (of none). */
  changes: ((values?: Record<string, any>) => unknown)[];
  /** Goes to a place within the article. */
  go(id: string): void;
  /** reader/tools/show.js: shows another article in place of this one; what follows that is in `changes`. */
  show(article: any): void;
  /** What the sheet of keys lists. */
  shortcuts?: { key: string; word: string }[];
}

interface LedeHandlers {
  /** Whether an event is the reader's. */
  isOwn(event: Event): boolean;
  key(event: KeyboardEvent): void;
  hand(event: Event): void;
  /** A dialog or popover opens or closes. */
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
  /** `isSame`: whether the page is still the one that is remembered. */
  restore(changed: EventTarget | null, isSame: boolean): void;
}

/** What there is to put back. */
interface LedeSession {
  html: HTMLElement;
  host: HTMLElement;
  root: ShadowRoot;
  view: LedeView;
  memory: LedeMemory;
  seal: LedeSeal;
  /** content/hush.js, once the tools have come. */
  media?: { playOn(): void };
  watch: AbortController;
  /** The address of the page that is remembered; none where it has become another since. */
  of: string | null;
  /** How the page is kept from scrolling. */
  lock?: string;
}

/** A button with an icon, which is `name` where it is not told. */
interface LedeButton {
  name: string;
  word?: string | undefined;
  icon?: string;
  key?: string;
  press: () => void;
}

/** A panel at the bar. */
interface LedePanel {
  element: HTMLElement;
  button: HTMLButtonElement;
  open(): void;
  close(): void;
}

/** A paragraph as it is spoken: its text, the nodes that hold it, its sentences by where they begin and end. */
interface LedePart {
  block: HTMLElement;
  pieces: { node: Text; at: number; length: number }[];
  text: string;
  sentences: [number, number][];
}

/** Reading aloud. */
interface LedeSpeech {
  state: "off" | "speaking" | "paused";
  lang: string;
  toggle(): void;
  /** By paragraphs. */
  skip(by: number): void;
  stop(problem?: string): void;
  /** The sentence anew: with another voice, at another speed. */
  again(): void;
}

/** The panel for listening. */
interface LedeListening {
  toggle(): void;
  back(): void;
  on(): void;
  fill(panel: HTMLElement): void;
}

/** What the scripts in a page share, each adding its own. */
interface Lede {
  /** content/dom.js */
  property(prototype: object, name: string): (node: any) => any;
  isHtml(element: Element): boolean;
  bodyOf(page: Document): any;
  rootElement(page: Document): any;
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
  /** Whether the last reading took the page's beginning alone. */
  isPart: boolean;
  /** Reads the same once more, as it is now. */
  again(): LedeSnapshot;
  /** content/link.js */
  takeLink(address: string): Promise<LedeTaken>;
  peek(address: string, signal: AbortSignal): Promise<LedeSnapshot | undefined>;
  /** content/scroll.js: the page may be scrolled, and isn't told; what comes back puts it where it was. */
  holdScroll(): () => void;
  /** content/late.js: the page has another address; says whether it is followed there. */
  follow?: (() => boolean) | undefined;
  /** content/anew.js; `since`: for how long it has had another address. Answers whether the page still is to be shown. */
  anew?: (reader: LedeReader, since: number | undefined, wasShort: boolean) => Promise<boolean>;
  /** content/memory.js */
  remember(): LedeMemory;
  hush(): { playOn(): void };
  /** content/seal.js */
  seal(places: EventTarget[], reader: LedeHandlers): LedeSeal;
  /** reader/blocks.js */
  make<N extends keyof HTMLElementTagNameMap>(
    name: N,
    attributes?: Record<string, string | number | undefined>,
    ...children: (Node | string | (Node | string)[])[]
  ): HTMLElementTagNameMap[N];
  safe(href: string): string;
  blocks(content: any[]): Node[];
  /** reader/dress.js */
  dress(dialog: HTMLElement, settings: Record<string, any>): void;
  luminance(colour: string): number;
  adopt(root: ShadowRoot, css: string): void;
  /** reader/blocks.js; more of them: reader/tools/icons.js */
  icon(name: string): Element;
  icons: Record<string, string>;
  /** reader/view.js: what stands above the text. */
  head(article: any, words: Record<string, string>): HTMLElement;
  /** reader/view.js; `tools`: by name, in the order in which they start. */
  view(show: LedeShow, root: ShadowRoot, leave: () => void): LedeView;
  /** The element of the article that shows, or showed last. */
  story?: HTMLElement;
  /** reader/tools/rest.js: draws a slice; whether it is still wanted. */
  rest(story: HTMLElement | undefined, slice: LedeSlice): boolean;
  tools: Map<string, (reader: LedeReader, given: LedeEquipment) => void>;
  when(time: string, lang: string | null): HTMLTimeElement;
  /** content/ask.js: background/routes.js says what may be asked. Undefined where nobody answers. */
  ask(what: string, value?: unknown): Promise<any>;
  /** content/ask.js: a tool of `LATER` (background/scripts.js), which comes when it is first called; what it has started. */
  later<T>(reader: LedeReader, name: string, start: () => T): () => Promise<T | undefined>;
  /** reader/tools/bar.js */
  button(reader: LedeReader, word: string | undefined, press: () => void, attributes?: Record<string, string | undefined>): HTMLButtonElement;
  iconButton(reader: LedeReader, how: LedeButton): HTMLButtonElement;
  toolButton(reader: LedeReader, how: LedeButton): HTMLButtonElement;
  shortcut(reader: LedeReader, how: { key?: string | undefined; word?: string | undefined; press: () => void }): void;
  say(reader: LedeReader, text: string): void;
  /** reader/tools/panel.js */
  panel(reader: LedeReader, how: Omit<LedeButton, "press"> & { fill: (panel: HTMLElement) => void }): LedePanel;
  /** reader/tools/place.js: where one stands just now; some twenty boxes are looked at, however long the article is. */
  standing(reader: LedeReader): LedeStanding;
  /** The last of elements in order that begins above a share of the view; -1 for none. */
  lastAbove(reader: LedeReader, elements: Element[], share: number): number;
  /** reader/tools/settings.js */
  change(reader: LedeReader, values: Record<string, any>): void;
  /** reader/tools/more.js; `stays`: the panel does not close. */
  entry(reader: LedeReader, how: { name?: string; word: string | undefined; key?: string; press: () => void; stays?: boolean }): HTMLButtonElement;
  check(reader: LedeReader, name: string, word: string): HTMLLabelElement;
  /** reader/tools/voices.js */
  speaker: { synth(): SpeechSynthesis; utterance(text: string): SpeechSynthesisUtterance };
  voices: {
    all(): Promise<SpeechSynthesisVoice[]>;
    of(voices: SpeechSynthesisVoice[], lang: string, withRemote: boolean): SpeechSynthesisVoice[];
    chosen(fitting: SpeechSynthesisVoice[], told: string, lang: string): SpeechSynthesisVoice | undefined;
    choose(told: string, lang: string, name: string): string;
    nameOf(voice: SpeechSynthesisVoice): string;
  };
  /** reader/tools/parts.js */
  spoken: {
    parts(story: HTMLElement, lang: string): LedePart[];
    range(part: LedePart, from: number, to: number): Range;
    segmenter(lang: string, granularity: "sentence" | "word"): Intl.Segmenter;
  };
  /** reader/tools/speech.js; `changed` is told of each new state, with what went wrong or nothing. */
  speech(reader: LedeReader, changed: (problem: string) => void): LedeSpeech;
  /** reader/tools/listen.js */
  listen(reader: LedeReader, given: LedeEquipment, panel: LedePanel): LedeListening;
  /** reader/tools/line.js; answers what follows a change of the setting. */
  line(reader: LedeReader): () => void;
  /** reader/tools/selection.js; `readSelected` is there while a reader is on: the command on a selection. */
  selectedRange(reader: LedeReader): Range | null;
  alone(reader: LedeReader, range: Range): void;
  readSelected?: (() => boolean) | undefined;
  /** reader/tools/marks.js: the article's annotations. */
  marksOf(reader: LedeReader): Promise<object[]>;
  /** reader/tools/marks-text.js */
  marks(reader: LedeReader, given: LedeEquipment): LedeMarks;
  /** reader/tools/copy.js; says whether it could be. `html`: the same for those who take it. */
  copy(reader: LedeReader, text: string, html?: string): boolean;
  /** reader/tools/later.js: what keys of the browser's own do, while the reader is on. */
  hear?: (how: "toggle" | "back" | "on") => Promise<void>;
  /** The same file: what the reader shows, to be saved. */
  saving?: () => Promise<{ article: any; kept: number; annotations: object[] | undefined }>;
  /** reader/tools/save.js */
  saveTools(reader: LedeReader, given: LedeEquipment): Promise<{ fill(panel: HTMLElement): void }>;
  /** Says what has become of it, where the reader is still on. */
  saved?: (text: string) => boolean;
  /** reader/tools/marks-box.js */
  marksBox(reader: LedeReader, marks: LedeMarks, remove: (item: LedeMark) => void): LedeMarksBox;
  /** reader/tools/marks-panel.js */
  marksTools(reader: LedeReader, given: LedeEquipment, panel: LedePanel): LedeMarksTools;
  /** reader/tools/pages.js */
  pages(reader: LedeReader, pagination: LedePagination): void;
  /** content/auto/: cleaning without a press */
  auto: {
    /** write.js: the veil before the page is drawn, and words in an attribute of elements. */
    veil(isDown: boolean): void;
    put(element: Element, word: string): void;
    take(element: Element, word: string): void;
    has(element: Element, word: string): boolean;
    all(word: string): Element[];
    prune(): void;
    bare(isBare: boolean): void;
    isBare(): boolean;
    clear(): void;
    mount(): ShadowRoot;
    isOwn(node: Node): boolean;
    /** look.js */
    mayBe(): boolean;
    look(): "no" | "later" | "maybe";
    /** begin.js: `waiting`, `asking`, `off`, `reader`, `tidy`. */
    state: string | undefined;
    moved(): void;
    /** flow.js */
    flow(parts: Element[], hidden: Set<Element>): { stem: Element; words: [Element, string][] };
    settle(stem: Element): [Element, string][];
    /** cover.js */
    covers(stem: Element): [Element, "hide" | "still"][];
    isWall(element: Element): boolean;
    isLocked(): boolean;
    /** live.js */
    live(tidied: LedeTidied, acts: LedeLive): void;
    /** mark.js */
    mark(tidied: LedeTidied): void;
    count?: () => void;
  };
  /** content/auto/tidy.js */
  tidy?: {
    begin(given: LedeTidy): boolean;
    leave(): boolean;
    isSame(): boolean;
    stays(): boolean;
  };
  /** content/page.js */
  page: {
    enter(show: LedeShow): boolean;
    equip(token: number | undefined, given: LedeEquipment): boolean;
    leave(): boolean;
    aside(isAside: boolean): unknown;
    renew(show: LedeShow, given: LedeEquipment, isSame: boolean): boolean;
    stays(): void;
    straighten(element: HTMLElement): void;
  };
  /** content/picker.js */
  picker: {
    /** The element of the page's at a point, `null` where none can be chosen. */
    at(x: number, y: number): Element | null;
    /** From one to another, as arrow keys lead. */
    step(from: Element, key: string): Element;
    /** What an element is, in a few words. */
    tell(element: Element): string;
    box(element: Element): DOMRect;
    /** The elements that a part of the story was made from; none where that can't be told. */
    find(text: string): Element[];
    /** What names it again on another page of the site; `null` where nothing does. */
    selector(element: Element): string | null;
  };
  /** reader/tools/correct.js, which comes when `bringPicker` asks for it */
  pick(reader: LedeReader): void;
  /** reader/tools/doubt.js */
  bringPicker(reader: LedeReader): Promise<true | undefined>;
  reread(reader: LedeReader, wish?: Partial<LedeWish>): Promise<any>;
  wishOf(reader: LedeReader): LedeWish;
  offer(reader: LedeReader, text: string, ...answers: [string, () => void][]): void;
  /** Asks whether the choice holds for the site. */
  offerRules(reader: LedeReader): void;
}

declare var lede: Lede;
declare var navigation: EventTarget | undefined;

/** A saved article as lists show it: library/store.js. */
interface LedeEntry {
  id: string;
  /** What the index knows it by: another one each time that its text changes. */
  n?: number;
  /** Its canonical address, without a place in it; empty where there is none. */
  address: string;
  url: string;
  host: string;
  title: string;
  byline: string;
  authors: string[];
  site: string;
  lang: string;
  dir: "ltr" | "rtl";
  published: string;
  excerpt: string;
  words: number;
  minutes: number;
  unread: boolean;
  archived: boolean;
  favourite: boolean;
  tags: string[];
  /** When, in milliseconds. */
  saved: number;
  /** When it was deleted, while that can be undone. */
  trashed?: number;
  /** Which picture is kept under which hash. */
  pictures: { src: string; hash: string }[];
  /** Of text and pictures, in bytes or letters. */
  size: number;
  /** Of the stored text. */
  sha256: string;
}

/** What goes into a saved file besides the article: see docs/formats.md. */
interface LedeExtras {
  /** Milliseconds. */
  saved?: number;
  /** How much of the page's words the article holds, 0 to 1, as the engine answers it. */
  kept?: number;
  /** `name`: where it lies beside a Markdown file. */
  pictures?: { url: string; mime: string; bytes: Uint8Array; name?: string }[];
  missing?: { url: string; why: string }[];
  /** As the W3C has them. */
  annotations?: any[];
  /** The headings that are not the article's. */
  words?: { highlights?: string; missing?: string };
  /** A book's. */
  title?: string;
  /** Of a book: what is each article's own. */
  each?: LedeExtras[];
}
