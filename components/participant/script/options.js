// Options: the radio buttons and checkboxes that choices and forms share.

/** @param {Participant.OptionList} values */
function optionList({ name, options, multiple, chosen, hint }) {
  const rows = options.map(({ id, label }) => {
    const input = element("input", { type: multiple ? "checkbox" : "radio", name, value: id, checked: chosen.includes(id) });
    return element("label", { className: "choice" }, input, element("span", { textContent: label }));
  });
  const role = multiple ? "group" : "radiogroup";
  const group = element("div", { className: "choices", role, "aria-labelledby": "question" }, ...rows);
  if (!hint) return [group];
  group.setAttribute("aria-describedby", "hint");
  return [element("p", { id: "hint", className: "help", textContent: hint }), group];
}

/** @param {HTMLElement} body  @param {(string | undefined)[]} ids */
function check(body, ids) {
  for (const input of body.querySelectorAll("input")) input.checked = ids.includes(input.value);
}

// A radio button that was chosen by mistake can be let go.
/** @param {Page} values  @param {boolean} isShown  @param {() => void} onclick */
function drawClear({ body, clear, t }, isShown, onclick) {
  write(clear, t("clear"));
  clear.hidden = !isShown || body.hidden || !body.querySelector("[type=radio]:checked");
  clear.onclick = () => {
    check(body, []);
    onclick();
    body.querySelector("input").focus();
  };
}

/** @param {Page} page */
function askToChoose(page) {
  page.say(page.t("choose_first"), true);
  page.body.querySelector("input").focus();
}

/** @param {HTMLElement} body */
const chosenIn = (body) => /** @type {HTMLInputElement[]} */ ([...body.querySelectorAll("input:checked")]).map((input) => input.value);

// Choosing is possible or not; the inputs stay focusable and readable.
/** @param {HTMLElement} body  @param {boolean} isLocked */
const lockOptions = (body, isLocked) => body.querySelector(".choices").setAttribute("aria-disabled", String(isLocked));
