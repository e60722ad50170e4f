// What was begun in each question stays on the phone while another is answered.

/** @type {Participant.Memory} */
const BLANK = { drafts: [], own: [], picked: null, step: 0 };

class ItemDrafts {
  /** @param {Pace.ParticipantPage["notebook"]} notebook */
  constructor(notebook) {
    this.notebook = notebook;
  }

  /** Puts what was begun aside, and takes out what was begun in another question. @param {string | null} round */
  move(round) {
    const { round: left = null, paced = {}, drafts, own, picked, step } = this.notebook.page;
    if (left === round) return;
    const kept = left ? { ...paced, [left]: { drafts, own, picked, step } } : paced;
    this.notebook.write({ ...BLANK, ...(round && kept[round]), round, paced: kept });
  }
}
