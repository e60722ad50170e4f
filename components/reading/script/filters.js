// The filters of the examples: a select each, whose first option is the filter's name.

/**
 * @param {Reading.Filter[]} filters
 * @param {Record<string, string>} texts
 * @param {(chosen: Record<string, string>) => void} change
 */
function drawFilters(filters, texts, change) {
  const selects = filters.map(({ name, label, options }) => {
    const rows = options.map((option) => element("option", { value: option.value, textContent: option.label }));
    const first = element("option", { value: "", textContent: label });
    return element("select", { name, "aria-label": label, onchange: () => changed() }, first, ...rows);
  });
  const clear = element("button", { type: "button", className: "clear", textContent: texts.clear, hidden: true });
  const changed = () => {
    const chosen = Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
    clear.hidden = !Object.keys(chosen).length;
    change(chosen);
  };
  clear.onclick = () => {
    for (const select of selects) select.value = "";
    changed();
    selects[0].focus();
  };
  return element("div", { className: "filters" }, ...selects, clear);
}
