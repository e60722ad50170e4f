/** @type {Record<number, number[]>} For so many steps of a scale, the colour of each; four steps have no middle. */
const STEP_GROUNDS = { 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5], 7: [1, 2, 2, 3, 4, 4, 5] };

/** The class of a step by its place: where two share a colour, the one nearer the middle is paler. @param {number} steps  @param {number} index */
function stepClass(steps, index) {
  const grounds = STEP_GROUNDS[steps];
  const nearer = index < steps / 2 ? index - 1 : index + 1;
  return `step-${grounds[index]}${grounds[nearer] === grounds[index] ? " pale" : ""}`;
}
