// A chart as bars of plain elements: every number stands beside its bar.

const INKS = ["solid", "hatched"];

/** @param {Reading.Chart} chart */
function drawBars({ title, caption, series, labels }) {
  const totals = labels.map((_, row) => series.reduce((sum, { values }) => sum + values[row], 0));
  const most = Math.max(1, ...totals);
  const rows = labels.map((label, row) => {
    const figures = series.length > 1 ? series.map(({ values }) => values[row]).join(" + ") : String(totals[row]);
    const parts = series.map(({ values, hatched }) => {
      const part = element("i", { className: INKS[Number(hatched)] });
      part.style.inlineSize = `${(100 * values[row]) / most}%`;
      return part;
    });
    return element("li", {}, element("span", {}, label), element("b", { className: "num" }, figures),
      element("div", { className: "parts", "aria-hidden": "true" }, ...parts));
  });
  const key = series.map(({ name, hatched }) => element("li", {}, element("i", { className: INKS[Number(hatched)] }), name));
  return element("details", {}, element("summary", {}, title),
    element("p", { className: "caption", textContent: caption }),
    ...(series.length > 1 ? [element("ul", { className: "bars-key" }, ...key)] : []),
    element("ul", { className: "example-bars" }, ...rows));
}
