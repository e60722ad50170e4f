/** The four ways to a new workshop. */
class NewWorkshop {
  /** @param {HTMLElement} root  @param {WorkshopsPage.Context} page  @param {number} maxFileMb */
  constructor(root, page, maxFileMb) {
    this.page = page;
    this.maxFileMb = maxFileMb;
    this.ready = element("div", { className: "panel ready" });
    this.file = this.drawFile();
    const ready = this.way("button", "ready");
    const empty = this.way("button", "empty");
    const file = this.way("button", "file");
    empty.addEventListener("click", () => this.begin(empty));
    ready.addEventListener("click", () => this.drawReady());
    disclosure(ready, this.ready);
    disclosure(file, this.file);
    const paste = this.way("a", "paste");
    paste.href = `${page.base}/ohjaus?uusi=rivit`;
    paste.target = "_self";
    root.append(ready, this.ready, paste, empty, file, this.file);
  }

  /** @template {"a" | "button"} Tag  @param {Tag} tag  @param {string} name  @returns {HTMLElementTagNameMap[Tag]} */
  way(tag, name) {
    const { base } = this.page;
    const picture = element("img", { src: `${base}/assets/svg/kind_${name}.svg`, alt: "", width: 48, height: 48 });
    const words = element("span", {}, element("b", {}, this.page.text(`${name}.title`)), element("span", {}, this.page.text(`${name}.help`)));
    const way = element(tag, { className: "way" }, picture, words);
    if (way instanceof HTMLButtonElement) way.type = "button";
    return /** @type {HTMLElementTagNameMap[Tag]} */ (way);
  }

  /** The workshops to choose from, as they are when the panel is opened. */
  drawReady() {
    const buttons = this.page.all.map((workshop) => {
      const button = element("button", { type: "button", className: "btn choice" }, workshop.title);
      button.addEventListener("click", () => new WorkshopCard(workshop, this.page, 0).copy(button));
      return element("li", {}, button);
    });
    this.ready.replaceChildren(element("p", {}, this.page.text("ready.choose")), element("ul", {}, ...buttons));
  }

  /** @param {HTMLButtonElement} button */
  begin(button) {
    const { page } = this;
    return page.act(button, () => page.server.post("/workshops", { title: page.text("paste.untitled") }), (body) => this.edit(body));
  }

  /** @param {{ id: string }} body  @returns {null} */
  edit({ id }) {
    this.page.go(`/muokkaa?tyopaja=${encodeURIComponent(id)}`);
    return null;
  }

  drawFile() {
    const { page } = this;
    const field = element("input", { type: "file", accept: ".zip,.xlsx" });
    const send = element("button", { type: "submit", className: "btn" }, page.text("file.send"));
    const faults = element("div", { className: "faults", role: "alert" });
    const template = linkButton(page.text("file.template"), `${page.base}/workshops/questions.xlsx?kieli=${page.lang}`, "plain", "download");
    const label = element("label", {}, page.text("file.choose", { max: this.maxFileMb }), field);
    const form = element("form", { className: "panel" }, label, send, faults, template);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(field, send, faults);
    });
    return form;
  }

  /** @param {HTMLInputElement} field  @param {HTMLButtonElement} send  @param {HTMLElement} faults */
  async send(field, send, faults) {
    const { page } = this;
    const [file] = field.files ?? [];
    const refusal = !file ? page.text("file.missing") : file.size > this.maxFileMb * 1e6 ? page.text("file.large", { max: this.maxFileMb }) : "";
    faults.replaceChildren(refusal);
    if (refusal) return;
    setText(send, page.text("file.sending"));
    /** @type {string[]} */
    let sentences = [];
    await page.act(send, async () => {
      const reply = await page.server.file(file);
      sentences = reply.body?.faults ?? [];
      return reply;
    }, (body) => this.edit(body));
    setText(send, page.text("file.send"));
    if (!send.dataset.refusal) return;
    const list = element("ul", {}, ...sentences.map((sentence) => element("li", {}, sentence)));
    faults.replaceChildren(...(sentences.length ? [element("p", {}, page.text("file.faults")), list] : [send.dataset.refusal]));
  }
}
