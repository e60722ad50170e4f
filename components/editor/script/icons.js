/** By name: the strokes of a picture of 24 by 24. @type {Record<string, string>} */
const ICONS = {
  back: "M19 12H5M12 5l-7 7 7 7",
  forward: "M5 12h14M12 5l7 7-7 7",
  check: "M4 12.5l5.5 5.5L20 7",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  play: "M7 4l13 8-13 8V4Z",
  fault: "M12 3 2.5 20h19L12 3ZM12 10v4M12 17h.01",
  up: "M12 19V5M5 12l7-7 7 7",
  down: "M12 5v14M5 12l7 7 7-7",
  copy: "M12 9h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3ZM5 15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1",
  remove: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  add: "M12 5v14M5 12h14",
  less: "M5 12h14",
  lines: "M9 4h6v3H9ZM9 5H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2h-3M8 12h8M8 16h5",
  close: "M6 6l12 12M18 6 6 18",
  unfold: "M6 9l6 6 6-6",
  light: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  dark: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  phone: "M10 2h4a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-4a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3ZM11 18h2",
  waiting: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2",
};

/** A picture beside words, silent for readers. @param {string} name */
function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  picture.setAttribute("class", "icon");
  const strokes = document.createElementNS(space, "path");
  strokes.setAttribute("d", ICONS[name]);
  picture.append(strokes);
  return picture;
}

/** @param {string} name  @param {string} label  @param {() => void} onPress  @param {string} [className] */
function iconButton(name, label, onPress, className = "plain square") {
  const button = element("button", { type: "button", className: `button ${className}` }, icon(name));
  nameButton(button, label);
  button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && onPress());
  return button;
}

/** @param {HTMLElement} button  @param {string} label */
function nameButton(button, label) {
  setAttribute(button, "aria-label", label);
  setAttribute(button, "title", label);
}

/** @param {HTMLElement} button  @param {boolean} isDisabled */
function setDisabled(button, isDisabled) {
  setAttribute(button, "aria-disabled", isDisabled ? "true" : null);
}
