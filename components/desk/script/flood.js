/** A flood of answers, and what was taken out and can be put back. */
class FloodPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.find = find;
    this.desk = desk;
    this.choices = new PressGroup(find(".flood .choices"), desk, "row");
    this.choices.label.hidden = true;
    /** @type {PressGroup[]} */
    this.undos = [];
  }

  /** @param {DeskApi.State} state */
  draw({ flood, rev }) {
    this.find(".flood").hidden = !flood;
    this.drawWithdrawn(flood?.withdrawn ?? [], rev);
    if (!flood) return;
    for (const [selector, text] of [["h2", flood.title], [".seen", flood.text], [".help", flood.help]]) {
      setText(this.find(`.flood ${selector}`), text);
      this.find(`.flood ${selector}`).hidden = !text;
    }
    this.choices.draw(flood.title ? { label: flood.title, buttons: flood.buttons } : null, rev);
  }

  /** @param {DeskApi.Flood["withdrawn"]} withdrawn  @param {number} rev */
  drawWithdrawn(withdrawn, rev) {
    const list = this.find(".withdrawn");
    while (list.children.length > withdrawn.length) {
      list.lastElementChild.remove();
      this.undos.pop();
    }
    while (list.children.length < withdrawn.length) {
      const undo = element("div");
      list.append(element("li", {}, element("span"), undo));
      this.undos.push(new PressGroup(undo, this.desk, "row"));
    }
    withdrawn.forEach(({ text, button }, place) => {
      setText(list.children[place].querySelector("span"), text);
      this.undos[place].draw({ label: "", buttons: [button] }, rev);
    });
  }
}
