// Presses leave one by one and are known by a serial: of two that meet on their way, Streamlit keeps only the newer one,
// and after the server's restart it drops the first. Each is sent until the server says what became of it.
const RETRY_MS = 3000;
const MOST_TRIES = 6;

/** @typedef {(name: string, value: unknown) => void} SendPress */
/**
 * @typedef {object} QueuedPress
 * @property {HTMLElement} from the element whose component sends it
 * @property {string} meaning
 * @property {Intent & { serial: string }} press
 * @property {(() => void) | undefined} onLost
 * @property {number} tries
 */

function makePressQueue() {
  /** @type {QueuedPress[]} */
  const waiting = [];
  /** @type {Map<HTMLElement, SendPress>} */
  const senders = new Map();
  const counts = { pressed: 0, repeated: 0, done: 0, refused: 0, lost: 0 };
  /** @type {QueuedPress | null} */
  let current = null;
  let timer = 0;

  /** @param {"done" | "refused" | "lost"} outcome */
  const next = (outcome) => {
    counts[outcome] += 1;
    current = null;
    send();
  };
  const send = () => {
    clearTimeout(timer);
    current ??= waiting.shift() ?? null;
    if (!current) return;
    if (current.tries === MOST_TRIES) {
      current.onLost?.();
      next("lost");
      return;
    }
    current.tries += 1;
    const own = current.tries === 1 ? senders.get(current.from) : undefined;
    const sender = own ?? [...senders.values()].at(-1); // what was pressed may be gone from the page by now
    sender?.("press", current.press);
    timer = setTimeout(send, RETRY_MS);
  };
  return {
    counts,
    /**
     * `from` stands on the page and sends by `setTriggerValue`; `outcomes` are those that the server tells it.
     * @param {HTMLElement} from
     * @param {SendPress} setTriggerValue
     * @param {PressOutcome[]} outcomes
     */
    join(from, setTriggerValue, outcomes) {
      senders.delete(from);
      senders.set(from, setTriggerValue);
      const sent = current?.press;
      const outcome = sent && outcomes.find(({ serial }) => serial === sent.serial);
      if (outcome) next(outcome.refused ? "refused" : "done");
    },
    /** @param {HTMLElement} from */
    leave: (from) => senders.delete(from),
    /** @param {HTMLElement} from  @param {Intent} intent  @param {() => void} [onLost] */
    add(from, intent, onLost) {
      const meaning = JSON.stringify([intent.action, intent.arguments, intent.rev]);
      if ([current, ...waiting].some((one) => one?.meaning === meaning)) {
        counts.repeated += 1; // a double press of what is on its way counts once
        return;
      }
      counts.pressed += 1;
      waiting.push({ from, meaning, press: { ...intent, serial: newSerial() }, onLost, tries: 0 });
      if (!current) send();
    },
  };
}

/** @type {{ propelliPresses?: ReturnType<typeof makePressQueue> }} */
const PAGE = /** @type {any} */ (globalThis);
const PRESS_QUEUE = (PAGE.propelliPresses ??= makePressQueue()); // one for all components of the page
