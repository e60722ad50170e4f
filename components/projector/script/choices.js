// What can be chosen, ranked or rated, read beside the question before anybody has answered: no counts.
const CHOICES_LARGE = { lines: 7, line: 50 };
const CHOICES_NORMAL = { lines: 10, line: 68 };
const CHOICES_IN_TWO_COLUMNS = 16;

/** @param {string[]} labels  @param {number} line */
const linesOf = (labels, line) => labels.reduce((sum, label) => sum + Math.ceil(label.length / line), 0);

/** @param {string[]} labels */
function choicesSize(labels) {
  if (linesOf(labels, CHOICES_LARGE.line) <= CHOICES_LARGE.lines) return "large";
  if (linesOf(labels, CHOICES_NORMAL.line) <= CHOICES_NORMAL.lines) return "normal";
  return labels.length <= CHOICES_IN_TWO_COLUMNS ? "two-columns" : "three-columns";
}

/** @param {HTMLElement} list  @param {string[]} labels */
function drawChoices(list, labels) {
  setShown(list, labels.length > 0);
  setAttribute(list, "data-size", choicesSize(labels));
  keepChildren(list, labels.length, () => element("li", {}, element("span"))).forEach((item, index) => setText(item.firstElementChild, labels[index]));
}
