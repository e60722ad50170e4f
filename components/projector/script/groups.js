// Answers by group: two groups mirror each other round the names, three to five stand in columns of bars.
const FEW_ROWS = 6;

/** @param {Projector.GroupsResult} result */
const largestShare = ({ groups }) => Math.max(1, ...groups.flatMap(({ percents }) => percents));

function makeGroupHead() {
  return element("th", { scope: "col" }, element("span"), element("small"));
}

/** @param {Element} cell  @param {Projector.Group} group  @param {Projector.Data} data */
function drawGroupHead(cell, { label, people }, { texts, lang }) {
  setText(cell.children[0], label);
  fillText(/** @type {HTMLElement} */ (cell.children[1]), texts.respondents, { n: people }, lang);
}

function makeShare() {
  const share = element("b", {}, element("span"), " ", element("small"));
  return element("td", {}, element("span", { className: "half" }, element("i", { ariaHidden: "true" }), share));
}

/** @param {Element} cell  @param {Projector.Group} group  @param {number} place  @param {number} most  @param {TextSection} texts */
function drawShare(cell, { percents, counts }, place, most, texts) {
  const [bar, share] = cell.firstElementChild.children;
  setProperty(bar, "--part", percents[place] / most);
  setText(share.children[0], fill(texts.percent, { n: percents[place] }));
  setText(share.children[1], String(counts[place]));
}

// The name of a row stands between the two groups, or before all of them.
/** @param {HTMLTableElement} table  @param {Projector.Data} data  @param {number} before  @param {string} look */
function drawGroupTable(table, data, before, look) {
  /** @type {Projector.GroupsResult} */
  const result = data.result;
  const { groups, rows } = result;
  const most = largestShare(result);
  const places = [...groups.slice(0, before), null, ...groups.slice(before)];
  setAttribute(table, "data-look", look);
  setAttribute(table, "data-size", rows.length > FEW_ROWS ? "dense" : "roomy");
  setProperty(table, "--columns", groups.length);
  const signature = `${look} ${groups.length}`;
  if (table.dataset.shape !== signature) for (const part of [table.tHead.rows[0], table.tBodies[0]]) part.replaceChildren();
  table.dataset.shape = signature;
  const head = table.tHead.rows[0];
  if (!head.children.length) head.append(...places.map((group) => group ? makeGroupHead() : element("td")));
  places.forEach((group, index) => group && drawGroupHead(head.children[index], group, data));
  const lines = keepChildren(table.tBodies[0], rows.length, () =>
    element("tr", {}, ...places.map((group) => group ? makeShare() : element("th", { scope: "row" }))));
  rows.forEach((label, place) => places.forEach((group, index) => {
    const cell = lines[place].children[index];
    if (group) drawShare(cell, group, place, most, data.texts);
    else setText(cell, label);
  }));
}

/** @param {Projector.GroupsResult} result  @param {TextSection} texts  @returns {Projector.Figures} */
function groupFigures({ groups, rows }, texts) {
  return {
    columns: [texts.option, ...groups.map(({ label, people }) => `${label} (${people})`)],
    rows: rows.map((label, place) =>
      [label, ...groups.map(({ percents, counts }) => `${fill(texts.percent, { n: percents[place] })} (${counts[place]})`)]),
  };
}
