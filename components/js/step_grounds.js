/** @type {Record<number, number[]>} For so many steps of a scale, the colour of each from --step-1 to --step-5; seven share some, four have no middle. */
const STEP_GROUNDS = { 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5], 7: [1, 2, 2, 3, 4, 4, 5] };
