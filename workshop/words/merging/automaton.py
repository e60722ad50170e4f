"""A finite-state transducer in flat arrays: what a word means, which word means this, which words are one slip away.

The file format is KFST (version 0), as the package `kfst` writes it: a header, symbol names, then LZMA-packed rows
(from state, to state, input symbol, output symbol, weight) sorted by state, then the final states. Rows are read in
pieces, so that reading needs little more memory than the arrays that stay.
"""

import lzma
import struct
from bisect import bisect_left, bisect_right
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
_HEADER_AT = 6
_ROW = np.dtype([("start", ">u4"), ("to", ">u4"), ("read", ">u2"), ("written", ">u2"), ("weight", ">f8")])
_FINAL = np.dtype([("state", ">u4"), ("weight", ">f8")])
_ROWS_AT_A_TIME = 200_000
_WEIGHT_STEP = 0.5
_BITS = 32
_SLIPPED, _SWAPPING = 1, 2
"""The slip has been made; the first of two swapped letters has been read."""
_IDENTITY = "@_IDENTITY_SYMBOL_@"
_EPSILON = "@_EPSILON_SYMBOL_@"
_NO_SYMBOL = -1
_LONGEST_SILENCE = 8
"""Symbols read in a row without writing, at most, when words are looked for by their meaning."""


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
    """For each state one bit for each symbol that it reads, symbols counted modulo 32: 0 says surely not."""


class _Step(NamedTuple):
    """A place in a search: state, letters used, text written so far, weight so far, slips made."""

    state: int
    used: int
    written: str
    weight: float
    typed: str = ""
    slips: int = 0


