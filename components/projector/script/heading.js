// The header: the question, and how to join. The joining view and the question alone are the same parts, larger.
const LONG_QUESTION = 90;
const VERY_LONG_QUESTION = 200;

function questionLength(text) {
  if (text.length > VERY_LONG_QUESTION) return "very-long";
  return text.length > LONG_QUESTION ? "long" : "short";
}

// What the holding picture says: a pause, the end of the workshop, or that there is none any more.
function holding({ hold, texts, room }) {
  if (hold === "gone") return [texts.gone, texts.gone_help];
  if (hold === "ended") return [texts.ended, texts.ended_help.replace("{address}", room.closing)];
  return [texts.hold, texts.hold_help];
}

function drawHeading(find, view, data) {
  const { texts, room, lang } = data;
  const [held, heldHelp] = holding(data);
  const title = { join: texts.join, hold: held }[view] ?? data.question ?? room.title ?? "";
  setText(find(".question"), title);
  setAttribute(find(".question"), "data-length", questionLength(title));
  setText(find(".workshop"), view === "join" ? room.title : "");
  setText(find(".under"), { hold: heldHelp, question: data.link && data.state === "open" ? texts.open_page : "" }[view] ?? "");
  setText(find(".scan"), texts.scan);
  setText(find(".address"), room.address);
  setText(find(".enter"), texts.enter);
  setText(find(".code"), room.code);
  setAttribute(find(".qr img"), "src", room.qr);
  setAttribute(find(".qr img"), "alt", texts.qr.replace("{address}", room.url ?? room.address));
  drawLacking(find(".lacking"), (view in DRAWINGS && data.result?.lacking) || [], texts, lang);
}

function drawLacking(element, titles, texts, lang) {
  setShown(element, titles.length > 0);
  if (!titles.length) return;
  const names = titles.map((title) => title.charAt(0).toLocaleLowerCase(lang) + title.slice(1));
  fillText(element, texts.lacking, { types: new Intl.ListFormat(lang).format(names) }, lang);
}
