// A list of questions, each row kept by its question: an update neither takes the focus nor moves what a finger is on.

/** @type {readonly string[]} the states in which a question can be voted for */
const VOTED_FOR = ["shown", "answering"];

class QuestionList {
  /** @param {string} lang  @param {Speaker.Vote | null} vote  where it is null, the votes are only told */
  constructor(lang, vote) {
    this.lang = lang;
    this.vote = vote;
    this.node = element("ul", { className: "asked" });
    /** @type {Map<number, HTMLLIElement>} */
    this.rows = new Map();
    /** @type {Map<HTMLElement, Api.SpeakerQuestion>} */
    this.questions = new Map();
  }

  /** @param {Api.SpeakerQuestion[]} questions */
  draw(questions) {
    const ids = new Set(questions.map(({ id }) => id));
    for (const [id, row] of this.rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.rows.delete(id);
    }
    for (const question of questions) this.drawRow(this.rowOf(question.id), question);
    if (this.hasFocus) return;
    questions.forEach(({ id }, place) => {
      const row = this.rows.get(id);
      if (row && this.node.children[place] !== row) this.node.insertBefore(row, this.node.children[place] ?? null);
    });
  }

  get hasFocus() {
    const root = /** @type {Document | ShadowRoot} */ (this.node.getRootNode());
    return this.node.contains(root.activeElement);
  }

  /** @param {number} id */
  rowOf(id) {
    let row = this.rows.get(id);
    if (!row) {
      row = element("li", {}, element("div", {}, element("span", { className: "words", translate: false }), element("span", { className: "tag" })), this.newVote());
      this.rows.set(id, row);
      this.node.append(row);
    }
    return row;
  }

  newVote() {
    const { vote } = this;
    if (!vote) return element("span", { className: "votes num" });
    const button = element("button", { type: "button", className: "vote num" }, element("span", { "aria-hidden": "true" }), element("b"));
    button.addEventListener("click", () => {
      const question = this.questions.get(button);
      if (question && VOTED_FOR.includes(question.state)) vote(question, !question.voted);
    });
    return button;
  }

  /** @param {HTMLLIElement} row  @param {Api.SpeakerQuestion} question */
  drawRow(row, question) {
    const { text, state, votes } = question;
    const tag = row.querySelector(".tag");
    const isMarked = question.mine || state !== "shown";
    setText(row.querySelector(".words"), text);
    setText(tag, isMarked ? TEXTS.states[state] ?? "" : "");
    setAttribute(tag, "data-state", state);
    if (this.vote && VOTED_FOR.includes(state)) this.drawVote(row.querySelector(".num"), question);
    else this.tellVotes(row, votes);
  }

  /** @param {HTMLElement} button  @param {Api.SpeakerQuestion} question */
  drawVote(button, question) {
    const { text, votes, voted } = question;
    const label = fill(pluralForm(voted ? TEXTS.voted : TEXTS.vote, votes, this.lang), { n: votes, question: text });
    this.questions.set(button, question);
    setAttribute(button, "aria-pressed", String(voted));
    setAttribute(button, "aria-label", label);
    setText(button.querySelector("span"), voted ? "✓" : "↑");
    setText(button.querySelector("b"), String(votes));
  }

  /** @param {HTMLElement} row  @param {number} votes */
  tellVotes(row, votes) {
    const last = row.querySelector(".num");
    const count = last.tagName === "SPAN" ? last : element("span", { className: "votes num" });
    if (count !== last) last.replaceWith(count);
    setText(count, fill(pluralForm(TEXTS.votes, votes, this.lang), { n: votes }));
  }
}
