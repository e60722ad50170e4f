// The stream of a preview: each state comes as a message of the page around this one. No connection is opened.

// The state that was heard last.
/** @type {{ state: any }} */
const PREVIEW = { state: null };

// Hears the messages of a preview, from the same origin and from the page around alone, until the signal.
/** @param {(message: PreviewMessage) => void} hear  @param {AbortSignal} signal */
function hearPreview(hear, signal) {
  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin || source !== parent || data?.type !== "preview" || !data.state) return;
    document.documentElement.style.colorScheme = data.theme === "dark" ? "dark" : "light";
    PREVIEW.state = data.state;
    hear(data);
  }, { signal });
}

// Nothing leads away from a preview.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
}, true);

class Stream {
  /** @param {StreamServer} _server  @param {{ receive(state: any): void }} listener  @param {AbortSignal} signal */
  constructor(_server, listener, signal) {
    hearPreview(({ state }) => listener.receive(state), signal);
  }

  hurry() {}

  end() {}
}
