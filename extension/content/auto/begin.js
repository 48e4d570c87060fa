// Decides what becomes of a page without a press: when it comes, when it becomes another without loading, when it comes
// back from the browser's cache, when the person has chosen otherwise. Until then nothing of it is seen, for a second at
// most.

(() => {
  const lede = globalThis.lede;
  if (lede.auto.state !== undefined || window !== top || window.origin === "null") return;

  const { auto, property } = lede;
  const runtime = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? chrome);
  const rootElement = property(Document.prototype, "documentElement");

  const VEIL_MS = 1000;
  /** A page without text is waited for so long, and looked at so often at most. */
  const [PATIENCE_MS, PAUSE_MS] = [4000, 16];

  let [turn, at, looked, veiled] = [0, "", 0, 0];
  /** @type {MutationObserver | null} */
  let waiting = null;

  const address = () => location.href.replace(/#.*/s, "");

  /** Nobody has seen this page yet: what has been seen is not taken from the eyes again. */
  let isUnseen = true;

  const veil = () => {
    if (!isUnseen) return;
    auto.veil(true);
    // One that is down already is not held any longer.
    veiled ||= window.setTimeout(lift, VEIL_MS);
  };
  const lift = () => {
    clearTimeout(veiled);
    veiled = 0;
    isUnseen = false;
    auto.veil(false);
  };

  /** @param {string} state */
  const settled = (state) => {
    auto.state = state;
    lift();
  };

  const isReading = () => [...rootElement(document).children].some((child) => child.localName === "lede-reader");

  /** Where the page's sheets are there, so that its layout is what will be seen; but no longer than a blink. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, 100);
    });

  const ask = async () => {
    const mine = (turn += 1);
    auto.state = "asking";
    await drawn();
    const found = mine === turn ? await lede.ask("auto", { how: "page" }) : undefined;
    if (mine !== turn) return;
    settled(found?.isOn === true ? found.mode : "off");
    if (found?.mode === "off") stop();
  };

  /** Looks at the page as it is by now. */
  const look = () => {
    looked = performance.now();
    if (isReading() || auto.state === "tidy") return stop();
    const seen = auto.look();
    if (seen === "maybe") {
      stop();
      veil();
      void ask();
    } else if (seen !== "later") {
      stop();
      settled("off");
    }
  };

  const stop = () => {
    waiting?.disconnect();
    waiting = null;
  };

  /** Follows the page while its text may still come. */
  const wait = () => {
    stop();
    const until = performance.now() + PATIENCE_MS;
    const observer = (waiting = new MutationObserver(() => {
      const now = performance.now();
      if (now > until) return giveUp(observer);
      if (now - looked >= PAUSE_MS) look();
    }));
    observer.observe(document, { childList: true, subtree: true });
    setTimeout(giveUp, PATIENCE_MS, observer);
  };

  /** @param {MutationObserver} observer */
  const giveUp = (observer) => {
    if (waiting !== observer) return;
    look();
    stop();
    if (auto.state === "waiting") settled("off");
  };

  const start = () => {
    at = address();
    turn += 1;
    auto.state = "waiting";
    wait();
    look();
  };

  /** The page has another address, or has lost its story. */
  auto.moved = () => {
    if (isReading() || lede.tidy?.stays() || (at === address() && auto.state !== "tidy")) return;
    const was = auto.state;
    lede.tidy?.leave();
    isUnseen = true;
    if (was === "tidy" && auto.mayBe()) veil();
    start();
  };

  /** What the person has chosen may be another by now. */
  const follow = async () => {
    const found = await lede.ask("auto", { how: "mode" });
    const mode = found?.mode ?? "off";
    if (auto.state === "tidy" && mode !== "tidy") lede.tidy?.leave();
    if (mode === "off") return void (auto.state = "off");
    if (!isReading() && auto.state !== mode) start();
  };

  const listen = () => {
    addEventListener("popstate", auto.moved);
    if (globalThis.navigation !== undefined) globalThis.navigation.addEventListener("currententrychange", auto.moved);
    // Where the browser does not tell of a new address, a new title does.
    else new MutationObserver(auto.moved).observe(document.head ?? rootElement(document), { childList: true, subtree: true, characterData: true });
    addEventListener("pageshow", (event) => void (event.persisted && follow()));
    runtime.storage.onChanged.addListener((changes) => void ("auto" in changes && follow()));
  };

  const begin = async () => {
    auto.state = "waiting";
    if (auto.mayBe()) veil();
    // A page that is fetched ahead is no tab's yet.
    if (/** @type {any} */ (document).prerendering) await new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }));
    if (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
    listen();
    start();
  };

  void begin();
})();
