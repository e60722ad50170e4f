// The server of a preview: there is none.

class ProjectorServer {
  /** @param {Projector.Page} _page */
  constructor(_page) {
    this.longestWait = 0;
  }

  get events() { return ""; }

  /** @returns {Promise<Reply>} */
  state() { return Promise.resolve({ status: 204, body: null }); }

  /** @param {Intent} _intent  @returns {Promise<Reply>} */
  press(_intent) { return Promise.resolve({ status: 200, body: {} }); }
}
