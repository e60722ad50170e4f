// Dots: every point is a dot, five make a group and four groups a line. Python says how many are drawn.
const DOTS_A_GROUP = 5;
const DOTS_A_LINE = 20;
const ROOMY_DOTS = 6;

/** @param {{ drawn: number }} option */
const linesOfDots = ({ drawn }) => Math.max(1, Math.ceil(drawn / DOTS_A_LINE));

function makeDotRow() {
  const dots = element("span", { className: "drawn" });
  dots.ariaHidden = "true";
  return element("li", {}, element("span", { className: "label" }), dots, element("b", { className: "count" }), " ", element("span", { className: "share" }));
}

/** @param {HTMLElement} list  @param {Projector.Data} values */
function drawDots(list, { result, texts, lang }) {
  /** @type {Projector.DottedOption[]} */
  const options = result.options;
  const columns = Math.min(3, Math.ceil(options.length / FEW_OPTIONS));
  const size = columns > 1 ? "small" : options.length > ROOMY_DOTS ? "normal" : "large";
  const lines = options.map(linesOfDots);
  setAttribute(list, "data-size", size);
  setProperty(list, "--columns", columns);
  setProperty(list, "--rows", Math.ceil(options.length / columns));
  setProperty(list, "--lines", lines.reduce((sum, n) => sum + n, 0));
  setProperty(list, "--most-lines", Math.max(...lines));
  const rows = keepChildren(list, options.length, makeDotRow);
  options.forEach((option, index) => {
    const [label, dots, count, share] = rows[index].children;
    const people = fill(pluralForm(texts.respondents, option.people, lang), { n: option.people });
    setTextOrHide(label, option.label);
    setAttribute(label, "data-length", option.label.length > LINE_OF_LABEL ? "long" : "short");
    drawGroups(dots, option.drawn);
    setTextOrHide(count, String(option.dots));
    setTextOrHide(share, size === "small" ? people : `${pluralForm(texts.points, option.dots, lang)},\n${people}`);
  });
}

/** @param {Element} dots  @param {number} drawn */
function drawGroups(dots, drawn) {
  const groups = keepChildren(dots, Math.ceil(drawn / DOTS_A_GROUP), () => element("span"));
  groups.forEach((group, index) =>
    keepChildren(group, Math.min(DOTS_A_GROUP, drawn - index * DOTS_A_GROUP), () => element("i")));
}
