// Panels: what opens below the bar by one of its buttons. One is open at a time; Esc, its button and a press beside it
// close it, and the focus goes back to the button.

(() => {
  const lede = globalThis.lede;
  if (lede.panel !== undefined) return;

  const { make } = lede;

  /** The panel that is open in a reader. @type {WeakMap<LedeReader, LedePanel>} */
  const open = new WeakMap();

  lede.panel = (reader, { fill, ...how }) => {
    const { name, word } = how;
    const element = make("section", { class: `panel ${name}-panel`, id: `panel-${name}`, role: "dialog", "aria-label": word, tabindex: "-1" });
    element.hidden = true;
    const button = lede.toolButton(reader, { ...how, press: () => (element.hidden ? panel.open() : panel.close()) });
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", element.id);
    /** @type {LedePanel} */
    const panel = {
      ...{ element, button },
      open() {
        open.get(reader)?.close();
        open.set(reader, panel);
        element.replaceChildren();
        fill(element);
        element.hidden = false;
        button.setAttribute("aria-expanded", "true");
        const first = /** @type {HTMLElement | null} */ (element.querySelector("[autofocus], a, button, input, select, textarea"));
        (first ?? element).focus();
      },
      close() {
        if (element.hidden) return;
        open.delete(reader);
        const hadFocus = element.contains(reader.root.activeElement);
        element.hidden = true;
        button.setAttribute("aria-expanded", "false");
        if (hadFocus) button.focus();
      },
    };
    reader.dialog.insertBefore(element, reader.scroller);
    reader.escapes.push(() => {
      const wasOpen = !element.hidden;
      panel.close();
      return wasOpen;
    });
    reader.on("click", (_, target) => {
      if (!element.hidden && target !== null && !element.contains(target) && !button.contains(target)) panel.close();
    });
    return panel;
  };
})();
