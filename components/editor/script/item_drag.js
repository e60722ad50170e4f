const DRAG_PX = 6;

/** Drags an item to another place by mouse or pen; a finger scrolls, and has the buttons. */
class ItemDrag {
  /** @param {Programme} programme */
  constructor(programme) {
    this.programme = programme;
    this.list = programme.list;
    /** @type {{ row: ItemRow, startY: number, to: number } | null} */
    this.dragged = null;
    this.list.addEventListener("pointerdown", (event) => this.begin(event));
    this.list.addEventListener("pointermove", (event) => this.move(event));
    this.list.addEventListener("pointerup", () => this.drop());
    this.list.addEventListener("pointercancel", () => this.end());
    this.list.addEventListener("click", (event) => this.keepFromClick(event), { capture: true });
    this.list.addEventListener("dragstart", (event) => event.preventDefault());
    this.hasMoved = false;
  }

  /** @param {PointerEvent} event */
  begin(event) {
    const target = /** @type {Element} */ (event.target);
    const row = this.programme.rows.find(({ button }) => button.contains(target));
    this.hasMoved = false;
    if (!row || event.pointerType === "touch" || event.button !== 0 || this.programme.editor.isReadOnly) return;
    this.dragged = { row, startY: event.clientY, to: row.place };
  }

  /** @param {PointerEvent} event */
  move(event) {
    const { dragged } = this;
    if (!dragged) return;
    if (!this.hasMoved && Math.abs(event.clientY - dragged.startY) < DRAG_PX) return;
    if (!this.hasMoved) this.list.setPointerCapture(event.pointerId);
    this.hasMoved = true;
    const { rows } = this.programme;
    const others = rows.filter((row) => row !== dragged.row);
    dragged.to = others.filter(({ node }) => middleOf(node) < event.clientY).length;
    dragged.row.node.classList.add("dragged");
    dragged.row.node.style.translate = `0 ${event.clientY - dragged.startY}px`;
    const isAbove = dragged.to <= dragged.row.place;
    for (const row of rows) {
      const isMark = row === rows[dragged.to] && dragged.to !== dragged.row.place;
      row.node.classList.toggle("drop-above", isMark && isAbove);
      row.node.classList.toggle("drop-below", isMark && !isAbove);
    }
  }

  drop() {
    const { dragged, hasMoved } = this;
    this.end();
    if (dragged && hasMoved) this.programme.move(dragged.row.place, dragged.to, dragged.row.button);
  }

  end() {
    for (const { node } of this.programme.rows) {
      node.classList.remove("dragged", "drop-above", "drop-below");
      node.style.translate = "";
    }
    this.dragged = null;
  }

  /** Letting go of what was dragged is no press. @param {MouseEvent} event */
  keepFromClick(event) {
    if (!this.hasMoved) return;
    this.hasMoved = false;
    event.stopPropagation();
    event.preventDefault();
  }
}

/** @param {HTMLElement} node */
function middleOf(node) {
  const { top, height } = node.getBoundingClientRect();
  return top + height / 2;
}
