// The names of the movements that run just now.
() => [...new Set(moving())]
  .filter((one) => one.effect.getComputedTiming().duration > 1)
  .map((one) => one.animationName ?? one.transitionProperty)
