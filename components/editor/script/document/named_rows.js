/**
 * The objects of a list with their names in the first of the languages that has one; the nameless ones are numbered.
 * @param {any} rows
 * @param {string[]} languages
 * @param {(n: number) => string} unnamed
 * @returns {{ value: string, label: string }[]}
 */
function namedRows(rows, languages, unnamed) {
  if (!Array.isArray(rows)) return [];
  return rows.map((row, place) => ({ value: row.id ?? "", label: firstText(row.title ?? row.label, languages) || unnamed(place + 1) }));
}
