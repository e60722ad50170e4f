// Shortcuts that are one letter or mark can be switched off in this browser: who speaks to a device presses them unawares.
const CHARACTER_KEYS = "propelli:character-keys";

/** Whether a key is a single letter or mark; the space bar is none. @param {KeyboardEvent} event */
function isCharacterKey(event) {
  return event.key.length === 1 && event.key !== " ";
}

function characterKeysWork() {
  try {
    return localStorage.getItem(CHARACTER_KEYS) !== "off";
  } catch {
    return document.documentElement.dataset.characterKeys !== "off";
  }
}

/** Whether a key is a letter or mark that was switched off. @param {KeyboardEvent} event */
function isSwitchedOff(event) {
  return isCharacterKey(event) && !characterKeysWork();
}
