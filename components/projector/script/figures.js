// The figures of a picture as a table, for those who would rather read than look.
/** @param {Element} panel  @param {Projector.Figures} figures */
function drawFigures(panel, { columns, rows }) {
  const table = panel.querySelector("table");
  const head = keepChildren(table.tHead.rows[0], columns.length, () => element("th", { scope: "col" }));
  columns.forEach((title, index) => setTextOrHide(head[index], title));
  const drawn = keepChildren(table.tBodies[0], rows.length, () => element("tr"));
  rows.forEach((cells, place) => {
    while (drawn[place].children.length > cells.length) drawn[place].lastElementChild.remove();
    while (drawn[place].children.length < cells.length) {
      drawn[place].append(drawn[place].children.length ? element("td") : element("th", { scope: "row" }));
    }
    cells.forEach((cell, index) => {
      setText(drawn[place].children[index], String(cell));
      setAttribute(drawn[place].children[index], "data-label", columns[index]);
    });
  });
}
