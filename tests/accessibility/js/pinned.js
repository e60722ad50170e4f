// What stays in its place when the page scrolls.
() => within(document.body).filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position))
  .map((one) => one.className)
