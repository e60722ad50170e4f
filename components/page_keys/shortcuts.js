// Space, the arrows and R: each sends what it meant when the page was drawn, and the state that it was drawn for.
/** @typedef {{ intents: Record<string, Intent>, rev: number, outcomes: PressOutcome[] }} ShortcutData */
/** @type {WeakMap<HTMLElement, { state: { data: ShortcutData }, stop(): void }>} */
const STARTED = new WeakMap();

/** @param {HTMLElement} root  @param {{ data: ShortcutData }} state */
function startShortcuts(root, state) {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  const origin = watchFocus(ending.signal);
  /** @param {KeyboardEvent} event */
  const isFree = (event) => {
    if (hasModifier(event)) return false;
    return !document.querySelector("[role=dialog], body[data-keys-listed]") && !origin.keepsKey(event);
  };
  /** @type {string | null} */
  let handledKey = null;
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const intent = state.data.intents[KEY_ACTIONS[keyName(event)]];
    if (!intent || !isFree(event)) return;
    event.preventDefault();
    event.stopPropagation();
    handledKey = event.key;
    if (!event.repeat) PRESS_QUEUE.add(root, { ...intent, rev: state.data.rev });
  };
  // A button under the focus would be pressed when the space bar is let go.
  /** @param {KeyboardEvent} event */
  const onKeyUp = (event) => {
    if (event.key !== handledKey) return;
    handledKey = null;
    event.preventDefault();
  };
  window.addEventListener("keydown", onKey, options);
  window.addEventListener("keyup", onKeyUp, options);
  return () => ending.abort();
}

/** @param {ComponentArguments<ShortcutData>} values */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement;
  const state = STARTED.get(root)?.state ?? { data };
  state.data = data;
  if (!STARTED.has(root)) STARTED.set(root, { state, stop: startShortcuts(root, state) });
  PRESS_QUEUE.join(root, setTriggerValue, data.outcomes);
  return () => {
    STARTED.get(root)?.stop();
    STARTED.delete(root);
    PRESS_QUEUE.leave(root);
  };
}
