/** An ended workshop: its results, and the way to go on after all. */
class EndedPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.find = find;
    this.reopen = new PressGroup(find(".reopen"), desk, "row");
  }

  /** @param {DeskApi.State} state */
  draw({ ended, rev }) {
    this.find(".ended").hidden = !ended;
    if (!ended) return;
    setText(this.find(".ended h2"), ended.title);
    setText(this.find(".ended .help"), ended.help);
    setText(this.find(".results"), ended.link);
    setAttribute(this.find(".results"), "href", ended.href);
    this.reopen.draw({ label: "", buttons: [ended.button] }, rev);
  }
}
