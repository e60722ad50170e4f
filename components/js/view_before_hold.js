// A clicker's black-screen key shows the holding picture, and pressed again what was there before it.
class ViewBeforeHold {
  constructor() {
    this.view = "";
  }

  /** @param {string | undefined} view */
  see(view) {
    if (view && view !== "hold") this.view = view;
  }

  /** What the key means: the way back leads to the view that this page saw last, else to the server's guess. @param {Intent} intent */
  meant(intent) {
    if (intent.arguments.view === "hold" || !this.view) return intent;
    return { ...intent, arguments: { view: this.view } };
  }
}
