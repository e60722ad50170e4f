// The countdown: shown by the second, told politely only at 30 and 10 s.

const TOLD_AT = [30, 10];

class Countdown {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** @type {number | null} */
    this.endsAt = null;
    this.last = 0;
    this.timer = 0;
  }

  // `milliseconds` to the end, from the server at this moment; null where no end is set.
  /** @param {number | null} milliseconds */
  set(milliseconds) {
    // The device's clock may be set right while the countdown runs.
    this.endsAt = milliseconds === null ? null : performance.now() + milliseconds;
    this.last = this.left();
    this.draw();
  }

  left() { return Math.max(0, Math.ceil((this.endsAt - performance.now()) / 1000)); }

  draw() {
    clearTimeout(this.timer);
    const { timer, t } = this.page;
    if (this.endsAt === null) return writeOrHide(timer, "");
    const left = this.left();
    writeOrHide(timer, left ? t("time", { clock: formatDuration(left) }) : t("time_up"));
    timer.classList.toggle("soon", left <= TOLD_AT[1]);
    for (const seconds of TOLD_AT) {
      if (this.last > seconds && left <= seconds) this.page.announce(t("time_left", { n: seconds }));
    }
    this.last = left;
    if (left) this.timer = setTimeout(() => this.draw(), 250);
  }

  end() { clearTimeout(this.timer); }
}
