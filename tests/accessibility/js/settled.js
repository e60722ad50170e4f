// Waits for two frames and for every movement that has an end.
() => new Promise((/** @type {(value?: undefined) => void} */ done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const ending = moving().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
  const ended = Promise.allSettled(ending.map((one) => one.finished));
  Promise.race([ended, new Promise((late) => setTimeout(late, 2000))]).then(() => done());
})))
