/** By key: the facilitator's action that it stands for. @type {Record<string, string>} */
const KEY_ACTIONS = { " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", r: "results" };

/** The name of a pressed key; a letter is the same with and without Shift. @param {KeyboardEvent} event */
function keyName(event) {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
