// A tour for a projector: the arrow keys show one example after another, in the order of their numbers.

class Tour {
  /** @param {Board} board */
  constructor(board) {
    this.board = board;
    this.life = new AbortController();
    // Before the map's own arrow keys, which move the focus from number to number.
    addEventListener("keydown", (event) => this._key(event), { capture: true, signal: this.life.signal });
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const target = event.composedPath()[0];
    const isTyping = target instanceof Element && target.matches("input, textarea, select");
    if (!by || !this.isOn || hasModifier(event) || isTyping) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(by);
  }

  /** @param {number} by */
  step(by) {
    const examples = this.board.shown();
    const place = examples.findIndex((example) => example.id === this.board.chosen) + by;
    const example = examples[Math.min(Math.max(place, 0), examples.length - 1)];
    if (example && example.id !== this.board.chosen) this.board.choose(example.id);
  }

  /** @param {boolean} isOn */
  update(isOn) {
    this.isOn = isOn;
    this.board.section.classList.toggle("tour", isOn);
  }

  end() {
    this.life.abort();
  }
}
