// The name of the number under the pointer or in focus. The list says the same, so readers do not need it.
class Tip {
  /** @param {HTMLElement} element  @param {FinlandMap.Land} land  @param {number} north where the drawn part begins */
  constructor(element, land, north) {
    this.north = north;
    this.element = element;
    this.land = land;
  }

  /** @param {FinlandMap.Example} example */
  show(example) {
    setText(this.element, `${example.title}\n${example.place}`);
    const across = example.x / this.land.width;
    this.element.style.left = `${100 * across}%`;
    this.element.style.top = `${(100 * (example.y - this.north)) / (this.land.height - this.north)}%`;
    this.element.style.setProperty("--across", `${-100 * across}%`);
    this.element.hidden = false;
  }

  hide() {
    this.element.hidden = true;
  }
}
