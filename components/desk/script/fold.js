/** A button that opens what stands under it. */
class Fold {
  /** @param {HTMLButtonElement} button  @param {HTMLElement} panel */
  constructor(button, panel) {
    this.button = button;
    this.panel = panel;
    this.set(false);
    button.addEventListener("click", () => this.set(Boolean(panel.hidden)));
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.set(false);
      button.focus();
    });
  }

  /** @param {boolean} isOpen */
  set(isOpen) {
    this.panel.hidden = !isOpen;
    setAttribute(this.button, "aria-expanded", String(isOpen));
  }
}
