// The notebook: what this phone remembers of one room. Where storage is forbidden, it lasts as long as the page.

class Notebook {
  constructor(room) {
    this.name = `propelli:${room}`;
    // Round, drafts, own, picked, step, outbox, key.
    this.page = {};
    this.lasts = true;
    try {
      const found = JSON.parse(localStorage.getItem(this.name));
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

  write(values) {
    Object.assign(this.page, values);
    this.save();
  }
}
