// A ranking: a tap puts an option last of those in order, and takes it out again; two buttons move it. Nothing is dragged.

class RankingView extends PickedView {
  get answer() { return { ranking: this.picked }; }

  get sendLabel() { return this.page.t("send_ranking"); }

  get unplaced() { return this.state.options.map(({ id }) => id).filter((id) => !this.picked.includes(id)); }

  get isFull() { return this.picked.length >= this.state.places; }

  /** @param {string[]} ids */
  names(ids) { return ids.map((id, at) => `${at + 1}. ${this.label(id)}`); }

  list() {
    const { page, state } = this;
    const { t } = page;
    const isWhole = state.places >= state.options.length;
    const hint = !isWhole ? t("rank_hint_most", { n: state.places }) : state.help ? "" : t("rank_hint");
    this.header = element("div", { className: "line" }, element("p", { className: "help", textContent: t("rank_yours") }),
      this.control({ className: "clear", textContent: t("rank_again") }, () => this.startOver()));
    this.ranked = element("ol", { className: "ranked", "aria-label": t("rank_yours") });
    this.next = element("p", { className: "help" });
    this.unranked = element("ul", { className: "unranked" });
    page.body.replaceChildren(element("p", { className: "help", textContent: hint, hidden: !hint }), this.header, this.ranked,
      this.next, this.unranked);
  }

  /** @param {string} id  @param {number} at */
  row(id, at) {
    const { t } = this.page;
    const option = this.label(id);
    return element("li", {}, element("b", { className: "num", textContent: at + 1 }),
      this.control({ className: "name", "aria-label": t("rank_out", { option }), textContent: option, translate: false }, () => this.take(at)),
      this.control({ className: "up", "aria-label": t("rank_up", { option }), textContent: "↑" }, () => this.shift(at, -1)),
      this.control({ className: "down", "aria-label": t("rank_down", { option }), textContent: "↓" }, () => this.shift(at, 1)));
  }

  /** @param {string} id */
  free(id) {
    return element("li", {}, this.control({}, () => this.put(id), element("b", { textContent: "+", "aria-hidden": true }),
      element("span", { textContent: this.label(id), translate: false })));
  }

  // The lists are made anew only where the order is another, so that a press elsewhere leaves the focus in them.
  drawPicked() {
    const { picked, unplaced, isFull, isLocked, page } = this;
    if (this.order !== picked.join()) {
      /** @type {string} */
      this.order = picked.join();
      this.ranked.replaceChildren(...picked.map((id, at) => this.row(id, at)));
      this.unranked.replaceChildren(...unplaced.map((id) => this.free(id)));
    }
    this.header.hidden = this.ranked.hidden = !picked.length;
    writeOrHide(this.next, !picked.length || !unplaced.length ? ""
      : isFull ? page.t("rank_full") : page.t("rank_next", { n: picked.length + 1 }));
    /** @param {HTMLElement} list  @param {string} selector  @param {(at: number) => boolean} isOff */
    const mark = (list, selector, isOff) => childrenOf(list).forEach((row, at) =>
      row.querySelector(selector).setAttribute("aria-disabled", String(isLocked || isOff(at))));
    mark(this.ranked, ".up", (at) => !at);
    mark(this.ranked, ".down", (at) => at === picked.length - 1);
    mark(this.unranked, "button", () => isFull);
  }

  /** @param {string} id */
  put(id) {
    const { page, picked, unplaced } = this;
    if (this.isFull) return page.say(page.t("rank_full"), true);
    this.pick([...picked, id]);
    page.announce(page.t("rank_placed", { what: this.label(id), n: picked.length + 1 }));
    this.focus(unplaced.indexOf(id), this.unranked, this.ranked);
  }

  /** @param {number} at */
  take(at) {
    const { page, picked } = this;
    this.pick(picked.filter((_, place) => place !== at));
    page.announce(page.t("rank_freed", { what: this.label(picked[at]) }));
    this.focus(at, this.ranked, this.unranked, ".name");
  }

  startOver() {
    this.pick([]);
    this.focus(0, this.unranked, this.unranked);
  }

  /** @param {number} at  @param {number} by */
  shift(at, by) {
    const { page, picked } = this;
    const to = at + by;
    if (!picked[to]) return;
    const ids = [...picked];
    [ids[at], ids[to]] = [ids[to], ids[at]];
    this.pick(ids);
    page.announce(page.t("rank_placed", { what: this.label(ids[to]), n: to + 1 }));
    this.focus(to, this.ranked, this.ranked, by < 0 ? ".up" : ".down");
  }

  // What comes in the place of the pressed one, or the last one of either list.
  /** @param {number} at  @param {HTMLElement} list  @param {HTMLElement} other  @param {string} [selector] */
  focus(at, list, other, selector = "button") {
    const row = list.children[at] ?? list.lastElementChild ?? other.lastElementChild;
    (row.querySelector(selector) ?? row.querySelector("button")).focus();
  }

  askToPick() {
    this.page.say(this.page.t("rank_first"), true);
    this.focus(0, this.unranked, this.ranked);
  }

  /** @param {ResultsDrawing} results  @param {Api.Results} counts */
  static rows(results, { ranking }) {
    const { t } = results.page;
    return ranking.map(({ id, label, standing, mean, first }) => {
      const own = results.own.indexOf(id) + 1;
      const name = results.named(standing ? `${standing}. ${label}` : label, own > 0, ` ${own}.`);
      const figures = element("b", { className: "num", textContent: mean ? t("rank_mean", { mean }) : "" });
      return element("li", {}, element("div", { className: "line" }, name, figures),
        element("p", { className: "help", textContent: t("rank_firsts", { n: first }) }));
    });
  }
}
