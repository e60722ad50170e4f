/**
 * @typedef {{ take: string, csv?: string, xlsx?: string, sending: string, done: any, unreached: string }} FileTexts
 * @typedef {{ address: string, query: string, lang: string, disabled: boolean, texts: FileTexts }} FileData
 */

/**
 * Sends a file and says what came of it.
 * @param {File} file
 * @param {FileData} data
 * @param {(sentence: string, faults: string[], isBad: boolean) => void} tell
 * @returns {Promise<boolean>} whether it has been taken
 */
async function sendSheet(file, { address, query, lang, texts }, tell) {
  tell(texts.sending, [], false);
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const answer = await fetch(`${address}?${query}&${new URLSearchParams({ name: file.name })}`, { method: "POST", headers, body: file });
    const body = await answer.json();
    if (answer.ok) tell(fill(pluralForm(texts.done, body.n ?? 0, lang), { n: body.n ?? 0 }), [], false);
    else tell(body.message, body.faults ?? [], true);
    return answer.ok;
  } catch {
    tell(texts.unreached, [], true);
    return false;
  }
}

/**
 * Streamlit calls this at each change of the data, with the same parent element.
 * @param {ComponentArguments<FileData>} values
 */
export default function mountSheetFiles({ data, parentElement, setStateValue }) {
  const find = finder(parentElement);
  const [input, status, faults] = [find("input"), find(".status"), find(".faults")];
  const take = /** @type {HTMLButtonElement} */ (find(".take"));
  setText(take, data.texts.take);
  for (const ending of ["csv", "xlsx"]) {
    const link = /** @type {HTMLAnchorElement} */ (find(`.${ending}`));
    const label = ending === "csv" ? data.texts.csv : data.texts.xlsx;
    link.hidden = !label;
    setText(link, label ?? "");
    link.href = `${data.address}.${ending}?${data.query}`;
  }
  take.disabled = data.disabled;
  take.onclick = () => input.click();

  /** @param {string} sentence  @param {string[]} rows  @param {boolean} isBad */
  const tell = (sentence, rows, isBad) => {
    setText(status, sentence);
    status.classList.toggle("bad", isBad);
    faults.replaceChildren(...rows.map((row) => element("li", {}, row)));
  };
  input.onchange = async () => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    if (await sendSheet(file, data, tell)) setStateValue("count", Date.now());
  };
}
