const PERCENT = 100;

/** How often each type comes over all combinations of answers: bars, each with its number, and a line at an even share. @implements {EditorApi.FieldPart} */
class BalanceField {
  /** @param {EditorApi.Field} field  @param {EditorApi.FormContext} form */
  constructor(field, form) {
    this.form = form;
    this.list = element("ol", { className: "bars" });
    this.words = element("p", { className: "hint" });
    this.rare = element("p", { className: "advice", hidden: true });
    this.frame = new FieldFrame({ ...field, required: true }, form, element("div", { className: "shares" }, this.list, this.rare, this.words), null);
    this.node = this.frame.node;
    /** @type {ShareBar[]} */
    this.bars = [];
  }

  /** @param {string} name  @param {Record<string, any>} [values] */
  say(name, values) {
    return this.form.texts.at(`quiz.${name}`, values);
  }

  /** A share as whole percents; a small one with its decimal. @param {number} share */
  percent(share) {
    return this.form.texts.number(share * PERCENT, share < 0.1 ? 1 : 0);
  }

  draw() {
    const balance = this.form.derived("balance");
    const types = namedRows(this.form.document.quiz?.types, this.form.languages, (n) => this.say("unnamed", { n }));
    const shown = types.filter(({ value }) => balance?.shares && value in balance.shares);
    while (this.bars.length < shown.length) this.bars.push(new ShareBar());
    this.bars.length = shown.length;
    placeChildren(this.list, this.bars.map(({ node }) => node));
    const most = Math.max(2 / Math.max(shown.length, 1), ...shown.map(({ value }) => balance.shares[value]));
    shown.forEach(({ value, label }, place) => {
      const share = balance.shares[value];
      this.bars[place].draw(label, this.say("share", { share: this.percent(share) }), share / most, 1 / shown.length / most, balance.rare.includes(value));
    });
    this.list.hidden = shown.length === 0;
    const rare = shown.filter(({ value }) => balance.rare.includes(value)).map(({ label }) => label);
    this.rare.hidden = rare.length === 0;
    setText(this.rare, this.say("rare", { names: rare.join(", ") }));
    setText(this.words, balance && shown.length ? this.basis(balance, shown.length) : this.say("none"));
  }

  /** @param {any} balance  @param {number} count */
  basis(balance, count) {
    const n = this.form.texts.number(balance.combinations);
    const dual = balance.dual ? this.say("dual", { share: this.percent(balance.dual) }) : "";
    return [this.say("even", { share: this.percent(1 / count) }), dual, this.say(balance.exact ? "exact" : "sampled", { n })].filter(Boolean).join(" ");
  }

  focusOn() {}
}

/** One bar with its name and its number; readers hear the two. */
class ShareBar {
  constructor() {
    const space = "http://www.w3.org/2000/svg";
    this.name = element("span", { className: "name" });
    this.number = element("span", { className: "number" });
    this.picture = document.createElementNS(space, "svg");
    this.bar = document.createElementNS(space, "rect");
    this.even = document.createElementNS(space, "line");
    for (const [name, value] of Object.entries({ viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" })) this.picture.setAttribute(name, value);
    this.bar.setAttribute("height", "10");
    this.even.setAttribute("y2", "10");
    this.picture.append(this.bar, this.even);
    this.node = element("li", {}, this.name, this.picture, this.number);
  }

  /** @param {string} name  @param {string} number  @param {number} length of 1  @param {number} even of 1  @param {boolean} isRare */
  draw(name, number, length, even, isRare) {
    setText(this.name, name);
    setText(this.number, number);
    this.bar.setAttribute("width", String(length * PERCENT));
    this.even.setAttribute("x1", String(even * PERCENT));
    this.even.setAttribute("x2", String(even * PERCENT));
    this.node.classList.toggle("rare", isRare);
  }
}
registerField("balance", BalanceField);
