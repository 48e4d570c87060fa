// The bar's buttons, and the line that screen readers speak.

(() => {
  const lede = globalThis.lede;
  if (lede.toolButton !== undefined) return;

  const { make } = lede;

  /** A button with words, and what a press on it does. */
  lede.button = ({ presses }, word, press, attributes = {}) => {
    const button = make("button", { type: "button", class: "button", ...attributes }, word ?? "");
    presses.set(button, press);
    return button;
  };

  /** One with an icon; its tooltip tells its key, where it has one. */
  lede.iconButton = (reader, { name, word = "", icon = name, key, press }) => {
    const title = key === undefined ? word : `${word} (${key})`;
    const button = lede.button(reader, "", press, { class: `tool ${name}`, "aria-label": word, title, "aria-keyshortcuts": key });
    button.append(lede.icon(icon));
    return button;
  };

  /** One in the bar, before the one that leaves. */
  lede.toolButton = (reader, how) => {
    const { bar } = reader;
    const button = lede.iconButton(reader, how);
    bar.insertBefore(button, bar.querySelector(".close"));
    lede.shortcut(reader, how);
    return button;
  };

  /** A key of its own, where it has one. */
  lede.shortcut = (reader, { key, word = "", press }) => {
    if (key === undefined) return;
    reader.keys.set(key, press);
    (reader.shortcuts ??= []).push({ key, word });
  };

  /** Speaks a line to those who listen. */
  lede.say = ({ dialog }, text) => {
    const line = dialog.querySelector(".said") ?? make("p", { class: "said", role: "status" });
    if (!line.isConnected) dialog.append(line);
    line.textContent = text;
  };
})();
