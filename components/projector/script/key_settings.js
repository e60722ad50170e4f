// What the list of keys lets a viewer choose: the size of the text, and whether letters are shortcuts.
/** @param {Projector.Drawn} state  @param {AbortSignal} signal */
function startKeySettings(state, signal) {
  const { find } = state;
  setTextSize(state, keptTextSize());
  startCharacterKeysSwitch(/** @type {HTMLInputElement} */ (find(".characters input")), signal);
  find(".smaller").addEventListener("click", () => changeTextSize(state, -1), { signal });
  find(".larger").addEventListener("click", () => changeTextSize(state, 1), { signal });
}

/** @param {Projector.Drawn} state */
function drawKeySettings({ find, data, textSize }) {
  const { texts, lang } = data;
  setTextOrHide(find(".size > span"), texts.text_size);
  setTextOrHide(find(".size output"), new Intl.NumberFormat(lang, { style: "percent" }).format(textSize / 100));
  nameTool(find(".smaller"), texts.smaller_text);
  nameTool(find(".larger"), texts.larger_text);
  setTextOrHide(find(".characters span"), texts.character_keys);
}
