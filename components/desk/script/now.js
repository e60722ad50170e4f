/** What is on: state, question, counts, the clock, the large button and the steps. */
class NowPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.find = find;
    this.desk = desk;
    this.toggle = new PressGroup(find(".toggle"), desk, "row");
    this.remote = new PressGroup(find(".remote"), desk, "row");
    this.steps = new PressGroup(find(".steps"), desk, "row");
    this.clock = new DeskClock(find(".clock"));
  }

  /** @param {DeskApi.State} state */
  draw(state) {
    const { now, rev } = state;
    this.find(".now").hidden = !now;
    this.clock.draw(now && state.closes_in_ms, now?.clock ?? "");
    if (!now) return;
    setAttribute(this.find(".pill.state"), "class", `pill state ${now.state}`);
    setText(this.find(".pill.state"), now.state_label);
    setText(this.find(".pill.locked"), now.locked ?? "");
    this.find(".pill.locked").hidden = !now.locked;
    setText(this.find(".question"), now.question);
    this.drawNumbers(now.numbers);
    this.toggle.draw({ label: "", buttons: [now.toggle] }, rev);
    this.remote.draw({ label: "", buttons: [now.remote] }, rev);
    setAttribute(this.find(".now"), "data-remote", now.remote.action === now.toggle.action ? "toggle" : "next");
    this.steps.draw(now.steps, rev);
    this.drawForms(now);
  }

  /** @param {DeskApi.Now["numbers"]} numbers */
  drawNumbers(numbers) {
    const counts = this.find(".counts");
    while (counts.children.length > numbers.length) counts.lastElementChild.remove();
    while (counts.children.length < numbers.length) counts.append(element("div", {}, element("span"), element("b")));
    numbers.forEach(({ label, n }, place) => {
      setText(counts.children[place].querySelector("span"), label);
      setText(counts.children[place].querySelector("b"), String(n));
    });
  }

  /** @param {DeskApi.Now} now */
  drawForms({ forms, activity }) {
    const node = this.find(".forms");
    node.hidden = forms.length === 0;
    while (node.children.length > forms.length) node.lastElementChild.remove();
    while (node.children.length < forms.length) node.append(this.newForm());
    forms.forEach(({ name, label }, place) => {
      const button = /** @type {HTMLButtonElement} */ (node.children[place]);
      Object.assign(button.dataset, { name, activity });
      setText(button, label);
    });
  }

  newForm() {
    const button = element("button", { type: "button", className: "plain" });
    button.addEventListener("click", () => this.desk.openForm(button.dataset.name, button.dataset.activity));
    return button;
  }
}
