// The one table of results: the kind of a result -> the picture that stands in the middle, how it is drawn, the list beside
// it, and what is said of how many have answered. A new kind is one file of drawings, named in __init__.py, and one entry here.
const TABLE = { name: "list", back: "show_picture", left: "below" };
/** @type {Record<string, Projector.ResultKind>} */
const RESULT_KINDS = {
  words: {
    view: (result, listing) => result.list.length ? (listing ? "list" : "cloud") : "empty",
    list: { name: "list", back: "show_cloud", left: "below" },
    drawings: {
      cloud: (find, data, state) => {
        const { result } = data;
        drawList(find(".list"), result);
        drawThemeKey(find(".theme-key"), result.themes);
        drawCloud(find(".cloud"), state.tall.matches ? result.tall : result.wide, result.themes.length > 0);
      },
      list: (find, data, state) => {
        drawList(find(".list"), data.result);
        state.below = fitList(find(".list"), find(".middle"), state.tall.matches);
      },
    },
  },
  choice: {
    view: () => "bars",
    drawings: { bars: (find, data) => drawBars(find(".bars"), data.result, data.texts) },
  },
  ranking: {
    view: (result, listing) => !result.n ? "empty" : listing ? "figures" : "ranking",
    drawings: { ranking: (find, data) => drawRanking(/** @type {HTMLTableElement} */ (find(".ranking")), data) },
    answered: "ranked",
    list: TABLE,
    figures: ({ options }, texts) => ({
      columns: [texts.option, texts.rank, texts.mean_place, ...placeTitles(options), texts.unplaced],
      rows: options.map((/** @type {Projector.RankedOption} */ option) =>
        [option.label, `${option.standing}.`, option.mean, ...option.places, option.unplaced]),
    }),
  },
  dots: {
    view: (_, listing) => listing ? "figures" : "dots",
    drawings: { dots: (find, data) => drawDots(find(".dots"), data) },
    list: TABLE,
    figures: ({ options }, texts) => ({
      columns: [texts.option, texts.dots, texts.placers],
      rows: options.map((/** @type {Projector.DottedOption} */ option) => [option.label, option.dots, option.people]),
    }),
  },
  quiz: {
    view: (result) => result.n ? "quiz" : "empty",
    drawings: { quiz: (find, data) => drawCrowd(find(".crowd"), data.result.types) },
    answered: "quiz_done",
  },
  assessment: {
    view: (result, listing) => result.n ? (listing ? "figures" : "scale") : "empty",
    list: TABLE,
    drawings: { scale: drawScaleView },
    figures: scaleFigures,
  },
  text: {
    view: (result, listing) => !result.cards.length ? "empty" : listing ? "list" : result.themes.length ? "themes" : "cards",
    list: { name: "list_texts", back: "show_cards", left: "below_texts" },
    coming: "coming_texts",
    drawings: {
      cards: (find, data, state) => {
        drawTextList(find(".list"), data);
        drawCards(find(".cards"), data, state);
      },
      themes: (find, data, state) => {
        drawTextList(find(".list"), data);
        drawByTheme(find(".by-theme"), data, state);
      },
      list: (find, data, state) => {
        drawTextList(find(".list"), data);
        state.below = fitList(find(".list"), find(".middle"), state.tall.matches);
      },
    },
    tick: turnCards,
    people: { label: "text_answers", n: (result) => result.answers },
  },
  speaker: {
    view: (result, listing) => !result.is_open ? "empty" : listing ? "figures" : "speaker",
    drawings: { speaker: (find, data) => drawSpeaker(find(".speaker"), data) },
    answered: "speaker_count",
    list: TABLE,
    figures: speakerFigures,
  },
  scale: {
    view: (result, listing) => result.n ? (listing ? "figures" : "scale") : "empty",
    list: TABLE,
    drawings: { scale: drawScaleView },
    figures: scaleFigures,
  },
  groups: {
    view: (_, listing) => listing ? "figures" : "groups",
    list: TABLE,
    drawings: {
      groups: (find, data) => {
        const isMirrored = data.result.groups.length === 2;
        drawGroupTable(/** @type {HTMLTableElement} */ (find(".groups")), data, isMirrored ? 1 : 0, isMirrored ? "mirrored" : "columns");
      },
    },
    figures: groupFigures,
  },
};
