// A preview keeps no display awake.
class DisplayWakeLock {
  /** @param {AbortSignal} _signal */
  constructor(_signal) {}

  /** @param {boolean} _isWanted */
  want(_isWanted) {}
}
