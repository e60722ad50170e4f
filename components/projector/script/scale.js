// Statements as parts of a hundred per cent, the middle answers framed; a table beside them has every number.
const ROOMY_STATEMENTS = 4;
// A part of fewer per cent has no room for its number.
const READABLE_PERCENT = { roomy: 4, dense: 8 };
const SMALL_PERCENT = 7;

/** @param {HTMLElement} board  @param {Projector.ScaleResult} result  @param {TextSection} texts */
function drawScale(board, result, texts) {
  const size = result.statements.length > ROOMY_STATEMENTS ? "dense" : "roomy";
  setAttribute(board, "data-size", size);
  const [legend, ...rows] = keepChildren(board, result.statements.length + 1, () => element("div"));
  drawLegend(legend, result, texts);
  result.statements.forEach((statement, index) => drawStatement(rows[index], statement, size, result.has_unsure));
}

/** @param {Element} legend  @param {Projector.ScaleResult} result  @param {TextSection} texts */
function drawLegend(legend, { low, high, has_unsure: hasUnsure, statements }, texts) {
  const grounds = STEP_GROUNDS[statements[0].steps.length];
  setAttribute(legend, "class", "legend");
  const drawn = JSON.stringify([low, high, grounds, hasUnsure]);
  if (legend.getAttribute("data-drawn") === drawn) return;
  setAttribute(legend, "data-drawn", drawn);
  const steps = grounds.map((ground, index) => element("i", { className: `step-${ground}` }, String(index + 1)));
  legend.replaceChildren(element("span", {}, low, element("span", { className: "ground" }, ...steps), high),
    element("span"), element("span", {}, hasUnsure ? texts.unknown : ""));
}

/** @param {Element} row  @param {Api.Statement} statement  @param {"roomy" | "dense"} size  @param {boolean} hasUnsure */
function drawStatement(row, { label, steps, percents, unsure, median, summary }, size, hasUnsure) {
  setAttribute(row, "class", "statement");
  if (!row.children.length) row.append(element("h2"), element("div", { className: "track" }), element("div", { className: "summary" }), element("span", { className: "unsure" }));
  const [title, track, told, unable] = row.children;
  setTextOrHide(title, label);
  const parts = keepChildren(track, steps.length, () => element("i"));
  parts.forEach((part, index) => {
    const isMiddle = median?.includes(index + 1);
    setAttribute(part, "class", `step-${STEP_GROUNDS[steps.length][index]}${isMiddle ? " framed" : ""}${percents[index] < SMALL_PERCENT ? " small" : ""}`);
    setProperty(part, "--part", steps[index]);
    setShown(part, steps[index] > 0);
    setText(part, percents[index] >= READABLE_PERCENT[size] ? `${percents[index]}\u00a0%` : "");
  });
  const sentences = keepChildren(told, 2, () => element("span"));
  sentences.forEach((node, index) => setTextOrHide(node, summary[index]));
  setText(unable, hasUnsure ? String(unsure) : "");
  setShown(unable, hasUnsure);
}

/** @param {HTMLTableElement} table  @param {Projector.ScaleResult} result  @param {TextSection} texts */
function drawFigures(table, { statements, has_unsure: hasUnsure }, texts) {
  setAttribute(table, "aria-label", texts.statements_list);
  const numbers = statements[0].steps.map((_, index) => String(index + 1));
  const titles = [texts.statement, ...numbers, texts.summary, ...(hasUnsure ? [texts.unknown] : [])];
  keepChildren(table.tHead.rows[0], titles.length, () => element("th", { scope: "col" })).forEach((cell, index) => setTextOrHide(cell, titles[index]));
  const rows = keepChildren(table.tBodies[0], statements.length, () => element("tr", {}, element("th", { scope: "row" })));
  statements.forEach(({ label, steps, percents, summary, unsure }, index) => {
    const figures = steps.map((count, step) => `${count} (${texts.percent.replace("{n}", percents[step])})`);
    const cells = [label, ...figures, summary.join(", "), ...(hasUnsure ? [String(unsure)] : [])];
    keepChildren(rows[index], cells.length, () => element("td")).forEach((cell, place) => {
      setText(cell, cells[place]);
      setAttribute(cell, "data-label", titles[place]);
    });
  });
}
