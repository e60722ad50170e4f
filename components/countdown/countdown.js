// Counts down from what the server said last; a new word from the server corrects it without a jump backwards.
const clocks = new WeakMap();

function shown(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export default function ({ data, parentElement }) {
  const time = parentElement.querySelector("b");
  parentElement.querySelector(".label").textContent = data.label;
  const clock = clocks.get(time) ?? {};
  clocks.set(time, clock);
  clock.end = performance.now() + data.left_ms;
  const draw = () => {
    const text = shown(clock.end - performance.now());
    if (time.textContent !== text) time.textContent = text;
  };
  draw();
  clock.timer ??= setInterval(draw, 250);
  return () => {
    clearInterval(clock.timer);
    clock.timer = undefined;
  };
}
