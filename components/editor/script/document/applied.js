/**
 * The document after a change; what the change does not touch is shared with the one before. What is missing on the way
 * is made, as the server does; a row that is not there is not.
 * @param {any} document
 * @param {EditorApi.Change} change
 * @returns {any}
 */
function applied(document, change) {
  return appliedAt(document, change, 0);
}

/** @param {any} value  @param {EditorApi.Change} change  @param {number} depth  @returns {any} */
function appliedAt(value, change, depth) {
  const { path } = change;
  if (depth === path.length) return change.op === "set" ? change.value : value;
  if (value === null || typeof value !== "object") return value;
  const key = path[depth];
  if (depth === path.length - 1 && change.op !== "set") return withRows(value, change, Number(key));
  if (depth === path.length - 1) return withValue(value, key, change.value);
  const child = value[key] ?? (Array.isArray(value) ? null : typeof path[depth + 1] === "number" ? [] : {});
  return withValue(value, key, appliedAt(child, change, depth + 1));
}

/** @param {any} container  @param {string | number} key  @param {any} value */
function withValue(container, key, value) {
  const copy = Array.isArray(container) ? [...container] : { ...container };
  if (value === null && !Array.isArray(copy)) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** @param {any} rows  @param {EditorApi.Change} change  @param {number} place */
function withRows(rows, { op, value, to }, place) {
  if (!Array.isArray(rows)) return rows;
  const copy = [...rows];
  if (op === "insert") copy.splice(Math.min(place, copy.length), 0, value);
  else if (place < copy.length) {
    const [row] = copy.splice(place, 1);
    if (op === "move") copy.splice(Math.min(to, copy.length), 0, row);
  }
  return copy;
}
