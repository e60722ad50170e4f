// After a step, brings the focus to its heading, and its beginning into view where it is not; at the first drawing it
// moves nothing.
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
      const { top } = heading.getBoundingClientRect()
      if (top < 0 || top > innerHeight / 2) heading.closest(`.st-key-${data.step}`)?.scrollIntoView({ block: "start" })
    } else if (performance.now() - started < LONGEST_WAIT_MS) {
      requestAnimationFrame(arrive)
    }
  }
  requestAnimationFrame(arrive)
}
