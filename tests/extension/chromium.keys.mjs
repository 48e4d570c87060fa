// The keys that the tests press in Chromium.

/** Code, number and text of the keys that the tests press. @type {Record<string, [string, number, string?]>} */
export const KEYS = {
  Escape: ["Escape", 27],
  Tab: ["Tab", 9],
  Enter: ["Enter", 13, "\r"],
  PageDown: ["PageDown", 34],
  ArrowRight: ["ArrowRight", 39],
  " ": ["Space", 32, " "],
  ArrowLeft: ["ArrowLeft", 37],
  ArrowUp: ["ArrowUp", 38],
  ArrowDown: ["ArrowDown", 40],
  a: ["KeyA", 65, "a"],
  "+": ["Equal", 187, "+"],
  "-": ["Minus", 189, "-"],
  0: ["Digit0", 48, "0"],
  f: ["KeyF", 70, "f"],
  j: ["KeyJ", 74, "j"],
  k: ["KeyK", 75, "k"],
  l: ["KeyL", 76, "l"],
  p: ["KeyP", 80, "p"],
  ";": ["Semicolon", 186, ";"],
  d: ["KeyD", 68, "d"],
  o: ["KeyO", 79, "o"],
  u: ["KeyU", 85, "u"],
  x: ["KeyX", 88, "x"],
};
