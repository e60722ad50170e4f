// Counts down from what the server said last; a new word from the server corrects it without a jump backwards.
const clocks = new WeakMap();

/** @param {ComponentArguments<{ label: string, left_ms: number }>} values */
export default function ({ data, parentElement }) {
  const time = parentElement.querySelector("b");
  parentElement.querySelector(".label").textContent = data.label;
  const clock = clocks.get(time) ?? {};
  clocks.set(time, clock);
  clock.end = performance.now() + data.left_ms;
  const draw = () => {
    setText(time, formatDuration(Math.max(0, Math.ceil((clock.end - performance.now()) / 1000))));
  };
  draw();
  clock.timer ??= setInterval(draw, 250);
  return () => {
    clearInterval(clock.timer);
    clock.timer = undefined;
  };
}
