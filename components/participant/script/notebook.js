// The notebook: what this phone remembers of one room. Where storage is forbidden, it lasts as long as the page.

class Notebook {
  /** @param {string} room */
  constructor(room) {
    this.name = `propelli:${room}`;
    /** @type {Participant.Memory} */
    this.page = {};
    this.lasts = true;
    try {
      const found = JSON.parse(localStorage.getItem(this.name) ?? "null");
      if (found && typeof found === "object") this.page = found;
    } catch { /* forbidden or garbled: the page starts empty */ }
    this.save();
  }

  save() {
    try {
      localStorage.setItem(this.name, JSON.stringify(this.page));
    } catch {
      this.lasts = false;
    }
  }

  /** @param {Participant.Memory} values */
  write(values) {
    Object.assign(this.page, values);
    this.save();
  }
}
