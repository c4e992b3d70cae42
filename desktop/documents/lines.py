"""Runs of text broken into lines: words, widths, and where a line may end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from desktop.documents.fonts import Face, width_pt

NO_BREAK_SPACE = "\u00a0"
# alone between spaces these belong to the word before: "Văn phòng - Thống kê" must not
# start a line with what looks like a list dash
_CLINGING = frozenset({"-", "–", "—", "%", "/"})
_FULL_LINE_WORDS = 4  # a line that can give one away without gaping
_BREAK_AFTER = frozenset("-–/.,;:_@)")


class Stretch(Struct, frozen=True):
    """Text of one face within a word or line."""

    text: str
    face: Face


class Word(Struct, frozen=True):
    """What no line break divides; several stretches where the face changes inside."""

    stretches: tuple[Stretch, ...]
    width_pt: float


class Line(Struct, frozen=True):
    """A set line.

    Attributes:
        width_pt: natural width, before the spaces are stretched.
        is_last: ends its paragraph, so it is not stretched.
    """

    stretches: tuple[Stretch, ...]
    width_pt: float
    is_last: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def gaps(self) -> int:
        """How many spaces share what the line falls short of its measure."""
        return sum(_gaps(stretch.text) for stretch in self.stretches)


def _gaps(text: str) -> int:
    return text.count(" ") + text.count(NO_BREAK_SPACE)


def split_words(stretches: Iterable[Stretch], size_pt: float) -> list[Word]:
    """Cut text at its spaces; a no-break space holds its neighbours together."""
    words: list[list[Stretch]] = []
    is_open = False
    for stretch in stretches:
        chunks = stretch.text.replace("\t", " ").replace("\n", " ").split(" ")
        for index, chunk in enumerate(chunks):
            if index:
                is_open = False
            if not chunk:
                continue
            if is_open:
                words[-1].append(Stretch(chunk, stretch.face))
            elif words and _clings(chunk, words[-1][-1].text):
                words[-1].append(Stretch(NO_BREAK_SPACE + chunk, stretch.face))
            else:
                words.append([Stretch(chunk, stretch.face)])
            is_open = True
    return [_word(parts, size_pt) for parts in words]


def _clings(chunk: str, before: str) -> bool:
    """Tell whether a chunk stays with the word before: a sign, or the number in "Thôn 4"."""
    if chunk in _CLINGING:
        return True
    return chunk.rstrip(".,;:)").isdecimal() and before[-1].isalpha()


def break_lines(
    words: Sequence[Word], size_pt: float, measure_pt: float, *, first_indent_pt: float = 0.0
) -> list[Line]:
    """Fill lines of a measure one after another; a word wider than the measure is divided."""
    space_pt = _space_pt(size_pt)
    lines: list[list[Word]] = []
    current: list[Word] = []
    used_pt = first_indent_pt
    for word in _divided(words, size_pt, measure_pt - max(first_indent_pt, 0.0)):
        wanted_pt = word.width_pt + (space_pt if current else 0.0)
        if current and used_pt + wanted_pt > measure_pt:
            lines.append(current)
            current, used_pt, wanted_pt = [], 0.0, word.width_pt
        current.append(word)
        used_pt += wanted_pt
    if current:
        lines.append(current)
    room_pt = measure_pt - (first_indent_pt if len(lines) == 2 else 0.0)
    _keep_the_last_word_company(lines, room_pt, space_pt)
    return [_line(line, size_pt, is_last=line is lines[-1]) for line in lines]


def break_evenly(words: Sequence[Word], size_pt: float, measure_pt: float) -> list[Line]:
    """Break into as few lines as fit, all about as long: for centred titles."""
    lines = break_lines(words, size_pt, measure_pt)
    widest_pt = max((word.width_pt for word in words), default=0.0)
    # narrower than its widest word, a line would divide it to come out even
    narrow_pt, wide_pt = max(measure_pt / max(len(lines), 1) / 2, widest_pt), measure_pt
    while len(lines) > 1 and wide_pt - narrow_pt > 1.0:
        middle_pt = (narrow_pt + wide_pt) / 2
        trial = break_lines(words, size_pt, middle_pt)
        if len(trial) == len(lines) and max(line.width_pt for line in trial) <= middle_pt:
            lines, wide_pt = trial, middle_pt
        else:
            narrow_pt = middle_pt
    return lines


def _space_pt(size_pt: float) -> float:
    return width_pt(" ", Face.SERIF, size_pt)


def _word(parts: Sequence[Stretch], size_pt: float) -> Word:
    return Word(tuple(parts), sum(width_pt(part.text, part.face, size_pt) for part in parts))


def _keep_the_last_word_company(lines: list[list[Word]], room_pt: float, space_pt: float) -> None:
    """Give the last line a second word, unless that would more than double the gaps above."""
    if len(lines) < 2 or len(lines[-1]) > 1 or len(lines[-2]) < _FULL_LINE_WORDS:
        return
    staying = lines[-2][:-1]
    gaps = len(staying) - 1
    if room_pt - sum(word.width_pt for word in staying) <= gaps * 2 * space_pt:
        lines[-1].insert(0, lines[-2].pop())


def _line(words: Sequence[Word], size_pt: float, *, is_last: bool) -> Line:
    texts: list[str] = []
    faces: list[Face] = []
    for index, word in enumerate(words):
        for place, part in enumerate(word.stretches):
            text = part.text if index == 0 or place else " " + part.text
            if faces and faces[-1] is part.face:
                texts[-1] += text
            else:
                texts.append(text)
                faces.append(part.face)
    width = sum(word.width_pt for word in words) + _space_pt(size_pt) * (len(words) - 1)
    return Line(tuple(map(Stretch, texts, faces)), width, is_last)


def _divided(words: Sequence[Word], size_pt: float, measure_pt: float) -> Iterator[Word]:
    for word in words:
        if word.width_pt <= measure_pt:
            yield word
        else:
            for part in word.stretches:
                for piece in _pieces(part.text, part.face, size_pt, measure_pt):
                    yield _word([Stretch(piece, part.face)], size_pt)


def _pieces(text: str, face: Face, size_pt: float, measure_pt: float) -> Iterator[str]:
    while width_pt(text, face, size_pt) > measure_pt and len(text) > 1:
        fitting = 1
        while width_pt(text[: fitting + 1], face, size_pt) <= measure_pt:
            fitting += 1
        natural = [
            index + 1
            for index, (char, _) in enumerate(pairwise(text[: fitting + 1]))
            if char in _BREAK_AFTER and index * 2 >= fitting
        ]
        end = natural[-1] if natural else fitting
        yield text[:end]
        text = text[end:]
    yield text
