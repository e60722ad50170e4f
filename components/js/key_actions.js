/**
 * By key: the facilitator's action that it stands for. A clicker is a keyboard that sends the page keys, and `.` or `b`
 * for a black screen; its start button sends F5 and Escape, which stay the browser's.
 * @type {Record<string, string>}
 */
const KEY_ACTIONS = {
  " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", PageDown: "next", PageUp: "previous", r: "results", ".": "hold", b: "hold",
};

/** The name of a pressed key; a letter is the same with and without Shift. @param {KeyboardEvent} event */
function keyName(event) {
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
