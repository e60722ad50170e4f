// Below each own word that was merged into another: what it is shown as, and a button that suggests that it is another.

/** How soon after an answer its words are asked about; others that come later may change what they are merged into. */
const ASKED_AFTER_MS = [4000, 25000];

class WordLines {
  /** @param {ShownWords.View} view */
  constructor(view) {
    this.view = view;
    /** By own word. @type {Map<string, Api.ShownWord>} */
    this.words = new Map();
    /** The words whose suggestion is on its way. @type {Set<string>} */
    this.suggesting = new Set();
    this.asked = 0;
    this.timer = 0;
    this.round = view.state.round;
    this.wasOpen = view.state.open;
    addStyle(view.page.section, STYLE);
  }

  /** The same page may have made itself another view. @param {ShownWords.View} view */
  follow(view) {
    this.view = view;
    if (view.state.round === this.round) return;
    this.round = view.state.round;
    this.words = new Map();
  }

  get isCurrent() { return this.view.notebook.page.round === this.round; }

  /** Something was answered or taken back. */
  ask() {
    this.asked = 0;
    this.plan();
  }

  plan() {
    clearTimeout(this.timer);
    const wait = ASKED_AFTER_MS[this.asked];
    this.asked += 1;
    // A thousand phones that answered at the same moment are to ask over several seconds.
    if (wait) this.timer = setTimeout(() => this.fetch(), wait * (1 + 2 * Math.random()));
  }

  async fetch() {
    if (!this.isCurrent) return;
    const reply = await this.view.sender.server.call("/words").catch(/** @returns {Reply | null} */ () => null);
    if (!this.isCurrent) return;
    if (reply?.status === 200 && reply.body.round === this.round) this.take(reply.body.words);
    this.plan();
  }

  /** @param {Api.ShownWord[]} words */
  take(words) {
    const before = [...this.words.values()];
    if (JSON.stringify(before) === JSON.stringify(words)) return;
    const isNew = words.filter(({ text, shown }) => this.words.get(text)?.shown !== shown);
    this.words = new Map(words.map((word) => [word.text, word]));
    const { page } = this.view;
    page.redraw(() => this.draw());
    if (isNew.length) page.announce(isNew.map(({ shown }) => `${SENTENCES.shown_as} ${shown}`).join(". "));
  }

  /** The rows have been drawn anew. */
  draw() {
    const { own, page, state } = this.view;
    for (const line of page.said.querySelectorAll(".shown-as")) line.remove();
    own.forEach((text, place) => {
      const word = this.words.get(text);
      if (word) page.said.children[place]?.append(this.line(word));
    });
    if (this.wasOpen === state.open) return;
    this.wasOpen = state.open;
    this.ask();
  }

  /** @param {Api.ShownWord} word */
  line(word) {
    const shown = element("b", { translate: false, textContent: word.shown });
    const button = element("button", {
      type: "button", textContent: SENTENCES.another, ariaLabel: fill(SENTENCES.another_named, { word: word.text }), onclick: () => this.suggest(word),
    });
    const end = word.suggested ? element("span", { className: "suggested", tabIndex: -1, textContent: SENTENCES.suggested }) : button;
    return element("div", { className: "shown-as" }, element("p", {}, `${SENTENCES.shown_as} `, shown), end);
  }

  /** @param {Api.ShownWord} word */
  async suggest(word) {
    const { page, sender } = this.view;
    if (this.suggesting.has(word.text)) return;
    this.suggesting.add(word.text);
    const reply = await sender.server.call("/words", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ round: this.round, word: word.text }),
    }).catch(/** @returns {Reply | null} */ () => null);
    this.suggesting.delete(word.text);
    if (!this.isCurrent) return;
    if (reply?.status !== 204) return page.say(reply?.body?.message ?? SENTENCES.lost, true);
    this.words.set(word.text, { ...word, suggested: true });
    this.draw();
    const row = page.said.children[this.view.own.indexOf(word.text)];
    row?.querySelector(".suggested")?.focus({ preventScroll: true });
    page.announce(SENTENCES.suggested);
  }
}

/** @type {WeakMap<ShownWords.View["page"], WordLines>} */
const BY_PAGE = new WeakMap();

/** @param {ShownWords.View} view */
export function watch(view) {
  const words = BY_PAGE.get(view.page) ?? new WordLines(view);
  BY_PAGE.set(view.page, words);
  words.follow(view);
  return words;
}
