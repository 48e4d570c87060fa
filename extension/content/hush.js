// What is heard in the page falls silent while one reads. It comes with the tools, once the article shows.

(() => {
  const lede = globalThis.lede;
  if (lede.hush !== undefined) return;

  const { querySelectorAll } = Document.prototype;

  /** Pauses what is heard, and plays it on later. What plays without a sound, or in a window of its own, is left alone. */
  lede.hush = () => {
    const found = [...querySelectorAll.call(document, "audio, video"), ...lede.elements];
    const heard = /** @type {HTMLMediaElement[]} */ ([...new Set(found)]).filter(
      (media) =>
        (media.localName === "audio" || media.localName === "video") &&
        media.paused === false &&
        !media.ended &&
        !media.muted &&
        media.volume > 0 &&
        document.pictureInPictureElement !== media,
    );
    for (const media of heard) media.pause();
    return {
      playOn() {
        for (const media of heard) if (media.isConnected && media.paused) media.play().catch(() => {});
      },
    };
  };
})();
