/**
 * Joins what is typed to a waiting entry that is about the same place; false where it is about another, or sent already.
 * A row that has just been added takes what is typed into it.
 * @param {EditorApi.Entry} entry
 * @param {EditorApi.AnchoredChange[]} changes
 */
function joinTyping(entry, changes) {
  const last = entry.changes.at(-1);
  if (!last || !entry.isTyping || entry.rev !== null || changes.length !== 1) return false;
  const [typed] = changes;
  if (typed.op !== "set" || !(last.op === "set" || last.op === "insert") || !startsWith(typed.path, last.path)) return false;
  const path = typed.path.slice(last.path.length);
  if (path.length && (last.value === null || typeof last.value !== "object")) return false;
  last.value = applied(last.value, { op: "set", path, value: typed.value });
  return true;
}
