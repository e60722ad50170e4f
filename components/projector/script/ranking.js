// A ranking: where each option was put, the mean place, and how many put it first. What stands equal has one number.
const ROOMY_RANKS = 6;

/** @param {Projector.RankedOption[]} options  @param {number} index */
const isTiedToAbove = (options, index) => index > 0 && options[index].standing === options[index - 1].standing;

/** @param {Projector.RankedOption[]} options */
const placeTitles = (options) => options[0].places.map((_, index) => `${index + 1}.`);

function makeRank() {
  const standing = element("th", { scope: "row", className: "standing" }, element("span", {}, element("b"), element("small")));
  return element("tr", {}, standing, element("td", { className: "label" }),
    element("td", { className: "places" }, element("span", { role: "img" })), element("td", { className: "unplaced" }), element("td", { className: "mean" }), element("td", { className: "first" }));
}

/** @param {HTMLTableElement} table  @param {Projector.Data} values */
function drawRanking(table, { result, texts }) {
  /** @type {Projector.RankedOption[]} */
  const options = result.options;
  const [rank, , places, unplaced, mean, first] = table.tHead.rows[0].children;
  const titles = placeTitles(options);
  setAttribute(table, "data-size", options.length > ROOMY_RANKS ? "normal" : "large");
  setClass(table, "partial", result.is_partial);
  setProperty(table, "--places", titles.length);
  setProperty(table, "--rows", options.length);
  setText(rank, texts.rank);
  setTextOrHide(unplaced, result.is_partial ? texts.unplaced : "");
  setText(mean, texts.mean_place);
  setText(first, texts.first);
  keepChildren(places.firstElementChild, titles.length, () => element("span")).forEach((place, index) =>
    setText(place, titles[index]));
  const most = Math.max(1, ...options.flatMap((option) => option.places));
  const rows = keepChildren(table.tBodies[0], options.length, makeRank);
  options.forEach((_, index) => drawRank(/** @type {HTMLElement} */ (rows[index]), options, index, most, texts));
}

/**
 * @param {HTMLElement} row
 * @param {Projector.RankedOption[]} options
 * @param {number} index
 * @param {number} most
 * @param {TextSection} texts
 */
function drawRank(row, options, index, most, texts) {
  const option = options[index];
  const [standing, label, places, unplaced, mean, first] = row.children;
  const isBelow = isTiedToAbove(options, index);
  const size = options.filter(({ standing: other }) => other === option.standing).length;
  setClass(row, "below", isBelow);
  setClass(row, "tied", option.is_tied && !isBelow);
  setProperty(row, "--tied", size);
  setText(standing.querySelector("b"), `${option.standing}.`);
  setText(standing.querySelector("small"), option.is_tied ? ` ${texts.tied}` : "");
  setText(label, option.label);
  setAttribute(label, "data-length", option.label.length > 40 ? "long" : "short");
  setText(mean, option.mean);
  setText(first, String(option.first));
  setText(unplaced, String(option.unplaced));
  setAttribute(mean, "data-label", texts.mean_place);
  setAttribute(first, "data-label", texts.first);
  setAttribute(unplaced, "data-label", texts.unplaced);
  const spoken = fill(texts.spoken_places, { max: option.places.length, counts: option.places.join(", ") });
  setAttribute(places.firstElementChild, "aria-label", spoken);
  keepChildren(places.firstElementChild, option.places.length, () => element("i")).forEach((bar, place) =>
    setProperty(bar, "--part", option.places[place] / most));
}
