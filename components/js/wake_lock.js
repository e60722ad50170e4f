/**
 * Keeps the display awake while the page is shown and `isWanted` says so; silent where a browser cannot. The browser lets
 * go when the page is hidden, so it is asked again when the page is shown.
 */
class DisplayWakeLock {
  /** @param {AbortSignal} signal */
  constructor(signal) {
    this.isWanted = false;
    /** @type {WakeLockSentinel | null} */
    this.sentinel = null;
    this.asks = false;
    document.addEventListener("visibilitychange", () => this.follow(), { signal });
    signal.addEventListener("abort", () => this.want(false));
  }

  /** @param {boolean} isWanted */
  want(isWanted) {
    if (this.isWanted === isWanted) return;
    this.isWanted = isWanted;
    this.follow();
  }

  async follow() {
    const lock = navigator.wakeLock;
    if (!lock || this.asks) return;
    if (!this.isWanted) return this.release();
    if (document.visibilityState !== "visible" || (this.sentinel && !this.sentinel.released)) return;
    this.asks = true;
    // Refused, as when the battery is low: the page works all the same.
    this.sentinel = await lock.request("screen").catch(/** @returns {WakeLockSentinel} */ () => null);
    this.asks = false;
    if (!this.isWanted) this.release();
  }

  release() {
    this.sentinel?.release().catch(() => {});
    this.sentinel = null;
  }
}
