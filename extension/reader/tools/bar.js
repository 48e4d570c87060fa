// The bar's buttons, and the line that screen readers speak.

(() => {
  const lede = globalThis.lede;
  if (lede.toolButton !== undefined) return;

  const { make } = lede;

  /** A button in the bar, before the one that leaves; with its key, where it has one. */
  lede.toolButton = (reader, { name, word, icon = name, key, press }) => {
    const { bar, presses, keys } = reader;
    const title = key === undefined ? word : `${word} (${key})`;
    const attributes = { class: `tool ${name}`, type: "button", "aria-label": word, title, "aria-keyshortcuts": key };
    const button = make("button", attributes, lede.icon(icon));
    bar.insertBefore(button, bar.querySelector(".close"));
    presses.set(button, press);
    if (key !== undefined) keys.set(key, press);
    if (key !== undefined) (reader.shortcuts ??= []).push({ key, word });
    return button;
  };

  /** Speaks a line to those who listen. */
  lede.say = ({ dialog }, text) => {
    const line = dialog.querySelector(".said") ?? make("p", { class: "said", role: "status" });
    if (!line.isConnected) dialog.append(line);
    line.textContent = text;
  };
})();
