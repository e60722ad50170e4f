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
    """A step of a search by output: state, letters used, output, weight and input so far, silent arcs in a row."""

    state: int
    used: int
    written: str
    weight: float
    typed: str = ""
    silent: int = 0


class Transducer:
    """Maps words to their analyses and back; a smaller weight is a likelier analysis."""

    def __init__(self, symbols: list[str], arcs: _Arcs, finals: dict[int, float]) -> None:
        self._arcs = arcs
        self._finals = finals
        self._number = {symbol: number for number, symbol in enumerate(symbols)}
        self._identity = self._number.get(_IDENTITY, _NO_SYMBOL)
        self._epsilon = self._number.get(_EPSILON, _NO_SYMBOL)
        self._text = ["" if symbol == _EPSILON else symbol for symbol in symbols]

    def _weight(self, arc: int) -> float:
        return float(self._arcs.weight[arc]) * _WEIGHT_STEP

    def outputs(self, word: str, branches: Collection[str], max_weight: float) -> list[tuple[str, float]]:
        """The outputs of `word` in the named branches: (text, weight), the lightest first, none over `max_weight`."""
        weights: dict[str, float] = {}
        numbers = [self._number.get(letter, self._identity) for letter in word]
        reads = [(number, 1 << number % _BITS, letter, 1) for number, letter in zip(numbers, word, strict=True)]
        silent = (self._epsilon, 1 << self._epsilon % _BITS, "", 0)
        options = [*((silent, read) for read in reads), (silent,)]
        steps: list[tuple[int, int, str, float]] = self._steps_of(branches)
        signature = self._arcs.signature
        while steps:
            state, used, written, weight = steps.pop()
            if used == len(word) and state in self._finals:
                total = weight + self._finals[state]
                if total <= max_weight and total < weights.get(written, max_weight + 1):
                    weights[written] = total
            for number, bit, letter, length in options[used]:
                if signature[state] & bit:
                    for to, more, heavier in self._arcs_from(state, number, letter, max_weight - weight):
                        steps.append((to, used + length, written + more, weight + heavier))
        return sorted(weights.items(), key=lambda item: (item[1], item[0]))

    def _steps_of(self, branches: Collection[str]) -> list[tuple[int, int, str, float]]:
        """The first steps of a search: the arcs of the named branches, which leave the start state without reading."""
        arcs = self._arcs_from(0, self._epsilon, "", inf)
        return [(to, 0, written, weight) for to, written, weight in arcs if written in branches]

    def _arcs_from(self, state: int, number: int, letter: str, max_weight: float) -> list[tuple[int, str, float]]:
        """The arcs of a state that read one symbol: where to, what is written, how heavy; `letter` is its own text."""
        arcs, result = self._arcs, []
        last = arcs.first[state + 1]
        arc = bisect_left(arcs.read, number, arcs.first[state], last)
        while arc < last and arcs.read[arc] == number:
            weight = arcs.weight[arc] * _WEIGHT_STEP
            if weight <= max_weight:
                written = arcs.written[arc]
                result.append((arcs.to[arc], letter if written == self._identity else self._text[written], weight))
            arc += 1
        return result

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
        """The steps whose output still agrees with `output`; `silent` counts arcs in a row that wrote nothing."""
        arcs = self._arcs
        for arc in range(arcs.first[step.state], arcs.first[step.state + 1]):
            number, read = arcs.written[arc], arcs.read[arc]
            text = self._text[number]
            fits = output.startswith(text, step.used) if step.used < len(output) else number in further or not text
            silent = 0 if text else step.silent + 1
            if fits and silent <= _MAX_SILENT_ARCS and self._identity not in (number, read):
                typed = step.typed + self._text[read]
                weight = step.weight + self._weight(arc)
                yield _Step(arcs.to[arc], step.used + len(text), step.written + text, weight, typed, silent)


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
