// The projector's own buttons and keys. What concerns the workshop goes to the server as a press; the rest stays here.
const KEY_ROWS = [
  ["F", "full_screen"],
  ["L", "key_list"],
  ["P", "pause"],
  ["+ −", "key_size"],
  ["?", "keys"],
];
const PRESS_ROWS = [
  ["key_space", "key_toggle"],
  ["→", "key_next"],
  ["←", "key_previous"],
  ["R", "key_results"],
  ["key_clicker", "key_clicker_does"],
  [". B", "key_hold"],
];

/** @param {Element} button  @param {string} name */
function nameTool(button, name) {
  setAttribute(button, "aria-label", name);
  setAttribute(button, "title", name);
}

/** @param {Find} find  @param {Projector.View} view  @param {Projector.Drawn} state */
function drawTools(find, view, state) {
  const { texts } = state.data;
  const { list } = RESULT_KINDS[state.data.result?.kind] ?? {};
  setShown(find(".list-switch"), Boolean(list && drawingOf(view, state.data) && view !== "empty"));
  nameTool(find(".list-switch"), state.listing && list ? texts[list.back] : texts.show_list);
  nameTool(find(".pause"), state.still ? texts.resume : texts.pause);
  nameTool(find(".full"), document.fullscreenElement ? texts.full_screen_off : texts.full_screen);
  setShown(find(".full"), document.fullscreenEnabled);
  nameTool(find(".help"), texts.keys);
  drawKeys(find, state.data);
  drawKeySettings(state);
}

/** @param {Find} find  @param {Projector.Data} data */
function drawKeys(find, data) {
  const { texts } = data;
  setTextOrHide(find(".keys h2"), texts.keys);
  setTextOrHide(find(".keys .close"), texts.close);
  const rows = (data.keys ? PRESS_ROWS : []).concat(KEY_ROWS);
  const kept = keepChildren(find(".keys dl"), rows.length, () =>
    element("div", {}, element("dt"), element("dd")),
  );
  rows.forEach(([key, label], index) => {
    setTextOrHide(kept[index].firstElementChild, texts[key] ?? key);
    setTextOrHide(kept[index].lastElementChild, texts[label]);
  });
}

/** @param {KeyboardEvent} event  @param {Projector.Drawn} state  @param {ReturnType<typeof watchFocus>} origin */
function pressedKey(event, state, origin) {
  if (hasModifier(event) || event.repeat || origin.keepsKey(event) || isSwitchedOff(event)) return null;
  const key = keyName(event);
  if (state.actions[key]) return state.actions[key];
  const intent = state.data.keys && state.data.intents?.[KEY_ACTIONS[key]];
  if (!intent) return null;
  const meant = KEY_ACTIONS[key] === "hold" ? state.beforeHold.meant(intent) : intent;
  return () => state.press({ ...meant, rev: state.data.rev });
}

/** @param {Projector.Drawn} state  @param {HTMLDialogElement} dialog  @param {AbortSignal} signal */
function listenToKeys(state, dialog, signal) {
  const origin = watchFocus(signal);
  /** @type {string | null} */
  let handledKey = null;
  /** @param {KeyboardEvent} event */
  const listener = (event) => {
    const action = dialog.open && event.key !== "?" ? null : pressedKey(event, state, origin);
    if (!action) return;
    handledKey = event.key;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has keys of its own on R and C
    action();
  };
  // A button under the focus would be pressed when the space bar is let go.
  /** @param {KeyboardEvent} event */
  const onKeyUp = (event) => {
    if (event.key === handledKey) event.preventDefault();
    handledKey = null;
  };
  window.addEventListener("keydown", listener, { capture: true, signal });
  window.addEventListener("keyup", onKeyUp, { capture: true, signal });
}
