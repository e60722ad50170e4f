// Mounting: Streamlit calls the default export at every change of data; on the light page the last lines call it.

// The element that holds the ballot -> its ballot.
const RUNNING = new WeakMap();

/** @param {{ data: Participant.Data, parentElement: HTMLElement }} values */
export default function mount({ data, parentElement }) {
  if (!RUNNING.has(parentElement)) RUNNING.set(parentElement, new Ballot(parentElement.querySelector(".ballot"), data));
  return () => {
    RUNNING.get(parentElement)?.end();
    RUNNING.delete(parentElement);
  };
}

// A Streamlit document has none.
const lightPage = document.querySelector("[data-ballot]");
if (lightPage) mount({ data: JSON.parse(lightPage.dataset.ballot), parentElement: lightPage });
