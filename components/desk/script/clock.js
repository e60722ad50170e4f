/** Counts down from what the server said last; by a clock that does not jump. */
class DeskClock {
  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
    this.end = 0;
    this.timer = 0;
  }

  /** @param {number | null} left_ms  @param {string} label */
  draw(left_ms, label) {
    clearInterval(this.timer);
    this.node.hidden = left_ms === null;
    if (left_ms === null) return;
    this.end = performance.now() + left_ms;
    setText(this.node.querySelector("span"), label);
    this.tick();
    this.timer = setInterval(() => this.tick(), 250);
  }

  tick() {
    const seconds = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    setText(this.node.querySelector("b"), formatDuration(seconds));
  }

  stop() {
    clearInterval(this.timer);
  }
}
