// The solution's name and the press that leaves its field behind. What is typed stands here, outside the field, and goes
// along with the press: a field that leaves the page, or is drawn anew in another place, loses nothing.
const PAUSE_MS = 300;
const NAMES = (globalThis.propelliNames ??= new Map());

function nameOf(data) {
  const kept = NAMES.get(data.name_key);
  if (kept && kept.version === data.version) return kept;
  const fresh = { version: data.version, text: data.value };
  NAMES.set(data.name_key, fresh);
  return fresh;
}

function drawField(root, data, send) {
  const [label, input] = [root.querySelector("label"), root.querySelector("input")];
  label.querySelector("span").textContent = data.label;
  label.hidden = false;
  input.maxLength = data.longest;
  const name = nameOf(data);
  if (input.value !== name.text) input.value = name.text;
  const tellLater = () => {
    clearTimeout(root.timer);
    root.timer = setTimeout(() => send("typed", { name: nameOf(root.data).text }), PAUSE_MS);
  };
  input.oninput = () => {
    nameOf(root.data).text = input.value;
    tellLater();
  };
  if (name.text !== data.value) tellLater();
}

function drawStart(root, data, send) {
  const button = root.querySelector("button");
  button.hidden = false;
  button.textContent = data.start;
  button.onclick = () => send("start", { name: nameOf(root.data).text });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".solution");
  root.data = data;
  const send = (name, value) => setTriggerValue(name, { ...value, serial: newSerial() });
  (data.start ? drawStart : drawField)(root, data, send);
  return () => clearTimeout(root.timer);
}
