/** The programme: one row an item. */
class ProgrammePart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.pane = find(".pane.programme");
    this.title = find(".programme h2");
    this.edit = find(".programme .edit-room");
    setText(this.edit, desk.texts.edit_room);
    this.edit.addEventListener("click", () => desk.openForm("room", ""));
    this.group = new PressGroup(find(".programme .items"), desk, "column");
    this.group.label.hidden = true;
  }

  /** @param {DeskApi.State} state */
  draw({ programme, ended, rev }) {
    this.pane.hidden = !programme.buttons.length;
    this.edit.hidden = Boolean(ended);
    setText(this.title, programme.label);
    this.group.draw(programme, rev);
  }
}
