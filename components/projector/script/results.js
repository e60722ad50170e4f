// The results: choices as bars, types as posts.
const FEW_OPTIONS = 10;
const LARGE_OPTIONS = 5;
const LINE_OF_LABEL = 30;
const MANY_LINES = 14;
const INKS = ["jarvi", "lakka", "kuusi", "kanerva", "yo"];

function makeBar() {
  const value = element("dd", {}, element("span", { className: "bar" }), element("b", { className: "count" }), element("span", { className: "share" }));
  return element("div", { className: "row" }, element("dt"), value);
}

// How large one column of bars may be: long labels take two lines each.
/** @param {Projector.Option[]} options */
function barSize(options) {
  const lines = options.reduce((sum, option) => sum + (option.label.length > LINE_OF_LABEL ? 2 : 1), 0);
  if (lines > MANY_LINES) return "dense";
  return options.length <= LARGE_OPTIONS ? "large" : "normal";
}

/** @param {HTMLElement} list  @param {{ options: Projector.Option[] }} result  @param {TextSection} texts */
function drawBars(list, result, texts) {
  const { options } = result;
  const most = Math.max(1, ...options.map((option) => option.count));
  const columns = Math.min(3, Math.ceil(options.length / FEW_OPTIONS));
  setAttribute(list, "data-size", columns > 1 ? "small" : barSize(options));
  setProperty(list, "--columns", columns);
  setProperty(list, "--rows", Math.ceil(options.length / columns));
  const rows = keepChildren(list, options.length, makeBar);
  options.forEach((option, index) => {
    const [label, value] = rows[index].children;
    setClass(rows[index], "most", option.count === most);
    setTextOrHide(label, option.label);
    setProperty(value.children[0], "--part", option.count / most);
    setTextOrHide(value.children[1], String(option.count));
    setTextOrHide(value.children[2], texts.percent.replace("{n}", option.percent));
  });
}

function makePost() {
  const picture = element("img");
  picture.alt = "";
  return element("li", {}, picture, element("span", { className: "post" }), element("span", { className: "name" }));
}

/** @param {HTMLElement} list  @param {Projector.QuizType[]} types */
function drawCrowd(list, types) {
  const most = Math.max(1, ...types.map((type) => type.count));
  setProperty(list, "--columns", types.length);
  const posts = keepChildren(list, types.length, makePost);
  types.forEach((type, index) => {
    const [picture, post, name] = posts[index].children;
    setClass(posts[index], "lacks", type.count === 0);
    setAttribute(picture, "src", type.picture);
    setTextOrHide(post, String(type.count));
    setProperty(post, "--part", type.count / most);
    setAttribute(post, "data-ink", INKS.includes(type.ink) ? type.ink : INKS[index % INKS.length]);
    setTextOrHide(name, type.title);
  });
}
