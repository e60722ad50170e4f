/** Placements that were pressed and are drawn at once, until the server's listing shows them or something else. */
class SortingMoves {
  constructor() {
    /** @type {Map<string, Sorting.Move>} */
    this.moves = new Map();
  }

  /** @param {Sorting.Entry} entry */
  themeOf(entry) {
    const move = this.moves.get(entry.key);
    return move ? move.theme : entry.theme;
  }

  /** Begins a placement; the answer tells what became of it. @param {Sorting.Entry[]} entries  @param {string | null} theme */
  begin(entries, theme) {
    /** @type {Sorting.Move} */
    const move = { theme, doneAt: Infinity };
    for (const { key } of entries) this.moves.set(key, move);
    return move;
  }

  /** Takes a placement back that the server refused. @param {Sorting.Move} move */
  drop(move) {
    for (const [key, other] of this.moves) if (other === move) this.moves.delete(key);
  }

  /** Takes in a listing that was asked for at this time. @param {Sorting.Entry[]} entries  @param {number} askedAt */
  see(entries, askedAt) {
    for (const { key, theme } of entries) {
      const move = this.moves.get(key);
      if (move && move.doneAt <= askedAt && (move.theme === theme || move.doneAt < Infinity)) this.moves.delete(key);
    }
  }
}
