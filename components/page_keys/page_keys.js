// F fills the screen, ? lists the keys; Space, the arrows and R are told to the page. A key is left alone while someone
// types, on whatever takes that key itself, behind an open dialog, and with a modifier.
const TAKES_KEYS = "input, textarea, select, [contenteditable], [role=radio], [role=combobox], [role=slider], [role=dialog]";
const TAKES_SPACE = "button, a, summary, [role=button]";
const PRESSES = { " ": "toggle", ArrowRight: "next", ArrowLeft: "previous", r: "results" };
const started = new WeakMap();

function toggleScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function isTaken(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("[role=dialog]")) return true;
  const taker = event.key === " " ? `${TAKES_KEYS}, ${TAKES_SPACE}` : TAKES_KEYS;
  return event.composedPath().some((target) => target instanceof Element && target.matches(taker));
}

function start(root, setTriggerValue) {
  const dialog = root.querySelector("dialog");
  const showKeys = () => dialog.open || dialog.showModal();
  const onKey = (event) => {
    if (dialog.open || isTaken(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "f") toggleScreen();
    if (key === "?") showKeys();
    if (!PRESSES[key]) return;
    event.preventDefault();
    if (!event.repeat) setTriggerValue("press", { name: PRESSES[key], serial: `${Date.now()}-${Math.random()}` });
  };
  root.querySelector(".full").addEventListener("click", toggleScreen);
  root.querySelector(".help").addEventListener("click", showKeys);
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

export default function ({ data, parentElement, setTriggerValue }) {
  if (!started.has(parentElement)) started.set(parentElement, start(parentElement, setTriggerValue));
  const find = (selector) => parentElement.querySelector(selector);
  find(".full").setAttribute("aria-label", data.full_screen);
  find(".full").title = data.full_screen;
  find(".full").hidden = !document.documentElement.requestFullscreen;
  find(".help").setAttribute("aria-label", data.title);
  find("h2").textContent = data.title;
  find(".close").textContent = data.close;
  find("dl").replaceChildren(...data.keys.flatMap(([key, does]) => [element("dt", key), element("dd", does)]));
  return () => {
    started.get(parentElement)?.();
    started.delete(parentElement);
  };
}
