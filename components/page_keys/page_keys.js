// F fills the screen, ? lists the keys. A key is left alone while someone types, behind an open dialog, and with a modifier.
const started = new WeakMap();

/** @param {HTMLElement} root */
function start(root) {
  const ending = new AbortController();
  const origin = watchFocus(ending.signal);
  const dialog = root.querySelector("dialog");
  const showKeys = () => {
    if (!dialog.open) dialog.showModal();
    document.body.toggleAttribute("data-keys-listed", true); // the dialog itself is out of the shortcuts' sight
  };
  dialog.addEventListener("close", () => document.body.removeAttribute("data-keys-listed"));
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const isBusy = dialog.open || hasModifier(event) || isSwitchedOff(event) || document.querySelector("[role=dialog]");
    if (isBusy || origin.keepsKey(event)) return;
    if (event.key.toLowerCase() === "f") toggleFullScreen();
    if (event.key === "?") showKeys();
  };
  startCharacterKeysSwitch(root.querySelector(".characters input"), ending.signal);
  root.querySelector(".full").addEventListener("click", toggleFullScreen);
  root.querySelector(".help").addEventListener("click", showKeys);
  document.addEventListener("keydown", onKey, { signal: ending.signal });
  return () => {
    ending.abort();
    document.body.removeAttribute("data-keys-listed");
  };
}

/**
 * @param {ComponentArguments<{ title: string, keys: [string, string][], full_screen: string, characters: string, close: string }>} values
 */
export default function ({ data, parentElement }) {
  if (!started.has(parentElement)) started.set(parentElement, start(parentElement));
  const find = finder(parentElement);
  find(".full").setAttribute("aria-label", data.full_screen);
  find(".full").title = data.full_screen;
  find(".full").hidden = !document.documentElement.requestFullscreen;
  find(".help").setAttribute("aria-label", data.title);
  find("h2").textContent = data.title;
  find(".characters span").textContent = data.characters;
  find(".close").setAttribute("aria-label", data.close);
  find("dl").replaceChildren(...data.keys.flatMap(([key, does]) => [element("dt", {}, key), element("dd", {}, does)]));
  return () => {
    started.get(parentElement)?.();
    started.delete(parentElement);
  };
}
