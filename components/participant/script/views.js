// The one table of views: the kind of a state -> what answers it. A new kind is one file, named in assets.py, and one line here.

const VIEWS = {
  words: WordsView, choice: ChoiceView, ranking: RankingView, dots: DotsView, form: StepsView, link: IdleView, text: TextView,
  scale: ScaleView,
};
