// After a step, brings its beginning into view and the focus to its heading; at the first drawing it moves nothing.
const LONGEST_WAIT_MS = 3000

/** @param {ComponentArguments<{ step: string }>} values */
export default function ({ data, parentElement }) {
  const before = parentElement.dataset.step
  parentElement.dataset.step = data.step
  if (before === undefined || before === data.step) return
  const started = performance.now()
  const arrive = () => {
    if (parentElement.dataset.step !== data.step) return
    const heading = document.querySelector(`.st-key-${data.step} h2`)
    if (heading) {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      document.querySelector("h1")?.scrollIntoView({ block: "end" })
      heading.closest(`.st-key-${data.step}`).scrollIntoView({ block: "start" })
    } else if (performance.now() - started < LONGEST_WAIT_MS) {
      requestAnimationFrame(arrive)
    }
  }
  requestAnimationFrame(arrive)
}
