// A choice: one option or several.

class ChoiceView extends PickedView {
  list() {
    const { page, state } = this;
    const hint = page.t(state.multiple ? "choose_many" : "choose_one");
    page.body.replaceChildren(...optionList({
      ...state, options: state.options, name: "choice", chosen: this.picked, hint: hint === state.help ? "" : hint,
    }));
    page.body.onchange = () => this.chose();
  }

  get answer() { return { choices: this.picked }; }

  get sendLabel() {
    const n = this.picked.length;
    return this.state.multiple && n ? this.page.t("send_choices", { n }) : this.page.t("send");
  }

  chose() {
    const { body } = this.page;
    if (this.isLocked) return check(body, this.picked);
    this.pick(chosenIn(body));
  }

  drawPicked() {
    const { page, isLocked } = this;
    check(page.body, this.picked);
    lockOptions(page.body, isLocked);
    drawClear(page, !isLocked && !this.own.length, () => this.chose());
  }

  askToPick() { askToChoose(this.page); }
}
