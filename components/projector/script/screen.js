// The projector. Streamlit calls the default export at every change of the data; what is drawn is changed in place.
const TICK_MS = 250;
const SILENCE_MS = 5000;
const TALL = "(max-aspect-ratio: 1/1)";
const screens = new WeakMap();

// What stands in the middle, from the view that the facilitator chose and the result that there is.
/** @param {Projector.Data} data  @param {boolean} listing */
function chosenView(data, listing) {
  if (data.view !== "results") return data.view;
  const { result } = data;
  if (!result) return "question";
  if (result.hidden) return "withheld";
  return RESULT_KINDS[result.kind].view(result, listing);
}

// Answers that nobody may see yet have come all the same.
/** @param {Projector.Data} values */
function emptyText({ state, result, empty, texts }) {
  if (state === "waiting") return texts.not_yet;
  return result.people ? texts.coming : empty || texts.empty;
}

/** @type {Partial<Record<Projector.View, (find: Find, data: Projector.Data, state: Projector.State) => void>>} */
const DRAWINGS = {
  empty: (find, data) => setTextOrHide(find(".empty p"), emptyText(data)),
  withheld: (find, data) => setTextOrHide(find(".withheld"), data.texts.withheld.replace("{n}", data.result.needed)),
  ...Object.assign({}, ...Object.values(RESULT_KINDS).map((kind) => kind.drawings)),
};

/** @param {Projector.State} state */
function drawScreen(state) {
  const { find, data, root } = state;
  const view = chosenView(data, state.listing);
  setAttribute(root, "data-view", view);
  setAttribute(root, "lang", data.lang);
  setClass(root, "still", state.still);
  setAttribute(find(".list"), "aria-label", data.texts.list);
  setAttribute(find(".list"), "tabindex", view === "list" ? "0" : "-1");
  drawHeading(find, view, data);
  state.below = 0;
  DRAWINGS[view]?.(find, data, state);
  drawFooting(find, view, data, state);
  drawTools(find, view, state);
}

/** @param {Projector.State} state */
function tick(state) {
  drawCountdown(state.find, state);
  const silent = !document.hidden && performance.now() - state.heardAt > SILENCE_MS;
  setTextOrHide(state.find(".lost"), silent ? state.data.texts.lost : "");
}

/** @param {HTMLElement} root */
function startScreen(root) {
  const ending = new AbortController();
  const { signal } = ending;
  const find = finder(root);
  /** @type {any} */
  const start = { root, find, listing: false, still: false, deadline: null };
  /** @type {Projector.State} */
  const state = start;
  /** @param {"listing" | "still"} name */
  const change = (name) => () => {
    state[name] = !state[name];
    drawScreen(state);
  };
  const dialog = /** @type {HTMLDialogElement} */ (find(".keys"));
  const showKeys = () => (dialog.open ? dialog.close() : dialog.showModal());
  state.actions = { f: toggleFullScreen, l: change("listing"), p: change("still"), "?": showKeys };
  state.tall = window.matchMedia(TALL);
  window.addEventListener("resize", () => drawScreen(state), { signal });
  state.find(".list-switch").addEventListener("click", state.actions.l, { signal });
  state.find(".pause").addEventListener("click", state.actions.p, { signal });
  state.find(".full").addEventListener("click", toggleFullScreen, { signal });
  state.find(".help").addEventListener("click", showKeys, { signal });
  state.find(".keys button").addEventListener("click", () => dialog.close(), { signal });
  document.addEventListener("fullscreenchange", () => drawScreen(state), { signal });
  document.addEventListener("visibilitychange", () => (state.heardAt = performance.now()), { signal });
  listenToKeys(state, dialog, signal);
  const timer = setInterval(() => tick(state), TICK_MS);
  const joinAgain = standAlone(/** @type {ShadowRoot} */ (root.getRootNode()).host ?? root);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    joinAgain();
  });
  state.end = () => {
    ending.abort();
    PRESS_QUEUE.leave(root);
    screens.delete(root);
  };
  return state;
}

/** @param {ComponentArguments<Projector.Data>} values */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".screen");
  if (!root || !data) return undefined;
  if (!screens.has(root)) screens.set(root, startScreen(root));
  const state = screens.get(root);
  Object.assign(state, { data, heardAt: performance.now() });
  PRESS_QUEUE.join(root, setTriggerValue, data.outcomes ?? []);
  drawScreen(state);
  tick(state);
  return state.end;
}
