/** Lets a check box switch the shortcuts that are one letter or mark off and on. @param {HTMLInputElement} box  @param {AbortSignal} signal */
function startCharacterKeysSwitch(box, signal) {
  box.checked = characterKeysWork();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem(CHARACTER_KEYS);
      else localStorage.setItem(CHARACTER_KEYS, "off");
    } catch { // forbidden: the choice lasts as long as the page
      document.documentElement.dataset.characterKeys = box.checked ? "on" : "off";
    }
  }, { signal });
}
