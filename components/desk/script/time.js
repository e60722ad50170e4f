const MAX_OWN_MINUTES = 60;

/** The limits of time, with one that is typed. */
class TimePart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.texts = desk.texts;
    this.rev = 0;
    this.group = new PressGroup(find(".time"), desk, "segments");
    this.own = element("button", { type: "button" });
    this.minutes = element("input", { type: "number", min: 1, max: MAX_OWN_MINUTES, value: 10, inputMode: "numeric" });
    this.label = element("label", {}, element("span"), this.minutes);
    this.start = newPressButton(() => this.press());
    const panel = element("div", { className: "panel" }, this.label, this.start);
    this.group.row.append(this.own);
    this.group.row.after(panel);
    this.fold = new Fold(this.own, panel);
    this.minutes.addEventListener("input", () => this.drawStart());
    this.minutes.addEventListener("keydown", (event) => event.key === "Enter" && this.press());
  }

  /** @param {DeskApi.State} state */
  draw({ time, rev }) {
    this.group.draw(time, rev);
    if (!time) return;
    this.intent = { action: time.own.action, rev };
    setText(this.own, time.own.label);
    setText(this.label.querySelector("span"), this.texts.own_minutes);
    this.drawStart();
  }

  get chosen() {
    return Math.min(MAX_OWN_MINUTES, Math.max(1, Math.round(Number(this.minutes.value)) || 1));
  }

  drawStart() {
    const label = fill(this.texts.start_time, { n: this.chosen });
    drawPressButton(this.start, { label, detail: "", icon: "", kind: "", chosen: null, disabled: false, action: "", arguments: {} });
  }

  press() {
    this.group.press(this.start, { ...this.intent, arguments: { seconds: this.chosen * 60 } });
    this.fold.set(false);
    this.own.focus();
  }
}
