// The notebook: what this phone remembers of one room. Where storage is forbidden, it lasts as long as the page.

class Notebook {
  /** @param {string} room */
  constructor(room) {
    this.name = `propelli:${room}`;
    /** @type {Participant.Memory} */
    this.page = {};
    this.lasts = true;
    try {
      const stored = JSON.parse(localStorage.getItem(this.name) ?? "null");
      if (stored && typeof stored === "object") this.page = stored;
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
