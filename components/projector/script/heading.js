// The header: the question, and how to join. The joining view and the question alone are the same parts, larger.
const LONG_QUESTION = 90;
const VERY_LONG_QUESTION = 200;

/** @param {string} text */
function questionLength(text) {
  if (text.length > VERY_LONG_QUESTION) return "very-long";
  return text.length > LONG_QUESTION ? "long" : "short";
}

const LONG_ADDRESS = 22;
const VERY_LONG_ADDRESS = 44;

/** @param {string} address */
function addressLength(address) {
  if (address.length > VERY_LONG_ADDRESS) return "very-long";
  return address.length > LONG_ADDRESS ? "long" : "short";
}

/** It breaks at dots and slashes alone, where that is possible. @param {HTMLElement} node  @param {string} address */
function drawAddress(node, address) {
  setShown(node, Boolean(address));
  setAttribute(node, "data-length", addressLength(address));
  if (node.textContent === address) return;
  node.replaceChildren(...address.split(/(?<=[./])/).flatMap((part) => [element("wbr"), part]));
}

// What the holding picture says: a pause, the end of the workshop, or that there is none any more.
/** @param {Projector.Data} values */
function holding({ hold, published, texts, room }) {
  if (hold === "gone") return [texts.gone, texts.gone_help];
  if (hold === "missing") return [texts.missing, texts.missing_help];
  if (hold === "ended" && published) return [texts.ended, texts.published.replace("{address}", room.results)];
  if (hold === "ended") return [texts.ended, texts.ended_help.replace("{address}", room.closing)];
  return [texts.hold, texts.hold_help];
}

// Whether the closing picture leads to the results that are published.
/** @param {Projector.View} view  @param {Projector.Data} data */
const leadsToResults = (view, { hold, published }) => view === "hold" && hold === "ended" && published;

/** @param {Find} find  @param {Projector.View} view  @param {Projector.Data} data */
function drawHeading(find, view, data) {
  const { texts, room, lang } = data;
  const [holdTitle, holdHelp] = holding(data);
  /** @type {Partial<Record<Projector.View, string>>} */
  const titles = { join: data.locked ? texts.locked : texts.join, hold: holdTitle };
  const title = titles[view] ?? data.question ?? room.title ?? "";
  setTextOrHide(find(".question"), title);
  setAttribute(find(".question"), "data-length", questionLength(title));
  setTextOrHide(find(".workshop"), view === "join" ? room.title : "");
  /** @type {Partial<Record<Projector.View, string>>} */
  const helps = { join: data.locked ? texts.locked_help : "", hold: holdHelp, question: data.link && data.state === "open" ? texts.open_page : "" };
  setTextOrHide(find(".under"), helps[view] ?? (drawingOf(view, data) && data.result?.group));
  setTextOrHide(find(".scan"), texts.scan);
  drawAddress(find(".address"), room.address);
  setTextOrHide(find(".enter"), texts.enter);
  setTextOrHide(find(".code"), room.code);
  const toResults = leadsToResults(view, data);
  setAttribute(find(".qr img"), "src", toResults ? room.results_qr : room.qr);
  setAttribute(find(".qr img"), "alt", toResults
    ? texts.results_qr.replace("{address}", room.results) : texts.qr.replace("{address}", room.url ?? room.address));
  drawPicture(/** @type {HTMLImageElement} */ (find(".picture")), view === "question" ? data.picture : null);
  drawChoices(find(".choices"), view === "question" ? data.choices : []);
  drawLacking(find(".lacking"), (drawingOf(view, data) && data.result?.lacking) || [], texts, lang);
}

/** @param {HTMLImageElement} picture  @param {string | null} address */
function drawPicture(picture, address) {
  setShown(picture, Boolean(address));
  setAttribute(picture, "src", address);
}

/** @param {HTMLElement} element  @param {string[]} titles  @param {TextSection} texts  @param {string} lang */
function drawLacking(element, titles, texts, lang) {
  setShown(element, titles.length > 0);
  if (!titles.length) return;
  const names = titles.map((title) => title.charAt(0).toLocaleLowerCase(lang) + title.slice(1));
  fillText(element, texts.lacking, { types: new Intl.ListFormat(lang).format(names) }, lang);
}
