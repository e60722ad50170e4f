/** One room of a workshop: what it is, its links, and behind a button what is needed less often. */
class RoomRow {
  /** @param {Api.Workshop["rooms"][number]} room  @param {string} title the workshop's  @param {WorkshopsPage.Context} page */
  constructor(room, title, page) {
    this.room = room;
    this.title = room.title || title;
    this.page = page;
  }

  /** @param {boolean} isMain whether its way to the desk is the page's filled button */
  draw(isMain) {
    const { room, page } = this;
    const { base } = page;
    const desk = linkButton(page.text("control"), `${base}/ohjaus?huone=${room.code}`, isMain ? "fill" : room.open ? "" : "plain");
    const results = linkButton(page.text("results"), `${base}/tulokset?huone=${room.code}`, room.open ? "plain" : "");
    const more = element("button", { type: "button", className: "btn plain ico" }, icon("more"));
    more.setAttribute("aria-label", page.text("more", { what: room.shown_code }));
    const panel = element("div", { className: "more" });
    disclosure(more, panel, () => this.drawMore());
    const state = element("span", { className: room.open ? "pill open" : "pill closed" }, element("i"), page.text(room.open ? "open" : "ended"));
    const ownTitle = room.title ? [element("span", { className: "own-title" }, room.title)] : [];
    return element(
      "li",
      { className: room.open ? "room live" : "room" },
      element("b", { className: "code" }, room.shown_code),
      ...ownTitle,
      element("span", { className: "when" }, room.when),
      state,
      element("span", { className: "who" }, room.people),
      element("span", { className: "buttons" }, ...(room.open ? [desk, results] : [results, desk]), more),
      panel,
    );
  }

  drawMore() {
    const { room, page } = this;
    const remove = element("button", { type: "button", className: "btn" }, icon("remove"), page.text("delete_room"));
    const form = element("form", { className: "deletion" });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.delete(form);
    });
    disclosure(remove, form, () => this.drawDeletion());
    return [
      linkButton(page.text("screen"), `${page.base}/esitys/${room.code}`, "", "screen"),
      iconButton(page.text("copy_room"), "copy", (button) => this.copy(button)),
      remove,
      form,
    ];
  }

  drawDeletion() {
    const { room, page } = this;
    return [
      element("p", {}, page.text("delete_help", { code: room.shown_code, title: this.title })),
      element("label", {}, page.text("delete_code"), element("input", { type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 20 })),
      element("button", { type: "submit", className: "btn danger" }, page.text("delete_now")),
      element("p", { className: "fault", role: "alert" }),
    ];
  }

  /** @param {HTMLFormElement} form */
  async delete(form) {
    const { room, page } = this;
    const field = form.querySelector("input");
    const sure = form.querySelector("button");
    const isDone = await page.act(sure, () => page.server.room(room.code, "delete", { code: field.value }), () => page.text("done.delete_room", { code: room.shown_code }));
    if (isDone) return;
    setText(form.querySelector(".fault"), sure.dataset.refusal ?? "");
    field.focus();
  }

  /** @param {HTMLButtonElement} button */
  copy(button) {
    return this.page.act(button, () => this.page.server.room(this.room.code, "copy"), (body) => this.page.text("done.copy_room", { code: body.shown_code }));
  }
}
