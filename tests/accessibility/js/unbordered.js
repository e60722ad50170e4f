// What can be pressed or written in, and has no edge of its own or around it.
() => {
  const isEdged = (/** @type {Element} */ element) => {
    /** @type {any} */
    const style = getComputedStyle(element);
    const sides = ["Top", "Right", "Bottom", "Left"];
    return hasOutline(style)
      || sides.some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
  };
  return within(document.querySelector("main"))
    .filter((one) => one.matches("input:not([type=radio], [type=checkbox]), .btn, .button, .choice, button"))
    .filter((one) => one.checkVisibility() && one.offsetHeight > 3)
    .filter((one) => ![one, one.parentElement, one.parentElement?.parentElement].some((element) => element && isEdged(element)))
    .map((one) => `${one.className} ${one.textContent.slice(0, 30)}`);
}
