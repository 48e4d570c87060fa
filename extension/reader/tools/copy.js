// Copying from the reader. Where a page is not secure there is no newer way.

(() => {
  const lede = globalThis.lede;
  if (lede.copy !== undefined) return;

  const { execCommand } = Document.prototype;

  lede.copy = (reader, text, html) => {
    const { root, dialog, hands, words } = reader;
    const area = lede.make("textarea");
    const before = /** @type {HTMLElement | null} */ (root.activeElement);
    const give = (/** @type {ClipboardEvent} */ event) => {
      if (html === undefined) return;
      event.clipboardData?.setData("text/plain", text);
      event.clipboardData?.setData("text/html", html);
      event.preventDefault();
    };
    const hand = { kinds: ["copy"], act: give };
    hands.add(hand);
    area.value = text;
    dialog.append(area);
    area.select();
    const isDone = execCommand.call(document, "copy");
    if (isDone) lede.say(reader, words.toolMarkCopied ?? "");
    area.remove();
    hands.delete(hand);
    before?.focus({ preventScroll: true });
    return isDone;
  };
})();
