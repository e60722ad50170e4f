// The notebook of a preview: it lasts as long as the page and leaves nothing in the browser.

class Notebook {
  /** @param {string} _room */
  constructor(_room) {
    /** @type {Participant.Memory} */
    this.page = {};
    this.lasts = true;
  }

  /** @param {Participant.Memory} values */
  write(values) { Object.assign(this.page, values); }
}
