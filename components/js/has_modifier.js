/** Whether a key is pressed together with one that makes it a shortcut of the browser. @param {KeyboardEvent} event */
function hasModifier(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}
