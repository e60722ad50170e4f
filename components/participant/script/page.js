// The page: the parts of the form, and the few ways in which anything on it changes.

const PARTS = [
  "kicker", "steps", "timer", "moment", "spin", "said", "outcome", "body", "clear", "back", "send", "status", "results", "announcement",
];

class Page {
  constructor(section, data) {
    const find = (selector) => section.querySelector(selector);
    const icons = find("template").content;
    for (const part of PARTS) this[part] = find(`.${part}`);
    Object.assign(this, {
      section,
      lang: data.lang,
      t: translator(data.texts, data.lang),
      title: find("h1"),
      help: find("h1 + .help"),
      form: find("form"),
      alerts: new Notices(find(".alerts"), icons),
      news: new Notices(find(".news"), icons),
    });
    section.lang = data.lang;
    this.foot(find(".foot"), data);
  }

  // On the light page the server has written the foot.
  foot(foot, { retention_days: days, privacy_href: href }) {
    if (foot.childElementCount) return;
    foot.append(element("p", { textContent: this.t("privacy", { n: days }) }),
      element("a", { href, textContent: this.t("privacy_link") }));
  }

  // Every redraw goes through here, so that focus and place are never lost.
  redraw(change) { gently(this.section, this.title, change); }

  // As if no question had been there.
  blank() {
    for (const part of [this.kicker, this.steps, this.outcome, this.clear, this.back]) part.hidden = true;
    for (const part of [this.body, this.form, this.send]) part.hidden = false;
    this.body.className = "body";
    this.body.onchange = null;
  }

  get focused() { return focusedIn(this.section); }

  // The line under the button.
  say(text, isFault = false) {
    write(this.status, text);
    this.status.classList.toggle("fault", isFault);
  }

  // An error is about what was there before the change.
  forgive() { if (this.status.classList.contains("fault")) this.say(""); }

  // Words that nobody got.
  aside(title, words) { this.alerts.set("aside", title, OWN + words.join(", ") + OWN); }

  // Only for those who listen.
  announce(text) { write(this.announcement, text); }

  // What is this person's own and safe. The propeller turns only when something was just saved.
  thank({ heading = "", text = "", said = [], hasPropeller = false, turns = false } = {}) {
    const { moment, spin } = this;
    moment.hidden = !heading && !hasPropeller;
    writeOrHide(moment.querySelector("h2"), heading);
    writeOrHide(moment.querySelector(".help"), text);
    this.said.hidden = !said.length;
    this.said.setAttribute("aria-label", this.t("yours"));
    this.said.replaceChildren(...said.map((word) => element("li", { textContent: word })));
    spin.hidden = !hasPropeller;
    if (!turns) return;
    spin.classList.remove("turning");
    // The animation starts anew only after a layout without it.
    void spin.offsetWidth;
    spin.classList.add("turning");
  }
}
