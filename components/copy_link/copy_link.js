/**
 * Outside https browsers have no clipboard: the older command copies what is selected.
 * @param {HTMLInputElement} input
 */
async function copied(input) {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<{ address: string, label: string, copy: string, copied: string }>} values
 */
export default function copyLink({ data, parentElement }) {
  const find = finder(parentElement);
  const [input, button, status] = [find("input"), find("button"), find("p")];
  find("label").textContent = data.label;
  button.textContent = data.copy;
  if (input.value !== data.address) status.textContent = "";
  input.value = data.address;
  input.onfocus = () => input.select();
  button.onclick = async () => {
    const isDone = await copied(input);
    button.focus();
    status.textContent = isDone ? data.copied : "";
  };
}
