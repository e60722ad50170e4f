// The solution's name. What is typed stands here, outside the field: a field that leaves the page, or is drawn anew in
// another place, loses nothing.
const PAUSE_MS = 300;
/** @typedef {{ name_key: string, value: string, version: number, longest: number, label: string }} NameData */
/** @typedef {{ data: NameData, timer: number }} NameField */
/** @typedef {(trigger: string, value: { name: string }) => void} SendName */
/** @type {{ propelliNames?: Map<string, { version: number, text: string }> }} */
const PAGE = /** @type {any} */ (globalThis);
const NAMES = (PAGE.propelliNames ??= new Map());
/** The last data of each component on the page, and its timer. @type {WeakMap<HTMLElement, NameField>} */
const FIELDS = new WeakMap();

/** @param {NameData} data */
function nameOf(data) {
  const kept = NAMES.get(data.name_key);
  if (kept && kept.version === data.version) return kept;
  const fresh = { version: data.version, text: data.value };
  NAMES.set(data.name_key, fresh);
  return fresh;
}

/** @param {HTMLElement} root  @param {NameField} field  @param {SendName} send */
function drawField(root, field, send) {
  const { data } = field;
  const [label, input] = [root.querySelector("label"), root.querySelector("input")];
  label.querySelector("span").textContent = data.label;
  label.hidden = false;
  input.maxLength = data.longest;
  const name = nameOf(data);
  if (input.value !== name.text) input.value = name.text;
  const sendLater = () => {
    clearTimeout(field.timer);
    field.timer = setTimeout(() => send("typed", { name: nameOf(field.data).text }), PAUSE_MS);
  };
  input.oninput = () => {
    nameOf(field.data).text = input.value;
    sendLater();
  };
  if (name.text !== data.value) sendLater();
}

/** @param {ComponentArguments<NameData>} values */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".solution");
  const field = FIELDS.get(root) ?? { data, timer: 0 };
  field.data = data;
  FIELDS.set(root, field);
  /** @type {SendName} */
  const send = (name, value) => setTriggerValue(name, { ...value, serial: newSerial() });
  drawField(root, field, send);
  return () => clearTimeout(field.timer);
}
