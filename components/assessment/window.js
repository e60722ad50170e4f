// Tells once whether the window is narrow, and only where the server guessed otherwise.
/** @param {ComponentArguments<{ narrow_pixels: number, guess: boolean }>} values */
export default function ({ data, setStateValue, parentElement }) {
  if (parentElement.dataset.measured) return
  parentElement.dataset.measured = "yes"
  const narrow = window.innerWidth <= data.narrow_pixels
  if (narrow !== data.guess) setStateValue("narrow", narrow)
}
