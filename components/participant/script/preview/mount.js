// Mounting a preview: the page begins with the first state that it is given.

const plainPage = document.querySelector("[data-participant]");
const waiting = new AbortController();
hearPreview(({ state }) => {
  waiting.abort();
  new ParticipantPage(plainPage.querySelector(".participant"), { ...JSON.parse(plainPage.dataset.participant), state });
}, waiting.signal);
