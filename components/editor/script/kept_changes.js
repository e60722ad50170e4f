const PREFIX = "propelli-editor:";

/**
 * Changes of one editing session that the server has not acknowledged, kept in the browser so that a closed tab loses
 * nothing. A browser that keeps nothing is no fault: `isKept` tells.
 */
class KeptChanges {
  /** @param {string} workshop  @param {string} session */
  constructor(workshop, session) {
    this.key = `${PREFIX}${workshop}:${session}`;
    this.isKept = true;
  }

  /** @returns {EditorApi.Entry[]} */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key))?.entries ?? [];
    } catch {
      return [];
    }
  }

  /** @param {EditorApi.Entry[]} entries */
  write(entries) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ entries }));
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      this.isKept = false;
    }
  }

  /** The sessions of a workshop that have left something. @param {string} workshop  @returns {string[]} */
  static sessions(workshop) {
    const start = `${PREFIX}${workshop}:`;
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    } catch {
      return [];
    }
  }
}
