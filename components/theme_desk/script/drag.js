/** Answers dragged to a theme: all that are chosen, where the one that is dragged is among them. */
class SortingDrag {
  /** @param {Find} find  @param {ThemeDesk} desk */
  constructor(find, desk) {
    const rows = find(".rows");
    const heads = find(".heads ol");
    /** @type {string | null} */
    this.dragged = null;
    rows.addEventListener("dragstart", (event) => {
      const row = /** @type {HTMLElement} */ (event.target).closest("li");
      this.dragged = row.dataset.key;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", row.querySelector(".text").textContent);
    });
    rows.addEventListener("dragend", () => this.end(heads));
    heads.addEventListener("dragover", (event) => this.over(event, heads));
    heads.addEventListener("dragleave", () => this.mark(heads, null));
    heads.addEventListener("drop", (event) => {
      const head = this.headOf(event);
      if (!head || this.dragged === null) return;
      event.preventDefault();
      desk.drop(this.dragged, head.dataset.theme);
      this.end(heads);
    });
  }

  /** @param {Event} event  @returns {HTMLElement | null} */
  headOf(event) {
    return /** @type {HTMLElement} */ (event.target).closest("li[data-theme]");
  }

  /** @param {DragEvent} event  @param {HTMLElement} heads */
  over(event, heads) {
    const head = this.headOf(event);
    if (!head || this.dragged === null) return;
    event.preventDefault();
    this.mark(heads, head);
  }

  /** @param {HTMLElement} heads  @param {HTMLElement | null} target */
  mark(heads, target) {
    for (const head of heads.children) head.classList.toggle("target", head === target);
  }

  /** @param {HTMLElement} heads */
  end(heads) {
    this.dragged = null;
    this.mark(heads, null);
  }
}
