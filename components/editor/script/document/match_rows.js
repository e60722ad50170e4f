/**
 * Which of the rows drawn before stands for each value: the one with its id, else the next that has no id; null for none.
 * @template {{ id: string | null }} Row
 * @param {Row[]} rows
 * @param {any[]} values
 * @returns {(Row | null)[]}
 */
function matchRows(rows, values) {
  const rest = new Set(rows);
  const matched = values.map((value) => {
    const row = value?.id ? (rows.find(({ id }) => id === value.id) ?? null) : null;
    if (!row || !rest.delete(row)) return null;
    return row;
  });
  const nameless = [...rest].filter(({ id }) => !id);
  return matched.map((row) => row ?? nameless.shift() ?? null);
}
