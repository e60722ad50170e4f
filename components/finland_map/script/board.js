// Map, card and list show one state: what is chosen and what the pointer is near.
class Board {
  /** @param {HTMLElement} section  @param {FinlandMap.Data} data */
  constructor(section, data) {
    this.section = section;
    /** @type {FinlandMap.Actions} */
    const act = { choose: (id) => this.choose(id), near: (id) => this.setNear(id) };
    /** @type {string | null} */
    this.near = null;
    /** @type {string | undefined} */
    this.counted = undefined;
    /** @type {string | null | undefined} */
    this.pressed = undefined;
    this.land = new LandMap(section.querySelector(".land"), data, act);
    this.card = new Card(section.querySelector(".card"), act);
    this.list = new List(section.querySelector(".list"), data, act);
  }

  /** @param {FinlandMap.Data} data  @param {(id: string | null) => void} send */
  update(data, send) {
    this.send = send;
    this.texts = data.texts;
    this.examples = data.examples;
    if (data.chosen === this.pressed || !this._isShown(this.pressed)) this.pressed = undefined;
    // A press is shown at once; an answer to an earlier press must not take it back.
    this.chosen = this.pressed === undefined ? data.chosen : this.pressed;
    if (this.counted !== undefined && this.counted !== data.texts.counted) this._say(data.texts.counted);
    this.counted = data.texts.counted;
    this.draw();
  }

  draw() {
    for (const part of [this.land, this.card, this.list]) part.update(this);
  }

  shown() {
    return this.examples.filter((example) => example.shown);
  }

  chosenExample() {
    return this.shown().find((example) => example.id === this.chosen);
  }

  /** @param {string | null} id */
  setNear(id) {
    if (this.near === id) return;
    this.near = id;
    this.land.update(this);
    this.list.update(this);
  }

  /** @param {string} id */
  choose(id) {
    const before = this.chosen;
    this.pressed = id || null;
    this.chosen = this.pressed;
    this.draw();
    this.send(id);
    const example = this.chosenExample();
    if (!example) {
      this.land.marks.get(before)?.focus({ preventScroll: true });
      return;
    }
    this._say(fill(this.texts.chosen, { title: example.title }));
    this._bringCard();
  }

  /** @param {string | null | undefined} id */
  _isShown(id) {
    return id === null || this.shown().some((example) => example.id === id);
  }

  _bringCard() {
    const top = this.section.querySelector(".card").getBoundingClientRect().top;
    const isReduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (top > 0 && top < 0.6 * innerHeight) return;
    this.section.querySelector(".card").scrollIntoView({ block: "start", behavior: isReduced ? "auto" : "smooth" });
  }

  /** @param {string} words */
  _say(words) {
    setText(this.section.querySelector(".reader[role=status]"), words);
  }
}
