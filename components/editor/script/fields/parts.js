/** @typedef {{ part: EditorApi.FieldPart, field: EditorApi.Field }} DrawnField */

/** The fields of an object, each with what draws it; types that nothing draws are left out. @param {EditorApi.Field[]} fields  @param {EditorApi.FormContext} form  @returns {DrawnField[]} */
function newParts(fields, form) {
  const parts = [];
  for (const field of fields) {
    const part = form.newField(field);
    if (part) parts.push({ part, field });
  }
  return parts;
}

/** @param {DrawnField[]} parts  @param {Record<string, any> | null | undefined} value  @param {EditorApi.Path} path */
function drawParts(parts, value, path) {
  for (const { part, field } of parts) part.draw(value?.[field.name], [...path, field.name]);
}
