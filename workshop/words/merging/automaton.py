"""A finite-state transducer in flat arrays: outputs of a word, inputs of an output, words at edit distance one.

The file format is KFST (version 0), as the package `kfst` writes it: a header, symbol names, then LZMA-packed rows
(from state, to state, input symbol, output symbol, weight) sorted by state, then the final states. Rows are read in
blocks, so that reading needs little more memory than the arrays that stay.
"""

import lzma
import struct
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from workshop.errors import PropelliError

_MAGIC = b"KFST"
_HEADER = struct.Struct("!HII?")
_HEADER_OFFSET = 6
_ROW = np.dtype([("start", ">u4"), ("to", ">u4"), ("read", ">u2"), ("written", ">u2"), ("weight", ">f8")])
_FINAL = np.dtype([("state", ">u4"), ("weight", ">f8")])
_ROWS_PER_BLOCK = 200_000
_WEIGHT_STEP = 0.5
_BITS = 32
_EDITED, _SWAPPING = 1, 2
"""The edit has been made; the first of two swapped letters has been read."""
_IDENTITY = "@_IDENTITY_SYMBOL_@"
_EPSILON = "@_EPSILON_SYMBOL_@"
_NO_SYMBOL = -1
_MAX_SILENT_ARCS = 8
"""Maximum number of arcs in a row that write nothing, in a search by output."""


class LexiconUnreadableError(PropelliError):
    """The word list's file is not a transducer that this program can read; the value `file` names it."""

    id = "lexicon_unreadable"


@dataclass(frozen=True)
class _Arcs:
    """The arcs of all states, side by side; those of state `s` are `first[s]` to `first[s + 1]`, by symbol read."""

    first: memoryview
    to: memoryview
    read: memoryview
    written: memoryview
    weight: memoryview
    signature: memoryview
    """For each state one bit for each symbol that it reads, symbols counted modulo 32: 0 means certainly not read."""


class _Step(NamedTuple):
    """A step of a search: state, letters used, output so far, weight so far, input so far, edits made."""

    state: int
    used: int
    written: str
    weight: float
    typed: str = ""
    edits: int = 0


