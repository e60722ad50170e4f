// Mounting: Streamlit calls the default export at every change of data; on the plain page the last lines call it.

// The element that holds the form -> its ParticipantPage.
const RUNNING = new WeakMap();

/** @param {{ data: Participant.Data, parentElement: HTMLElement }} values */
export default function mount({ data, parentElement }) {
  if (!RUNNING.has(parentElement)) RUNNING.set(parentElement, new ParticipantPage(parentElement.querySelector(".participant"), data));
  return () => {
    RUNNING.get(parentElement)?.end();
    RUNNING.delete(parentElement);
  };
}

// A Streamlit document has none.
const plainPage = document.querySelector("[data-participant]");
if (plainPage) mount({ data: JSON.parse(plainPage.dataset.participant), parentElement: plainPage });
