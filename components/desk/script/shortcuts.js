/** Space, arrows, page keys, letters: each sends what it meant when the desk was drawn, and the state that it was drawn for. */
class Shortcuts {
  /** @param {(intent: Intent) => void} press  @param {AbortSignal} signal */
  constructor(press, signal) {
    this.press = press;
    /** @type {Record<string, Intent>} */
    this.intents = {};
    this.rev = 0;
    this.beforeHold = new ViewBeforeHold();
    this.origin = watchFocus(signal);
    /** @type {string | null} the key that is down, whose letting go is ours too */
    this.taken = null;
    const options = { capture: true, signal };
    window.addEventListener("keydown", (event) => this.onKey(event), options);
    window.addEventListener("keyup", (event) => this.onKeyUp(event), options);
  }

  /** @param {DeskApi.State} state */
  draw({ intents, rev, view }) {
    this.beforeHold.see(String(view?.buttons.find((button) => button.chosen)?.arguments.view ?? ""));
    this.intents = intents;
    this.rev = rev;
  }

  /** @param {KeyboardEvent} event */
  isFree(event) {
    if (hasModifier(event) || isSwitchedOff(event)) return false;
    return !document.querySelector("[role=dialog], body[data-keys-listed]") && !this.origin.keepsKey(event);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const action = KEY_ACTIONS[keyName(event)];
    const intent = action === "hold" && this.intents.hold ? this.beforeHold.meant(this.intents.hold) : this.intents[action];
    if (!intent || !this.isFree(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.taken = event.key;
    if (!event.repeat) this.press({ ...intent, rev: this.rev });
  }

  /** A button under the focus would be pressed when the space bar is let go. @param {KeyboardEvent} event */
  onKeyUp(event) {
    if (event.key !== this.taken) return;
    this.taken = null;
    event.preventDefault();
  }
}
