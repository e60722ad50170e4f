/** How long a press that was done may stay undrawn before the state is asked for. */
const UNDRAWN_MS = 400;

/** The desk of one room: its parts are drawn anew at every state that the line brings. */
class DeskPage {
  /** @param {HTMLElement} root  @param {DeskApi.Data} data  @param {(name: string, value: object) => void} trigger */
  constructor(root, data, trigger) {
    this.root = root;
    this.find = finder(root);
    this.trigger = trigger;
    this.texts = data.texts;
    this.server = new DeskServer(data);
    this.queue = new WirePresses(this.server, data.texts.press_lost);
    this.queue.onUndrawn = () => this.askSoon();
    this.ending = new AbortController();
    this.words = new DeskWords(this.find(".word-desk"), this.server, this);
    this.now = new NowPart(this.find, this);
    const PARTS = [
      OverviewPart, OwnPacePart, SpeakerQuestionsPart, FloodPart, TimePart, ViewPart, ResultsRulesPart, GroupsPart, RoundsPart, ProgrammePart,
      EndedPart,
    ];
    this.parts = PARTS.map(
      (Part) => new Part(this.find, this),
    );
    this.wakeLock = new DisplayWakeLock(this.ending.signal);
    this.answers = new AnswersPart(this.find, this.words, this);
    this.sorting = new ThemeDesk(this.find, this.server, this, (isOpen) => this.showSorting(isOpen));
    this.shortcuts = new Shortcuts((intent) => this.pressKey(intent), this.ending.signal);
    /** @type {DeskApi.State} */
    this.source = data.state;
    this.draw();
    this.stream = new Stream(this.server, this, this.ending.signal);
  }

  draw() {
    for (const part of [this.now, ...this.parts, this.answers]) part.draw(this.source);
    this.sorting.see(this.source);
    this.shortcuts.draw(this.sorting.isOpen ? { ...this.source, intents: {} } : this.source);
    this.queue.see(this.source.rev);
    this.wakeLock.want(!this.source.ended);
  }

  /** The sorting page stands in the place of the panes, and has the keys for itself. @param {boolean} isOpen */
  showSorting(isOpen) {
    this.find(".panes").hidden = isOpen;
    this.draw();
  }

  /** A key is told of where its button is: at the large one, which every key stands by. @param {Intent} intent */
  pressKey(intent) {
    const { toggle } = this.now;
    toggle.press(toggle.buttons[0], intent);
  }

  askSoon() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.queue.undrawn && this.stream.ask(), UNDRAWN_MS);
  }

  /** @param {string} name  @param {string} activity */
  openForm(name, activity) {
    this.trigger("form", { name, activity, serial: newSerial() });
  }

  /** @param {DeskApi.State} state */
  receive(state) {
    this.source = state;
    this.draw();
  }

  opened() {
    setText(this.find(".line"), "");
  }

  lost() {
    setText(this.find(".line"), this.texts.lost);
  }

  /** Refused at the door: whether for good, the state's own answer tells. */
  refused() {
    this.stream.ask();
  }

  /** The room is deleted, or the right has ended: the page tells what is next. @param {string} message */
  roomDeleted(message) {
    this.stop();
    setText(this.find(".line"), message);
    this.trigger("gone", { serial: newSerial() });
  }

  stop() {
    clearTimeout(this.asking);
    this.ending.abort();
    this.stream?.end();
    this.now.clock.stop();
    this.words.stop();
  }
}
