// The icons of the reader's buttons, as paths on a field of 16 by 16 (reader/blocks.js draws them): made for Lede, a line
// each.

(() => {
  const lede = globalThis.lede;
  if (lede.icons.more !== undefined) return;

  Object.assign(lede.icons, {
    letters: "M1.5 12.5l3.6-9h.8l3.6 9M2.9 9.3h5.2M10.5 10.4a2 2 0 1 0 4 0a2 2 0 1 0-4 0m4-2v4.1",
    more: "M2.4 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M7.4 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0M12.4 8a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0",
    outline: "M2.5 3.5h.01M2.5 8h.01M2.5 12.5h.01M6 3.5h7.5M6 8h7.5M6 12.5h7.5",
    keys: "M5.3 5.8a2.7 2.7 0 1 1 4 2.3c-.9.5-1.3 1-1.3 2M8 13h.01",
    plus: "M8 3v10M3 8h10",
    minus: "M3 8h10",
    back: "M10 3L5 8l5 5",
    onward: "M6 3l5 5l-5 5",
    marks: "M2.5 13.5h11M5.5 10.5l-1-2.5l6-5.5l2.5 2.5l-5 6zl-1.5 1.5M4.5 8l3.5 3",
    listen: "M2.5 10V8a5.5 5.5 0 0 1 11 0v2M2.5 9.5h2v4h-2zM11.5 9.5h2v4h-2z",
    play: "M4.5 2.8v10.4L13 8z",
    pause: "M5 3v10M11 3v10",
    stop: "M3.5 3.5h9v9h-9z",
    skipBack: "M12.5 3.2v9.6L5.8 8zM3.5 3v10",
    skipOn: "M3.5 3.2v9.6L10.2 8zM12.5 3v10",
    save: "M8 2v8M4.8 7L8 10.2L11.2 7M2.5 11.5v2h11v-2",
    leftout: "M2 3.5h12M2 12.5h12M2 8h2.5M7 8h2M11.5 8h2.5",
    correct: "M2.5 13.5l.8-3.2l7.6-7.6l2.4 2.4l-7.6 7.6zM9.4 4.2l2.4 2.4",
  });
})();