class Transducer:
    """Words on one side, what they mean on the other; a smaller weight is a likelier meaning."""

    def __init__(self, symbols: list[str], arcs: _Arcs, finals: dict[int, float]) -> None:
        self._arcs = arcs
        self._finals = finals
        self._number = {symbol: number for number, symbol in enumerate(symbols)}
        self._identity = self._number.get(_IDENTITY, _NO_SYMBOL)
        self._epsilon = self._number.get(_EPSILON, _NO_SYMBOL)
        self._silence = 1 << self._epsilon % _BITS
        self._text = ["" if symbol == _EPSILON else symbol for symbol in symbols]
        self._letters = {number for symbol, number in self._number.items() if len(symbol) == 1 and symbol.islower()}

    def _reading(self, state: int, symbol: int) -> range:
        """The arcs of a state that read one symbol."""
        first, last = self._arcs.first[state], self._arcs.first[state + 1]
        low = bisect_left(self._arcs.read, symbol, first, last)
        return range(low, bisect_right(self._arcs.read, symbol, low, last))

    def _weight(self, arc: int) -> float:
        return float(self._arcs.weight[arc]) * _WEIGHT_STEP

    def _starts(self, branches: Collection[str]) -> list[_Step]:
        """The beginnings of a search: the named ones of the arcs that leave the start without reading."""
        steps = self._along(_Step(0, 0, "", 0.0), self._epsilon, "", inf)
        return [step for step in steps if step.written in branches]

    def outputs(self, word: str, branches: Collection[str], heaviest: float) -> list[tuple[str, float]]:
        """What `word` means: (text, weight) with the lightest first, of the named branches, none over `heaviest`."""
        found: dict[str, float] = {}
        symbols = [self._number.get(letter, self._identity) for letter in word]
        steps = self._starts(branches)
        while steps:
            step = steps.pop()
            if step.used == len(word):
                self._keep(found, step, heaviest)
            else:
                steps += self._along(step, symbols[step.used], word[step.used], heaviest)
            steps += self._along(step, self._epsilon, "", heaviest)
        return sorted(found.items(), key=lambda item: (item[1], item[0]))

    def _keep(self, found: dict[str, float], step: _Step, heaviest: float) -> None:
        if step.state in self._finals:
            weight = step.weight + self._finals[step.state]
            if weight <= heaviest and weight < found.get(step.written, heaviest + 1):
                found[step.written] = weight

    def _along(self, step: _Step, symbol: int, letter: str, heaviest: float) -> list[_Step]:
        """The places one symbol on; `letter` is what an identity arc writes."""
        places: list[_Step] = []
        if not self._arcs.signature[step.state] & 1 << symbol % _BITS:
            return places
        arcs = self._arcs
        state, used, before, sofar, typed, slips = step
        used += symbol != self._epsilon
        typed += letter
        for arc in self._reading(state, symbol):
            weight = sofar + arcs.weight[arc] * _WEIGHT_STEP
            if weight <= heaviest:
                number = arcs.written[arc]
                written = before + (letter if number == self._identity else self._text[number])
                places.append(_Step(arcs.to[arc], used, written, weight, typed, slips))
        return places

    def inputs(self, output: str) -> list[str]:
        """The words that mean exactly `output`, the likeliest first."""
        return [word for word, rest in self.inputs_beginning(output) if not rest]

    def inputs_beginning(self, output: str, further: Collection[str] = ()) -> list[tuple[str, str]]:
        """The words whose meaning is `output` and then any of the symbols `further`: (word, what came after)."""
        found: dict[tuple[str, str], float] = {}
        symbols = {self._number[symbol] for symbol in further if symbol in self._number}
        steps = [_Step(0, 0, "", 0.0)]
        while steps:
            step = steps.pop()
            if step.used >= len(output) and step.state in self._finals:
                place = (step.typed, step.written[len(output) :])
                weight = step.weight + self._finals[step.state]
                found[place] = min(weight, found.get(place, weight))
            steps += self._towards(step, output, symbols)
        return sorted(found, key=lambda place: (found[place], place))

    def _towards(self, step: _Step, output: str, further: set[int]) -> Iterator[_Step]:
        """The places one arc on whose writing still agrees with `output`; `slips` counts arcs that wrote nothing."""
        arcs = self._arcs
        for arc in range(arcs.first[step.state], arcs.first[step.state + 1]):
            number, read = arcs.written[arc], arcs.read[arc]
            text = self._text[number]
            fits = output.startswith(text, step.used) if step.used < len(output) else number in further or not text
            silent = 0 if text else step.slips + 1
            if fits and silent <= _LONGEST_SILENCE and self._identity not in (number, read):
                typed = step.typed + self._text[read]
                weight = step.weight + self._weight(arc)
                yield _Step(arcs.to[arc], step.used + len(text), step.written + text, weight, typed, silent)

    def near(self, word: str, branches: Collection[str], heaviest: float) -> dict[str, list[tuple[str, float]]]:
        """Words one slip from `word`, each with its meanings.

        A slip is one letter missing, extra or wrong, or two neighbours swapped (Damerau 1964: four in five typing
        errors).
        """
        found: dict[str, dict[str, float]] = {}
        symbols = [self._number.get(letter, self._identity) for letter in word]
        steps, signature = self._starts(branches), self._arcs.signature
        while steps:
            step = steps.pop()
            used, slips = step.used, step.slips
            if used == len(word) and slips == _SLIPPED and step.typed != word:
                self._keep(found.setdefault(step.typed, {}), step, heaviest)
            if slips == _SWAPPING:
                swapped = self._along(step, symbols[used - 1], word[used - 1], heaviest)
                steps += [after._replace(slips=_SLIPPED) for after in swapped]
            elif used < len(word):
                steps += self._along(step, symbols[used], word[used], heaviest)
            if signature[step.state] & self._silence:
                steps += self._along(step, self._epsilon, "", heaviest)
            if not slips:
                steps += self._slipping(step, symbols, heaviest)
        return {typed: sorted(means.items(), key=lambda item: item[1]) for typed, means in found.items() if means}

    def _slipping(self, step: _Step, symbols: list[int], heaviest: float) -> list[_Step]:
        """The places that one slip leads to, where it can go on from there."""
        arcs, goes_on, places = self._arcs, self._goes_on, []
        state, used, before, sofar, typed, _ = step
        present, coming = [*symbols, _NO_SYMBOL, _NO_SYMBOL][used : used + 2]
        if present != _NO_SYMBOL:
            places.append(_Step(state, used + 1, before, sofar, typed, _SLIPPED))
        for arc in range(arcs.first[state], arcs.first[state + 1]):
            symbol, to = arcs.read[arc], arcs.to[arc]
            if symbol not in self._letters:
                continue
            slips = [(used, _SLIPPED)] if goes_on(to, symbols, used) else []
            if present not in (_NO_SYMBOL, symbol) and goes_on(to, symbols, used + 1):
                slips.append((used + 1, _SLIPPED))
            if symbol == coming != present:
                slips.append((used + 1, _SWAPPING))
            weight = sofar + arcs.weight[arc] * _WEIGHT_STEP
            if slips and weight <= heaviest:
                written, after = before + self._text[arcs.written[arc]], typed + self._text[symbol]
                places += [_Step(to, at, written, weight, after, slip) for at, slip in slips]
        return places

    def _goes_on(self, state: int, symbols: list[int], used: int) -> int:
        """Zero where the state surely cannot read the next symbol."""
        signature: int = self._arcs.signature[state]
        if used == len(symbols):
            return signature & self._silence or state in self._finals
        return signature & (1 << symbols[used] % _BITS | self._silence)


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
    symbol_count, arc_count, final_count, weighted = _HEADER.unpack_from(content, _HEADER_AT)
    if not weighted:
        raise ValueError("a transducer without weights")
    at = _HEADER_AT + _HEADER.size
    symbols = []
    for _ in range(symbol_count):
        end = content.index(b"\0", at)
        symbols.append(content[at:end].decode())
        at = end + 1
    packed = _Packed(content[at:])
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
    for low in range(0, count, _ROWS_AT_A_TIME):
        high = min(count, low + _ROWS_AT_A_TIME)
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
    for low in range(0, len(leaving), _ROWS_AT_A_TIME):
        states = leaving[low : low + _ROWS_AT_A_TIME]
        begin, end = first[states[0]], first[states[-1] + 1]
        bits = np.uint32(1) << (read[begin:end].astype(np.uint32) % _BITS)
        signatures[states] = np.bitwise_or.reduceat(bits, first[states] - begin)
    return signatures


_Column = npt.NDArray[np.unsignedinteger]


def _sort_within_states(first: npt.NDArray[np.uint32], columns: list[_Column], by: _Column) -> None:
    """Orders each state's arcs by symbol, in place, a block of states at a time to keep the memory low."""
    state = 0
    while state < len(first) - 1:
        last = int(np.searchsorted(first, first[state] + _ROWS_AT_A_TIME, "right")) - 1
        last = min(max(last, state + 1), len(first) - 1)
        low, high = int(first[state]), int(first[last])
        owners = np.repeat(np.arange(last - state, dtype=np.uint64), np.diff(first[state : last + 1]))
        order = np.argsort((owners << np.uint64(16)) | by[low:high].astype(np.uint64), kind="stable")
        for column in columns:
            column[low:high] = column[low:high][order]
        state = last
