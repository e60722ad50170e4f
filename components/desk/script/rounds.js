/** The rounds of what is on: which is projected, a new one, and its undoing. */
class RoundsPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.node = find(".rounds");
    const [shown, undo, fresh] = [element("div"), element("div"), element("div")];
    this.node.append(shown, undo, fresh);
    this.shown = new PressGroup(shown, desk, "segments");
    this.undo = new PressGroup(undo, desk, "row");
    this.fresh = fresh;
    this.opener = element("button", { type: "button", className: "plain" });
    this.help = element("p", { className: "help" });
    const start = element("div");
    const panel = element("div", { className: "panel" }, this.help, start);
    fresh.append(this.opener, panel);
    this.start = new PressGroup(start, desk, "row");
    this.fold = new Fold(this.opener, panel);
    this.begins = "";
  }

  /** @param {DeskApi.State} state */
  draw({ rounds, rev }) {
    this.node.hidden = !rounds;
    this.shown.draw(rounds?.shown ?? null, rev);
    this.undo.draw(rounds?.undo ? { label: "", buttons: [rounds.undo] } : null, rev);
    const next = rounds?.new;
    this.fresh.hidden = !next;
    const begins = next ? JSON.stringify([next.button.label, next.button.arguments]) : "";
    if (begins !== this.begins) this.fold.set(false); // what is told before the next round is told anew
    this.begins = begins;
    if (!next) return;
    setText(this.opener, next.label);
    setText(this.help, next.help);
    this.start.draw({ label: "", buttons: [next.button] }, rev);
  }
}
