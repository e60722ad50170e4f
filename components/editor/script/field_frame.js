/** By type of field: what draws it. @type {Record<string, new (field: EditorApi.Field, form: EditorApi.FormContext) => EditorApi.FieldPart>} */
const FIELD_TYPES = {};

/** Makes a type of field known to every form. @param {string} type  @param {new (field: EditorApi.Field, form: EditorApi.FormContext) => EditorApi.FieldPart} Part */
function registerField(type, Part) {
  FIELD_TYPES[type] = Part;
}

/** What of a field takes the focus. */
const FOCUSED_FIRST = ":is(textarea, input, select):not([hidden])";

let lastFieldId = 0;

/** An id that no other element of the editor has. */
function newFieldId() {
  lastFieldId += 1;
  return `editor-field-${lastFieldId}`;
}

/** The findings under a field, each as a sentence with its sign. */
class FaultList {
  /** @param {EditorApi.FormContext} form */
  constructor(form) {
    this.form = form;
    this.id = newFieldId();
    this.node = element("ul", { className: "faults", id: this.id, hidden: true });
  }

  /** @param {EditorApi.Finding[]} findings  @param {HTMLElement | null} [control] what they are about */
  draw(findings, control = null) {
    const key = JSON.stringify(findings.map(({ sentence, blocking }) => [sentence, blocking]));
    if (this.node.dataset.key !== key) {
      this.node.dataset.key = key;
      this.node.replaceChildren(...findings.map(({ sentence, blocking }) => element("li", { className: blocking ? "fault" : "advice" }, icon("fault"), element("span", {}, sentence))));
    }
    this.node.hidden = findings.length === 0;
    if (!control) return;
    const isBlocked = findings.some(({ blocking }) => blocking);
    setAttribute(control, "aria-invalid", isBlocked ? "true" : null);
    describe(control, this.id, findings.length > 0);
  }
}

/** Adds an element's id to what describes a control, or takes it away. @param {HTMLElement} control  @param {string} id  @param {boolean} isThere */
function describe(control, id, isThere) {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (isThere) ids.add(id);
  else ids.delete(id);
  setAttribute(control, "aria-describedby", [...ids].join(" ") || null);
}

const SHORT_HINT = 32;
/** Fields that say by themselves that they may be left as they are. */
const SHORT_TYPES = new Set(["number", "switch", "choice"]);

/** What stands round every field: its label, at the right end the languages, under it its faults and its hint. */
class FieldFrame {
  /**
   * @param {EditorApi.Field} field
   * @param {EditorApi.FormContext} form
   * @param {HTMLElement} body
   * @param {HTMLElement | null} control what the label names; null where the body is a group
   */
  constructor(field, form, body, control) {
    const hint = field.hint ?? "";
    const isShort = hint.length <= SHORT_HINT;
    this.control = control;
    this.labelId = newFieldId();
    const isOptional = !field.required && !SHORT_TYPES.has(field.type);
    this.side = element("small", {}, [isOptional ? form.texts.say("optional") : "", isShort ? hint : ""].filter(Boolean).join(" · "));
    const label = control ? element("label", { htmlFor: control.id }) : element("span", { className: "label" });
    label.id = this.labelId;
    label.append(element("span", {}, field.label), " ", this.side);
    this.end = element("div", { className: "end" });
    this.faults = new FaultList(form);
    this.hint = element("p", { className: "hint", id: newFieldId(), hidden: isShort }, isShort ? "" : hint);
    if (control && !isShort) describe(control, this.hint.id, true);
    this.node = element("div", { className: `field ${field.type}` }, label, this.end, body, this.faults.node, this.hint);
    if (!control) {
      setAttribute(this.node, "role", "group");
      setAttribute(this.node, "aria-labelledby", this.labelId);
    }
  }
}
