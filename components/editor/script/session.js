const ANSWER_MS = 250;
const SESSION_KEY = "propelli-editor-session:";

/**
 * The name of this tab's editing: the same after a reload, and that of a tab that was killed, whose changes are then
 * sent. Two tabs that are open never share one: each asks the others first.
 */
class EditingSession {
  /** @param {string} workshop */
  constructor(workshop) {
    this.workshop = workshop;
    this.name = "";
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(`${PREFIX}${workshop}`) : null;
    this.channel?.addEventListener("message", ({ data }) => this.hear(data));
    /** @type {Set<string>} */
    this.living = new Set();
  }

  /** @param {{ asks?: string[], lives?: string }} message */
  hear({ asks, lives }) {
    if (asks?.includes(this.name)) this.channel.postMessage({ lives: this.name });
    if (lives) this.living.add(lives);
  }

  async begin() {
    const own = this.read();
    const sessions = [...new Set([...(own ? [own] : []), ...KeptChanges.sessions(this.workshop)])];
    if (sessions.length && this.channel) {
      this.channel.postMessage({ asks: sessions });
      await new Promise((resume) => setTimeout(resume, ANSWER_MS));
    }
    const left = sessions.filter((session) => !this.living.has(session));
    this.name = left[0] ?? newSerial();
    this.write();
    return this.name;
  }

  read() {
    try {
      return sessionStorage.getItem(SESSION_KEY + this.workshop);
    } catch {
      return null;
    }
  }

  write() {
    try {
      sessionStorage.setItem(SESSION_KEY + this.workshop, this.name);
    } catch {
      this.name ||= newSerial();
    }
  }

  end() {
    this.channel?.close();
  }
}
