// The icons of the reader's buttons, as paths on a field of 16 by 16: drawn for Lede, a line each.

(() => {
  const lede = globalThis.lede;
  if (lede.icon !== undefined) return;

  const SVG = "http://www.w3.org/2000/svg";
  /** @type {Record<string, string>} */
  const PATHS = {
    letters: "M1.5 12.5l3.6-9h.8l3.6 9M2.9 9.3h5.2M10.5 10.4a2 2 0 1 0 4 0a2 2 0 1 0-4 0m4-2v4.1",
    more: "M3 8h.01M8 8h.01M13 8h.01",
    leftout: "M2 3.5h12M2 12.5h12M2 8h2.5M7 8h2M11.5 8h2.5",
    correct: "M2.5 13.5l.8-3.2l7.6-7.6l2.4 2.4l-7.6 7.6zM9.4 4.2l2.4 2.4",
  };

  const { createElementNS } = Document.prototype;

  lede.icon = (name) => {
    const svg = /** @type {SVGSVGElement} */ (createElementNS.call(document, SVG, "svg"));
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const path = createElementNS.call(document, SVG, "path");
    path.setAttribute("d", PATHS[name] ?? "");
    svg.append(path);
    return svg;
  };
})();
