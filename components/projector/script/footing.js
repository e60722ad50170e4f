// The footer: state, people, what the picture leaves out, and the time that is left.
const COUNTDOWN_SLACK_MS = 750;

/** @param {Find} find  @param {Projector.View} view  @param {Projector.Data} data  @param {Projector.Drawn} state */
function drawFooting(find, view, data, state) {
  const { texts } = data;
  const asking = !["join", "hold"].includes(view) && !data.link;
  drawState(find, asking ? data.state : null, texts);
  drawPeople(find, view, data, asking);
  drawAside(find(".aside"), view, data, state.below);
  if (!ticking(view, data)) setShown(find(".pager"), false);
  drawMoving(state);
  state.deadline = asking && data.state === "open" ? nextDeadline(state.deadline, data.closes_in_ms) : null;
  state.remaining = texts.remaining;
  drawCountdown(find, state);
}

/** What moves by itself in this view, if anything. @param {Projector.View} view  @param {Projector.Data} data */
function ticking(view, data) {
  return view !== "list" && drawingOf(view, data) ? RESULT_KINDS[data.result?.kind]?.tick : undefined;
}

// What moves by itself, called several times a second.
/** @param {Projector.Drawn} state */
function drawMoving(state) {
  const { find, data, view } = state;
  ticking(view, data)?.(find, data, state);
}

/** @param {Find} find  @param {string | null} name  @param {TextSection} texts */
function drawState(find, name, texts) {
  setShown(find(".state"), Boolean(name));
  if (!name) return;
  setAttribute(find(".state"), "data-state", name);
  setTextOrHide(find(".state span"), texts[name]);
}

/** @param {Find} find  @param {Projector.View} view  @param {Projector.Data} data  @param {boolean} asking */
function drawPeople(find, view, data, asking) {
  const { texts, lang } = data;
  setShown(find(".people"), view !== "hold");
  setShown(find(".answered"), asking);
  const counted = asking && drawingOf(view, data) && RESULT_KINDS[data.result?.kind]?.people;
  if (counted) {
    fillText(find(".answered"), texts[counted.label], { n: counted.n(data.result) }, lang);
    fillText(find(".present"), texts.respondents, { n: data.result.people }, lang);
    return;
  }
  if (asking) {
    const n = data.answered ?? 0;
    const respondents = data.state === "closed" && data.result?.n === n;
    const own = RESULT_KINDS[data.result?.kind]?.answered;
    const label = texts[own ?? (respondents ? "respondents" : "answered")];
    fillText(find(".answered"), label, { n }, lang);
  }
  fillText(find(".present"), texts.present, { n: data.present ?? 0 }, lang);
}

/** @param {HTMLElement} element  @param {Projector.View} view  @param {Projector.Data} data  @param {number} below */
function drawAside(element, view, data, below) {
  const { texts, lang } = data;
  const leftOut = view === "cloud" ? data.result.left_out : below + (view === "list" ? data.result.unlisted ?? 0 : 0);
  if (view === "themes" && data.result.unsorted) {
    setShown(element, true);
    fillText(element, texts.no_theme, { n: data.result.unsorted }, lang);
    return;
  }
  const note = view === "join" ? texts.anonymous : (drawingOf(view, data) && data.result?.note) || "";
  setShown(element, Boolean(leftOut || note));
  const left = view === "cloud" ? "left_out" : RESULT_KINDS[data.result?.kind]?.list?.left;
  if (leftOut) fillText(element, texts[left], { n: leftOut }, lang);
  else if (note) setNote(element, note);
}

/** @param {HTMLElement} element  @param {string} note */
function setNote(element, note) {
  delete element.dataset.filled;
  setTextOrHide(element, note);
}

// Each update tells the time left by the server's clock; a small difference is the network's and is not shown.
/** @param {number | null} previous  @param {number | null | undefined} closesIn */
function nextDeadline(previous, closesIn) {
  if (closesIn === null || closesIn === undefined) return null;
  const deadline = performance.now() + closesIn;
  return previous !== null && Math.abs(previous - deadline) < COUNTDOWN_SLACK_MS ? previous : deadline;
}

/** @param {Find} find  @param {Projector.Drawn} state */
function drawCountdown(find, state) {
  const counting = state.deadline !== null && state.deadline !== undefined;
  setShown(find(".countdown"), counting);
  if (!counting) return;
  const seconds = Math.max(0, Math.ceil((state.deadline - performance.now()) / 1000));
  setTextOrHide(find(".countdown span"), fill(state.remaining, { time: formatDuration(seconds) }));
}
