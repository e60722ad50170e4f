// Mounting a preview: the picture begins with the first state that it is given.

const waiting = new AbortController();
hearPreview(({ state }) => {
  waiting.abort();
  const page = document.querySelector("[data-projector]");
  new ProjectorScreen(page.querySelector(".screen"), { ...JSON.parse(page.dataset.projector), state });
}, waiting.signal);
