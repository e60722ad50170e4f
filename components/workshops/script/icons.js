// Drawn signs of buttons: one path each, in a square of 24.

/** @type {Record<string, string>} */
const ICON_PATHS = {
  start: "M7 4l13 8-13 8V4Z",
  edit: "M4 20l1-5L16 4l4 4L9 19l-5 1Z",
  copy: "M12 9h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3ZM5 15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  download: "M12 4v11M7 10l5 5 5-5M5 20h14",
  archive: "M3 5h18v4H3zM5 9v11h14V9M10 13h4",
  restore: "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
  home: "M4 11l8-7 8 7M6 10v10h12V10",
  screen: "M3 5h18v11H3zM9 20h6",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  add: "M12 5v14M5 12h14",
  warning: "M12 3 2.5 20h19L12 3ZM12 10v4M12 17h.01",
};

/** @param {string} name */
function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", `icon icon-${name}`);
  path.setAttribute("d", ICON_PATHS[name]);
  drawing.append(path);
  return drawing;
}
