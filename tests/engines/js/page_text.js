() =>
  roots()
    .flatMap((root) => [...root.querySelectorAll("h1, h2, p, li, button, label")])
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => element.textContent?.trim())
    .join(" | ")
    .slice(0, 2000)
