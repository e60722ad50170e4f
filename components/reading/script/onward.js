// The bar that leads on from a reading page: told once by its words, pressed at any time.

class OnwardBar {
  /** @param {() => void} act */
  constructor(act) {
    this.label = element("span");
    this.status = element("p", { className: "sr onward-status", role: "status" });
    this.bar = element("div", { className: "onward", hidden: true },
      element("button", { type: "button", className: "btn", onclick: act }, this.label));
    this.round = "";
  }

  // `label` is empty where nothing waits; the words are said once a round.
  /** @param {string} label  @param {string | null} round  @param {string} words */
  show(label, round, words) {
    setText(this.label, label);
    this.bar.hidden = !label;
    document.documentElement.classList.toggle("has-onward", Boolean(label));
    if (label && round !== this.round) setText(this.status, words);
    this.round = label ? round : "";
  }
}
