/** The languages of a text; a ring tells where it is missing, a sign where it has a fault. */
class LanguageTabs {
  /** @param {EditorApi.FormContext} form  @param {(lang: string) => void} onChoice */
  constructor(form, onChoice) {
    this.form = form;
    this.onChoice = onChoice;
    this.node = element("div", { className: "languages", role: "tablist", ariaLabel: form.texts.say("text_language") });
    /** @type {{ lang: string, button: HTMLButtonElement, ring: HTMLElement, sign: HTMLElement }[]} */
    this.tabs = [];
    moveByArrows(this.node, "button", (button) => button.click());
  }

  /** The languages that this was drawn for, so that a text knows its own. @param {string} chosen  @param {(lang: string) => boolean} isMissingIn  @param {(lang: string) => boolean} isFaultyIn */
  draw(chosen, isMissingIn, isFaultyIn) {
    const { languages } = this.form;
    if (this.tabs.map(({ lang }) => lang).join() !== languages.join()) {
      this.tabs = languages.map((lang) => this.newTab(lang));
      this.node.replaceChildren(...this.tabs.map(({ button }) => button));
    }
    this.node.hidden = languages.length < 2;
    for (const { lang, button, ring, sign } of this.tabs) {
      setAttribute(button, "aria-selected", String(lang === chosen));
      button.tabIndex = lang === chosen ? 0 : -1;
      ring.hidden = !isMissingIn(lang);
      sign.hidden = !isFaultyIn(lang);
    }
  }

  /** @param {string} lang */
  newTab(lang) {
    const { texts } = this.form;
    const name = element("span", { lang, id: newFieldId() }, texts.language(lang));
    const ring = element("i", { className: "gap", role: "img", ariaLabel: texts.say("is_missing"), hidden: true });
    const sign = element("i", { className: "sign", role: "img", ariaLabel: texts.say("has_fault"), hidden: true }, icon("fault"));
    const button = element("button", { type: "button", role: "tab" }, name, ring, sign);
    button.addEventListener("click", () => this.onChoice(lang));
    return { lang, button, ring, sign };
  }

  /** The id of the name of a language, so that it can stand in the name of the field. @param {string} lang */
  nameId(lang) {
    return this.tabs.find((tab) => tab.lang === lang)?.button.querySelector("span").id ?? "";
  }
}