class Transducer:
    """Maps words to their analyses and back; a smaller weight is a likelier analysis."""

    def __init__(self, symbols: list[str], arcs: _Arcs, finals: dict[int, float]) -> None:
        self._arcs = arcs
        self._finals = finals
        self._number = {symbol: number for number, symbol in enumerate(symbols)}
        self._identity = self._number.get(_IDENTITY, _NO_SYMBOL)
        self._epsilon = self._number.get(_EPSILON, _NO_SYMBOL)
        self._epsilon_bit = 1 << self._epsilon % _BITS
        self._text = ["" if symbol == _EPSILON else symbol for symbol in symbols]
        self._letters = {number for symbol, number in self._number.items() if len(symbol) == 1 and symbol.islower()}

    def _weight(self, arc: int) -> float:
        return float(self._arcs.weight[arc]) * _WEIGHT_STEP

    def _start_steps(self, branches: Collection[str]) -> list[_Step]:
        """The first steps of a search: the arcs of the named branches, which leave the start state without reading."""
        steps = self._advance(_Step(0, 0, "", 0.0), self._epsilon, "", inf)
        return [step for step in steps if step.written in branches]

    def outputs(self, word: str, branches: Collection[str], max_weight: float) -> list[tuple[str, float]]:
        """The outputs of `word` in the named branches: (text, weight), the lightest first, none over `max_weight`."""
        weights: dict[str, float] = {}
        symbols = [self._number.get(letter, self._identity) for letter in word]
        bits = [1 << symbol % _BITS for symbol in symbols]
        steps, signature, epsilon_bit, length = (
            self._start_steps(branches),
            self._arcs.signature,
            self._epsilon_bit,
            len(word),
        )
        while steps:
            step = steps.pop()
            used, reads = step.used, signature[step.state]
            if used == length:
                self._keep_lightest(weights, step, max_weight)
            elif reads & bits[used]:
                steps += self._advance(step, symbols[used], word[used], max_weight)
            if reads & epsilon_bit:
                steps += self._advance(step, self._epsilon, "", max_weight)
        return sorted(weights.items(), key=lambda item: (item[1], item[0]))

    def _keep_lightest(self, weights: dict[str, float], step: _Step, max_weight: float) -> None:
        if step.state in self._finals:
            weight = step.weight + self._finals[step.state]
            if weight <= max_weight and weight < weights.get(step.written, max_weight + 1):
                weights[step.written] = weight

    def _advance(self, step: _Step, symbol: int, letter: str, max_weight: float) -> list[_Step]:
        """The steps that read one symbol; `letter` is what an identity arc writes."""
        steps: list[_Step] = []
        if not self._arcs.signature[step.state] & 1 << symbol % _BITS:
            return steps
        arcs = self._arcs
        state, used, before, weight_before, typed, edits = step
        used += symbol != self._epsilon
        typed += letter
        first, last = arcs.first[state], arcs.first[state + 1]
        low = bisect_left(arcs.read, symbol, first, last)
        for arc in range(low, last):
            if arcs.read[arc] != symbol:
                break
            weight = weight_before + arcs.weight[arc] * _WEIGHT_STEP
            if weight <= max_weight:
                number = arcs.written[arc]
                written = before + (letter if number == self._identity else self._text[number])
                steps.append(_Step(arcs.to[arc], used, written, weight, typed, edits))
        return steps

    def inputs(self, output: str) -> list[str]:
        """The words whose output is exactly `output`, the likeliest first."""
        return [word for word, rest in self.inputs_beginning(output) if not rest]

    def inputs_beginning(self, output: str, further: Collection[str] = ()) -> list[tuple[str, str]]:
        """The words whose output is `output` and then any of the symbols `further`: (word, the rest of the output)."""
        weights: dict[tuple[str, str], float] = {}
        symbols = {self._number[symbol] for symbol in further if symbol in self._number}
        steps = [_Step(0, 0, "", 0.0)]
        while steps:
            step = steps.pop()
            if step.used >= len(output) and step.state in self._finals:
                place = (step.typed, step.written[len(output) :])
                weight = step.weight + self._finals[step.state]
                weights[place] = min(weight, weights.get(place, weight))
            steps += self._advance_towards(step, output, symbols)
        return sorted(weights, key=lambda place: (weights[place], place))

    def _advance_towards(self, step: _Step, output: str, further: set[int]) -> Iterator[_Step]:
        """The steps whose output still agrees with `output`; their `edits` counts arcs in a row that wrote nothing."""
        arcs = self._arcs
        for arc in range(arcs.first[step.state], arcs.first[step.state + 1]):
            number, read = arcs.written[arc], arcs.read[arc]
            text = self._text[number]
            fits = output.startswith(text, step.used) if step.used < len(output) else number in further or not text
            silent = 0 if text else step.edits + 1
            if fits and silent <= _MAX_SILENT_ARCS and self._identity not in (number, read):
                typed = step.typed + self._text[read]
                weight = step.weight + self._weight(arc)
                yield _Step(arcs.to[arc], step.used + len(text), step.written + text, weight, typed, silent)

    def near(self, word: str, branches: Collection[str], max_weight: float) -> dict[str, list[tuple[str, float]]]:
        """Words at edit distance one from `word`, each with its outputs.

        An edit is one letter missing, extra or wrong, or two neighbours swapped (Damerau 1964: four in five typing
        errors).
        """
        meanings: dict[str, dict[str, float]] = {}
        symbols = [self._number.get(letter, self._identity) for letter in word]
        steps, signature = self._start_steps(branches), self._arcs.signature
        while steps:
            step = steps.pop()
            used, edits = step.used, step.edits
            if used == len(word) and edits == _EDITED and step.typed != word:
                self._keep_lightest(meanings.setdefault(step.typed, {}), step, max_weight)
            if edits == _SWAPPING:
                swapped = self._advance(step, symbols[used - 1], word[used - 1], max_weight)
                steps += [after._replace(edits=_EDITED) for after in swapped]
            elif used < len(word):
                steps += self._advance(step, symbols[used], word[used], max_weight)
            if signature[step.state] & self._epsilon_bit:
                steps += self._advance(step, self._epsilon, "", max_weight)
            if not edits:
                steps += self._edit_steps(step, symbols, max_weight)
        return {
            typed: sorted(weights.items(), key=lambda item: item[1]) for typed, weights in meanings.items() if weights
        }

    def _edit_steps(self, step: _Step, symbols: list[int], max_weight: float) -> list[_Step]:
        """The steps that one edit leads to, where the state after it can read the next symbol."""
        arcs, can_continue, steps = self._arcs, self._can_continue, []
        state, used, before, weight_before, typed, _ = step
        present, coming = [*symbols, _NO_SYMBOL, _NO_SYMBOL][used : used + 2]
        if present != _NO_SYMBOL:
            steps.append(_Step(state, used + 1, before, weight_before, typed, _EDITED))
        for arc in range(arcs.first[state], arcs.first[state + 1]):
            symbol, to = arcs.read[arc], arcs.to[arc]
            if symbol not in self._letters:
                continue
            edits = [(used, _EDITED)] if can_continue(to, symbols, used) else []
            if present not in (_NO_SYMBOL, symbol) and can_continue(to, symbols, used + 1):
                edits.append((used + 1, _EDITED))
            if symbol == coming != present:
                edits.append((used + 1, _SWAPPING))
            weight = weight_before + arcs.weight[arc] * _WEIGHT_STEP
            if edits and weight <= max_weight:
                written, after = before + self._text[arcs.written[arc]], typed + self._text[symbol]
                steps += [_Step(to, position, written, weight, after, edit) for position, edit in edits]
        return steps

    def _can_continue(self, state: int, symbols: list[int], used: int) -> int:
        """Zero where the state certainly cannot read the next symbol."""
        signature: int = self._arcs.signature[state]
        if used == len(symbols):
            return signature & self._epsilon_bit or state in self._finals
        return signature & (1 << symbols[used] % _BITS | self._epsilon_bit)


