/**
 * Fills `{name}` in a text; a name without a value stays as it is.
 * @param {string} template
 * @param {Record<string, any>} values
 */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
