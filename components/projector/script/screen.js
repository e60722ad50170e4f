// The projector as it is drawn: what is drawn already is changed in place.
const TALL = "(max-aspect-ratio: 1/1), (max-width: 699px)";

// What stands in the middle, from the view that the facilitator chose and the result that there is.
/** @param {Projector.Data} data  @param {boolean} listing */
function chosenView(data, listing) {
  if (data.view !== "results" && data.view !== "questions") return data.view;
  const { result } = data;
  if (!result) return "question";
  if (result.hidden) return "withheld";
  return RESULT_KINDS[result.kind].view(result, listing);
}

// Answers that nobody may see yet have come all the same.
/** @param {Projector.Data} values */
function emptyText({ state, result, empty, texts }) {
  if (state === "waiting") return texts.not_yet;
  return result.people ? texts[RESULT_KINDS[result.kind].coming ?? "coming"] : empty || texts.empty;
}

// The views that no kind of question has for itself.
/** @type {Partial<Record<Projector.View, Projector.Drawing>>} */
const DRAWINGS = {
  empty: (find, data) => setTextOrHide(find(".empty p"), emptyText(data)),
  withheld: (find, data) => setTextOrHide(find(".withheld"), data.texts.withheld.replace("{n}", data.result.needed)),
  figures: (find, data) => drawFigures(find(".figures"), RESULT_KINDS[data.result.kind].figures(data.result, data.texts)),
};

/** @param {Projector.View} view  @param {Projector.Data} data */
const drawingOf = (view, { result }) => DRAWINGS[view] ?? RESULT_KINDS[result?.kind]?.drawings[view];

/** @param {Projector.Drawn} state */
function drawScreen(state) {
  const { find, data, root } = state;
  const view = chosenView(data, state.listing);
  setAttribute(root, "data-view", view);
  setAttribute(root, "lang", data.lang);
  setClass(root, "still", state.still);
  setClass(root, "to-results", leadsToResults(view, data));
  setClass(root, "sorted", Boolean(data.result?.themes?.length));
  setAttribute(find(".list"), "aria-label", data.texts[RESULT_KINDS[data.result?.kind]?.list?.name ?? "list"]);
  setAttribute(find(".list"), "tabindex", view === "list" ? "0" : "-1");
  setAttribute(find(".figures"), "tabindex", view === "figures" ? "0" : "-1");
  state.view = view;
  state.beforeHold.see(data.view);
  drawHeading(find, view, data);
  state.below = 0;
  drawingOf(view, data)?.(find, data, state);
  drawFooting(find, view, data, state);
  drawTools(find, view, state);
}

/**
 * Lets the projector's own buttons and keys act, until the signal.
 * @param {HTMLElement} root
 * @param {Projector.Data} data
 * @param {(intent: Intent) => void} press
 * @param {AbortSignal} signal
 */
function startScreen(root, data, press, signal) {
  const find = finder(root);
  /** @type {any} */
  const start = { root, find, data, press, listing: false, still: false, deadline: null, beforeHold: new ViewBeforeHold() };
  /** @type {Projector.Drawn} */
  const state = start;
  /** @param {"listing" | "still"} name */
  const change = (name) => () => {
    state[name] = !state[name];
    drawScreen(state);
  };
  const dialog = /** @type {HTMLDialogElement} */ (find(".keys"));
  const showKeys = () => (dialog.open ? dialog.close() : dialog.showModal());
  state.actions = { f: toggleFullScreen, l: change("listing"), p: change("still"), "?": showKeys, "+": () => changeTextSize(state, 1), "-": () => changeTextSize(state, -1) };
  state.tall = window.matchMedia(TALL);
  window.addEventListener("resize", () => drawScreen(state), { signal });
  find(".list-switch").addEventListener("click", state.actions.l, { signal });
  find(".pause").addEventListener("click", state.actions.p, { signal });
  find(".full").addEventListener("click", toggleFullScreen, { signal });
  find(".help").addEventListener("click", showKeys, { signal });
  find(".keys .close").addEventListener("click", () => dialog.close(), { signal });
  document.addEventListener("fullscreenchange", () => drawScreen(state), { signal });
  startKeySettings(state, signal);
  listenToKeys(state, dialog, signal);
  return state;
}
