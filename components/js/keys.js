/** By key: the facilitator's action that it stands for. */
const KEY_ACTIONS = { " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", r: "results" };

/** The name of a pressed key; a letter is the same with and without Shift. */
function keyName(event) {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** Whether a key is pressed together with one that makes it a shortcut of the browser. */
function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}
