/** Waits of 1, 2, 4 … seconds up to the longest, each spread by half so that a full room does not come back in one instant. */
class Backoff {
  /** @param {number} [longest] in milliseconds */
  constructor(longest = 15000) {
    this.longest = longest;
    this.reset();
  }

  reset() { this.wait = Math.min(1000, this.longest); }

  next() {
    const wait = this.wait * (0.5 + Math.random());
    this.wait = Math.min(this.wait * 2, this.longest);
    return wait;
  }
}
