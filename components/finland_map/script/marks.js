// The number of an example. Its shape tells what it stands for: a disc a spot, a ring an area, a square the country.
const RADIUS = 15;

/** @param {string} kind  @param {number} [number] */
function drawMark(kind, number) {
  const square = { x: -RADIUS + 1, y: -RADIUS + 1, width: 2 * RADIUS - 2, height: 2 * RADIUS - 2, rx: 6 };
  const shape = kind === "country" ? draw("rect", square) : draw("circle", { r: kind === "area" ? RADIUS - 1.5 : RADIUS });
  const mark = draw("g", { class: `mark ${kind}` }, shape);
  if (number) mark.append(draw("text", { dy: ".36em" }, String(number)));
  return mark;
}

/** @param {string} kind  @param {number} [number] */
function drawMarkAlone(kind, number) {
  return draw("svg", { viewBox: "-18 -18 36 36", class: "mark-alone", "aria-hidden": "true" }, drawMark(kind, number));
}
