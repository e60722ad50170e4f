// Statements as parts of a hundred per cent, the middle answers framed; every number is heard, and stands in the table.
// So many statements of a line each have it above their parts; beside them, so many lines have a middle size. More are
// small, two lines each at most: the table has the rest.
const ROOMY_STATEMENTS = 4;
const ROOMY_LINE = 85;
const MIDDLE_STATEMENTS = 7;
const MIDDLE_LINES = 14;
const MIDDLE_LINE = 26;
// A part of fewer per cent has no room for its number.
const READABLE_PERCENT = { roomy: 4, middle: 8, dense: 8, upright: 13 };
const SMALL_PERCENT = 7;

/** @param {Projector.ScaleResult["statements"]} statements */
function scaleSize(statements) {
  if (statements.length <= ROOMY_STATEMENTS && statements.every(({ label }) => label.length <= ROOMY_LINE)) return "roomy";
  const lines = statements.reduce((sum, { label }) => sum + Math.max(2, Math.ceil(label.length / MIDDLE_LINE)), 0);
  return statements.length > MIDDLE_STATEMENTS || lines > MIDDLE_LINES ? "dense" : "middle";
}

/** @param {HTMLElement} board  @param {Projector.ScaleResult} result  @param {TextSection} texts  @param {boolean} upright */
function drawScale(board, result, texts, upright) {
  const size = scaleSize(result.statements);
  const readable = READABLE_PERCENT[upright ? "upright" : size];
  setAttribute(board, "data-size", size);
  setClass(board, "named", Boolean(result.steps));
  const names = stepNames(result);
  const [legend, ...rows] = keepChildren(board, result.statements.length + 1, () => element("div"));
  drawLegend(legend, result, texts);
  result.statements.forEach((statement, index) => drawStatement(rows[index], statement, names, readable, result.has_unsure ? texts.unknown : ""));
}

/** @type {Projector.Drawing} */
const drawScaleView = (find, data, state) => drawScale(find(".scales"), data.result, data.texts, state.tall.matches);

// The steps by their names, or by their numbers where the ends alone are named.
/** @param {Projector.ScaleResult} result */
const stepNames = ({ steps, statements }) => steps ?? statements[0].steps.map((_, index) => String(index + 1));

/** @param {Element} legend  @param {Projector.ScaleResult} result  @param {TextSection} texts */
function drawLegend(legend, { low, high, steps: names, has_unsure: hasUnsure, statements }, texts) {
  const { length } = statements[0].steps;
  setAttribute(legend, "class", "legend");
  const drawn = JSON.stringify([low, high, names, length, hasUnsure]);
  if (legend.getAttribute("data-drawn") === drawn) return;
  setAttribute(legend, "data-drawn", drawn);
  const steps = Array.from({ length }, (_, index) => element("i", { className: stepClass(length, index) }, String(index + 1)));
  const ground = (/** @type {Element[]} */ ...parts) => element("span", { className: "ground" }, ...parts);
  const named = names ? steps.map((step, index) => element("span", {}, ground(step), names[index])) : [low, ground(...steps), high];
  legend.replaceChildren(element("span", {}, ...named), element("span"), element("span", {}, hasUnsure ? texts.unknown : ""));
}

/** @param {Element} row  @param {Projector.ScaleResult["statements"][number]} statement  @param {string[]} names  @param {number} readable  @param {string} unknown */
function drawStatement(row, { label, steps, percents, unsure, median, summary }, names, readable, unknown) {
  setAttribute(row, "class", "statement");
  if (!row.children.length) row.append(element("h2"), element("div", { className: "track", role: "img" }), element("div", { className: "summary" }), element("span", { className: "unsure", role: "img" }));
  const [title, track, told, unable] = row.children;
  setTextOrHide(title, label);
  const parts = keepChildren(track, steps.length, () => element("i"));
  parts.forEach((part, index) => {
    const isMiddle = median?.includes(index + 1);
    setAttribute(part, "class", `${stepClass(steps.length, index)}${isMiddle ? " framed" : ""}${percents[index] < SMALL_PERCENT ? " small" : ""}`);
    setProperty(part, "--part", steps[index]);
    setShown(part, steps[index] > 0);
    setText(part, percents[index] >= readable ? `${percents[index]}\u00a0%` : "");
  });
  setAttribute(track, "aria-label", steps.map((count, index) => `${names[index]}: ${count} (${percents[index]}\u00a0%)`).join(", "));
  const sentences = keepChildren(told, 2, () => element("span"));
  sentences.forEach((node, index) => setTextOrHide(node, summary[index]));
  setText(unable, String(unsure));
  setAttribute(unable, "aria-label", `${unknown}: ${unsure}`);
  setShown(unable, Boolean(unknown));
}

/** The same as a table. @param {Projector.ScaleResult} result  @param {TextSection} texts @returns {Projector.Figures} */
function scaleFigures(result, texts) {
  const { statements, steps: named, has_unsure: hasUnsure } = result;
  return {
    columns: [named ? texts.criterion : texts.statement, ...stepNames(result), ...(named ? [] : [texts.summary]), ...(hasUnsure ? [texts.unknown] : [])],
    rows: statements.map(({ label, steps, percents, summary, unsure }) => [
      label,
      ...steps.map((count, step) => `${count} (${texts.percent.replace("{n}", percents[step])})`),
      ...(named ? [] : [summary.join(", ")]),
      ...(hasUnsure ? [unsure] : []),
    ]),
  };
}
