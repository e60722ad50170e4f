/** What the projector shows. */
class ViewPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.group = new PressGroup(find(".view"), desk, "segments even");
  }

  /** @param {DeskApi.State} state */
  draw({ view, rev }) {
    this.group.draw(view, rev);
  }
}
