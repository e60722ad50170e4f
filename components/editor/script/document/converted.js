/**
 * An item as one of another kind: what both kinds ask in the same way stays.
 * @param {Record<string, any>} item
 * @param {EditorApi.Kind | undefined} from
 * @param {EditorApi.Kind} to
 */
function converted(item, from, to) {
  /** @type {Record<string, any>} */
  const values = { ...to.blank, kind: to.kind, ...(item.id && { id: item.id }) };
  for (const { name, type } of to.fields) {
    const isShared = from?.fields.some((field) => field.name === name && field.type === type);
    if (isShared && item[name] !== undefined) values[name] = item[name];
  }
  return values;
}
