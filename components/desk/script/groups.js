/** By which group the answers are looked at, and whether a chosen one stands alone. */
class GroupsPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.node = find(".by-group");
    this.note = element("p", { className: "help" });
    const [groups, layout] = [element("div"), element("div")];
    this.groups = new PressGroup(groups, desk, "row");
    this.layout = new PressGroup(layout, desk, "segments even");
    this.node.append(groups, layout, this.note);
  }

  /** @param {DeskApi.State} state */
  draw({ groups, rev }) {
    this.node.hidden = !groups;
    this.groups.draw(groups, rev);
    this.layout.draw(groups?.layout ?? null, rev);
    setText(this.note, groups?.note ?? "");
    this.note.hidden = !groups?.note;
  }
}
