/**
 * A change that remembers by their ids what its path leads through, so that it finds them again in another document.
 * @param {any} document the one that the change is made for
 * @param {EditorApi.Change} change
 * @returns {EditorApi.AnchoredChange}
 */
function anchored(document, change) {
  const ids = change.path.map((key, depth) => {
    const value = valueAt(document, change.path.slice(0, depth + 1));
    return typeof key === "number" && typeof value?.id === "string" ? value.id : null;
  });
  if (change.op === "insert") ids[ids.length - 1] = null; // what stands there now only moves on
  return { ...change, ids };
}

/**
 * The change for a document that has changed elsewhere; null where what it is about has gone.
 * @param {EditorApi.AnchoredChange} change
 * @param {any} document
 * @returns {EditorApi.AnchoredChange | null}
 */
function rebased(change, document) {
  const { op, ids } = change;
  /** @type {EditorApi.Path} */
  const path = [];
  for (const [depth, key] of change.path.entries()) {
    const isLast = depth === change.path.length - 1;
    const rows = valueAt(document, path);
    if (!Array.isArray(rows)) {
      if (ids[depth] !== null || (typeof key === "number" && op !== "insert")) return null;
      path.push(key);
      continue;
    }
    const place = ids[depth] === null ? Number(key) : rows.findIndex((row) => row?.id === ids[depth]);
    if (isLast && op === "insert") path.push(Math.min(place, rows.length));
    else if (place < 0 || place >= rows.length) return null;
    else path.push(place);
  }
  return { ...change, path };
}
