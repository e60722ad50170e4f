// F fills the screen, ? lists the keys, R is told to the page. A key pressed while typing, or with a modifier, is not ours.
const TYPING = "input, textarea, select, [contenteditable]";
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

function start(root, setTriggerValue) {
  const dialog = root.querySelector("dialog");
  const showKeys = () => dialog.open || dialog.showModal();
  const onKey = (event) => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof Element && target.closest(TYPING))) return;
    if (event.key.toLowerCase() === "f") toggleScreen();
    if (event.key === "?") showKeys();
    if (event.key.toLowerCase() === "r" && !event.repeat) setTriggerValue("results", true);
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
