/** Questions at one's own pace: how many have answered each. */
class OwnPacePart {
  /** @param {Find} find */
  constructor(find) {
    this.section = find(".own-pace");
  }

  /** @param {DeskApi.State} state */
  draw({ own_pace: part }) {
    this.section.hidden = !part;
    if (!part) return;
    setText(this.section.querySelector("h2"), part.title);
    setText(this.section.querySelector(".help"), part.note);
    const list = this.section.querySelector("ul");
    const rows = part.items.map(({ question, answered }) => element("li", {}, element("span", { textContent: question, translate: false }), element("b", { textContent: answered })));
    list.replaceChildren(...rows);
  }
}
