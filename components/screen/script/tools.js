// The projector's own buttons and keys. What concerns the workshop goes to Python as a press; the rest stays here.
const PRESSES = { " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", r: "results" };
const KEY_ROWS = [
  ["F", "full_screen"],
  ["L", "key_list"],
  ["P", "pause"],
  ["?", "keys"],
];
const PRESS_ROWS = [
  ["key_space", "key_toggle"],
  ["→", "key_next"],
  ["←", "key_previous"],
  ["R", "key_results"],
];

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function nameTool(button, name) {
  setAttribute(button, "aria-label", name);
  setAttribute(button, "title", name);
}

function drawTools(find, view, state) {
  const { texts } = state.data;
  const listed = ["cloud", "list"].includes(view);
  setShown(find(".list-switch"), listed);
  nameTool(find(".list-switch"), state.listing ? texts.show_cloud : texts.show_list);
  nameTool(find(".pause"), state.still ? texts.resume : texts.pause);
  nameTool(find(".full"), document.fullscreenElement ? texts.full_screen_off : texts.full_screen);
  setShown(find(".full"), document.fullscreenEnabled);
  nameTool(find(".help"), texts.keys);
  drawKeys(find, state.data);
}

function drawKeys(find, data) {
  const { texts } = data;
  setText(find(".keys h2"), texts.keys);
  setText(find(".keys button"), texts.close);
  const rows = (data.keys ? PRESS_ROWS : []).concat(KEY_ROWS);
  const kept = keepChildren(find(".keys dl"), rows.length, () =>
    makeElement("div", "", makeElement("dt", ""), makeElement("dd", "")),
  );
  rows.forEach(([key, label], index) => {
    setText(kept[index].firstElementChild, texts[key] ?? key);
    setText(kept[index].lastElementChild, texts[label]);
  });
}

function isTyping(target) {
  return Boolean(target?.closest?.("input, textarea, select, [contenteditable]:not([contenteditable=false])"));
}

function isOwnKeyOf(target, key) {
  return key === " " && Boolean(target?.closest?.("button, a, summary"));
}

function pressedKey(event, state) {
  const target = event.composedPath()[0];
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  if (modified || event.repeat || isTyping(target) || isOwnKeyOf(target, event.key)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (state.actions[key]) return state.actions[key];
  const press = PRESSES[key];
  return press && state.data.keys ? () => sendPress(state, press) : null;
}

// The serial lets Python act once where the server, between two runs of the page, hands on one press twice.
function sendPress(state, name) {
  state.setTriggerValue("press", { name, serial: `${Date.now()}-${Math.random()}` });
}

function listenToKeys(state, dialog, signal) {
  const listener = (event) => {
    const action = dialog.open && event.key !== "?" ? null : pressedKey(event, state);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has keys of its own on R and C
    action();
  };
  window.addEventListener("keydown", listener, { capture: true, signal });
}