def read(path: Path) -> Transducer:
    """Reads a KFST file.

    Raises LexiconUnreadableError where the file is not one, is cut short, or has weights that are no multiples of 0.5.
    """
    try:
        return _parsed(path.read_bytes())
    except (lzma.LZMAError, EOFError, struct.error, ValueError, IndexError) as fault:
        raise LexiconUnreadableError(file=path.name) from fault


def _parsed(content: bytes) -> Transducer:
    if content[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a KFST file")
    symbol_count, arc_count, final_count, weighted = _HEADER.unpack_from(content, _HEADER_OFFSET)
    if not weighted:
        raise ValueError("a transducer without weights")
    offset = _HEADER_OFFSET + _HEADER.size
    symbols = []
    for _ in range(symbol_count):
        end = content.index(b"\0", offset)
        symbols.append(content[offset:end].decode())
        offset = end + 1
    packed = _Packed(content[offset:])
    arcs = _arcs(packed, arc_count)
    finals = np.frombuffer(packed.take(final_count * _FINAL.itemsize), _FINAL)
    return Transducer(symbols, arcs, {int(row["state"]): float(row["weight"]) for row in finals})


class _Packed:
    """LZMA-packed bytes, unpacked piece by piece."""

    def __init__(self, content: bytes) -> None:
        self._unpacker = lzma.LZMADecompressor()
        self._content = content

    def take(self, size: int) -> bytes:
        """The next `size` bytes; raises ValueError where the content ends before them."""
        pieces: list[bytes] = []
        while size:
            piece = self._unpacker.decompress(self._content, size)
            self._content = b""
            if not piece:
                raise ValueError("cut short")
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)


def _arcs(packed: _Packed, count: int) -> _Arcs:
    to = np.empty(count, np.uint32)
    read = np.empty(count, np.uint16)
    written = np.empty(count, np.uint16)
    weight = np.empty(count, np.uint8)
    leaving = np.zeros(0, np.int64)
    for low in range(0, count, _ROWS_PER_BLOCK):
        high = min(count, low + _ROWS_PER_BLOCK)
        rows = np.frombuffer(packed.take((high - low) * _ROW.itemsize), _ROW)
        to[low:high], read[low:high], written[low:high] = rows["to"], rows["read"], rows["written"]
        weight[low:high] = rows["weight"] / _WEIGHT_STEP
        if not np.array_equal(weight[low:high] * _WEIGHT_STEP, rows["weight"]):
            raise ValueError("weights are no multiples of the step")
        more = np.bincount(rows["start"].astype(np.int64), minlength=len(leaving))
        leaving = np.pad(leaving, (0, len(more) - len(leaving))) + more
    states = max(len(leaving), int(to.max()) + 1)
    first = np.zeros(states + 1, np.uint32)
    np.cumsum(np.pad(leaving, (0, states - len(leaving))), out=first[1:])
    _sort_within_states(first, [to, read, written, weight], by=read)
    columns: tuple[npt.NDArray[Any], ...] = (first, to, read, written, weight, _signatures(first, read))
    return _Arcs(*(column.data for column in columns))


def _signatures(first: npt.NDArray[np.uint32], read: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint32]:
    signatures = np.zeros(len(first) - 1, np.uint32)
    leaving = np.flatnonzero(np.diff(first))
    for low in range(0, len(leaving), _ROWS_PER_BLOCK):
        states = leaving[low : low + _ROWS_PER_BLOCK]
        begin, end = first[states[0]], first[states[-1] + 1]
        bits = np.uint32(1) << (read[begin:end].astype(np.uint32) % _BITS)
        signatures[states] = np.bitwise_or.reduceat(bits, first[states] - begin)
    return signatures


_Column = npt.NDArray[np.unsignedinteger]


def _sort_within_states(first: npt.NDArray[np.uint32], columns: list[_Column], by: _Column) -> None:
    """Orders each state's arcs by symbol, in place, a block of states at a time to keep the memory low."""
    state = 0
    while state < len(first) - 1:
        last = int(np.searchsorted(first, first[state] + _ROWS_PER_BLOCK, "right")) - 1
        last = min(max(last, state + 1), len(first) - 1)
        low, high = int(first[state]), int(first[last])
        owners = np.repeat(np.arange(last - state, dtype=np.uint64), np.diff(first[state : last + 1]))
        order = np.argsort((owners << np.uint64(16)) | by[low:high].astype(np.uint64), kind="stable")
        for column in columns:
            column[low:high] = column[low:high][order]
        state = last
