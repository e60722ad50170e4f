// The server as the list of workshops sees it; nothing is sent twice by itself.

const PATIENCE_MS = 30000;

class WorkshopServer {
  /** @param {{ base: string, lang: string }} data */
  constructor({ base, lang }) {
    this.base = base;
    this.language = `kieli=${lang}`;
  }

  /** The answer; status 0 where the server was not reached.
   * @param {string} path  @param {RequestInit} [options]  @returns {Promise<Reply>} */
  async call(path, options = {}) {
    try {
      const address = `${this.base}${path}?${this.language}`;
      const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
      return { status: answer.status, body: await answer.json() };
    } catch {
      return { status: 0, body: null };
    }
  }

  /** @param {string} path  @param {Record<string, unknown>} [body] */
  post(path, body = {}) {
    return this.call(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  list() {
    return this.call("/workshops");
  }

  /** @param {string} workshop  @param {string} action  @param {Record<string, unknown>} [body] */
  workshop(workshop, action, body) {
    return this.post(`/workshops/${encodeURIComponent(workshop)}/${action}`, body);
  }

  /** @param {string} code  @param {string} action  @param {Record<string, unknown>} [body] */
  room(code, action, body) {
    return this.post(`/live/${code}/${action}`, body);
  }

  /** @param {File} file */
  file(file) {
    const headers = { "Content-Type": "application/octet-stream" };
    return this.call("/workshops/files", { method: "POST", headers, body: file });
  }
}
