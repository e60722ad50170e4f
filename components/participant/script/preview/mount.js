// Mounting a preview: the page begins with the first state that it is given.

keepFocusInEditor();
const plainPage = document.querySelector("[data-participant]");
const waiting = new AbortController();
hearPreview(({ state }) => {
  waiting.abort();
  new ParticipantPage(plainPage.querySelector(".participant"), { ...JSON.parse(plainPage.dataset.participant), state });
}, waiting.signal);

/** Whoever writes in the editor keeps the focus there: this page moves it only where it already is within the frame. */
function keepFocusInEditor() {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (/** @type {FocusOptions} */ options) {
    const { frameElement } = window;
    const { activeElement } = /** @type {ShadowRoot | Document} */ (frameElement?.getRootNode() ?? document);
    if (!frameElement || activeElement === frameElement) focus.call(this, options);
  };
}
