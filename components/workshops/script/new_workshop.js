/** The four ways to a new workshop. */
class NewWorkshop {
  /** @param {HTMLElement} root  @param {WorkshopsPage.Context} page  @param {number} maxFileMb */
  constructor(root, page, maxFileMb) {
    this.page = page;
    this.maxFileMb = maxFileMb;
    this.ready = element("div", { className: "panel ready" });
    this.file = element("form", { className: "panel" });
    this.file.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    const ready = this.way("button", "ready");
    const empty = this.way("button", "empty");
    const file = this.way("button", "file");
    empty.addEventListener("click", () => this.begin(empty));
    disclosure(ready, this.ready, () => this.drawReady());
    disclosure(file, this.file, () => this.drawFile());
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
    return [element("p", {}, this.page.text("ready.choose")), element("ul", {}, ...buttons)];
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
    return [
      element("p", { id: "file-kinds" }, page.text("file.choose", { max: this.maxFileMb })),
      this.drawField(),
      element("button", { type: "submit", className: "btn" }, page.text("file.send")),
      element("div", { className: "faults", role: "alert" }),
      linkButton(page.text("file.template"), `${page.base}/workshops/questions.xlsx?kieli=${page.lang}`, "plain", "download"),
    ];
  }

  /** The browser's own field speaks the browser's language: a label in ours stands in its place. */
  drawField() {
    const name = element("span", { className: "file-name", translate: false });
    const field = element("input", { type: "file", className: "sr", accept: ".zip,.xlsx", "aria-describedby": "file-kinds" });
    field.addEventListener("change", () => setText(name, field.files?.[0]?.name ?? ""));
    return element("label", { className: "file" }, field, element("span", { className: "btn" }, this.page.text("file.pick")), name);
  }

  /** Makes a workshop of the chosen file, or tells its faults. */
  async send() {
    const field = this.file.querySelector("input");
    const send = this.file.querySelector("button");
    const faults = this.file.querySelector(".faults");
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
