// What axe finds in the whole document by these rules (all where null), a line each; null where axe is not there yet.
async (/** @type {string[] | null} */ rules) => {
  const { axe } = /** @type {any} */ (window);
  if (!axe) return null;
  /** @type {{ violations: { id: string, nodes: any[] }[] }} */
  const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false, ...(rules && { runOnly: rules }) });
  const why = (/** @type {any} */ node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat(9).join(" ")} ${node.html.slice(0, 160)} ${why(node)}`));
}
