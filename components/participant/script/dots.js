// Dots: each person has some, and puts them on the options one by one. `picked` has an option's id once for each of its dots.

/** The id of each pair as often as its number says. @param {(string | number)[][]} pairs  @returns {string[]} */
const repeated = (pairs) => pairs.flatMap(([id, n]) => Array(Number(n)).fill(id));

class DotsView extends PickedView {
  /** @param {string} id  @param {string[]} [ids] */
  dots(id, ids = this.picked) { return ids.filter((other) => other === id).length; }

  get left() { return this.state.dots - this.picked.length; }

  get answer() { return { dots: Object.fromEntries(this.picked.map((id) => [id, this.dots(id)])) }; }

  get sendLabel() { return this.page.t("send_dots"); }

  /** @param {string[]} ids */
  names(ids) {
    return this.state.options.filter(({ id }) => ids.includes(id)).map(({ id, label }) => `${label}: ${this.dots(id, ids)}`);
  }

  list() {
    const { page, state } = this;
    const { t } = page;
    const most = state.max_per_option ?? state.dots;
    const hint = most < state.dots ? t("dots_hint_most", { n: state.dots, most }) : state.help ? "" : t("dots_hint", { n: state.dots });
    const rows = state.options.map(({ id, label }) => element("li", {},
      element("span", {}, element("span", { textContent: label, translate: false }), element("span", { className: "drops", "aria-hidden": true })),
      this.control({ className: "round", "aria-label": t("dot_out", { option: label }), textContent: "−" }, () => this.take(id)),
      element("b", { className: "num" }),
      this.control({ className: "round", "aria-label": t("dot_in", { option: label }), textContent: "+" }, () => this.put(id))));
    page.body.replaceChildren(element("p", { className: "help", textContent: hint, hidden: !hint }),
      element("div", { className: "purse num" }, element("span"), element("span", { className: "drops", "aria-hidden": true })),
      element("ul", { className: "dots" }, ...rows));
  }

  // Why no dot can be put on an option, or nothing.
  /** @param {string} id */
  obstacle(id) {
    const { t } = this.page;
    const most = this.state.max_per_option ?? this.state.dots;
    if (!this.left) return t("dots_all_out");
    return this.dots(id) < most ? "" : t("dots_most", { n: most });
  }

  /** @param {string} id */
  put(id) {
    const obstacle = this.obstacle(id);
    if (obstacle) return this.page.say(obstacle, true);
    this.moved([...this.picked, id], id);
  }

  /** @param {string} id */
  take(id) {
    const at = this.picked.lastIndexOf(id);
    if (at >= 0) this.moved(this.picked.filter((_, place) => place !== at), id);
  }

  /** @param {string[]} ids  @param {string} id */
  moved(ids, id) {
    this.pick(ids);
    this.page.announce(this.page.t("dots_told", { what: this.label(id), n: this.dots(id), left: this.left }));
  }

  drawPicked() {
    const { page, state, left, isLocked } = this;
    const [, purse, list] = childrenOf(page.body);
    const [sentence, unused] = childrenOf(purse);
    write(sentence, page.t("dots_left", { n: left }));
    drops(unused, left, state.dots - left);
    childrenOf(list).forEach((row, place) => {
      const { id } = state.options[place];
      const n = this.dots(id);
      const [label, minus, count, plus] = childrenOf(row);
      drops(childrenOf(label)[1], n, 0);
      write(count, String(n));
      minus.setAttribute("aria-disabled", String(isLocked || !n));
      plus.setAttribute("aria-disabled", String(isLocked || Boolean(this.obstacle(id))));
    });
  }

  askToPick() { this.page.say(this.page.t("dots_first"), true); }

  /** @param {Api.Submit} sent  @param {Api.Receipt} reply */
  saved(sent, reply) { super.saved(sent, { ...reply, saved: repeated(Object.entries(sent.dots)) }); }

  /** @param {Api.Me} me */
  mine(me) { super.mine({ ...me, answers: repeated(me.answers.map((pair) => pair.split("="))) }); }

  /** @param {ResultsDrawing} results  @param {Api.Results} counts */
  static rows(results, { dots }) {
    const { t } = results.page;
    const most = Math.max(1, ...dots.map((option) => option.dots));
    return dots.map(({ dots: n, people, ...option }) => results.bar(option, n / most, t("dots_sum", { n }), t("people", { n: people })));
  }
}

// Dots as a picture: some full, then some empty.
/** @param {HTMLElement} node  @param {number} full  @param {number} empty */
function drops(node, full, empty) {
  if (node.childElementCount === full + empty && node.querySelectorAll(".full").length === full) return;
  node.replaceChildren(...Array.from({ length: full + empty }, (_, place) => element("i", { className: place < full ? "full" : "" })));
}
