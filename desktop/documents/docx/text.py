"""Paragraphs: runs of text, and the thin rules that stand under some."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

from desktop.documents.blocks import HorizontalAlign, Paragraph, Role, Run
from desktop.documents.decree30 import RULE_WIDTH_PT, STYLES
from desktop.documents.docx.numbering import Lists
from desktop.documents.docx.ooxml import half_points, text, twips, w
from desktop.documents.docx.styles import SPACER, indent, justification
from desktop.documents.ink import Ink
from desktop.documents.lines import Line
from desktop.documents.setting import set_lines

_EIGHTHS_PER_PT = 8
_SLACK_PT = 2.0  # Word's widths are not ours to the last fraction
_RULE_LINE_PT = 3.0  # how high the paragraph is whose upper border is the rule


class Own(Struct, frozen=True, kw_only=True):
    """What a paragraph says beside its style; what it does not say is as the style has it."""

    numbering: BaseOxmlElement | None = None
    keeps_next: bool = False
    before_pt: float | None = None
    after_pt: float | None = None
    side_pt: float | None = None
    align: HorizontalAlign | None = None
    size_pt: float | None = None


AS_STYLED = Own()


def paragraph(role: Role, runs: Sequence[Run], own: Own = AS_STYLED) -> BaseOxmlElement:
    """Make a paragraph of a role's style."""
    properties = [w("pStyle", val=role.value)]
    if own.keeps_next and not STYLES[role].keeps_next:
        properties.append(w("keepNext"))
    if own.numbering is not None:
        properties.append(own.numbering)
    spaces = {"before": own.before_pt, "after": own.after_pt}
    given = {side: twips(space) for side, space in spaces.items() if space is not None}
    if given:
        properties.append(w("spacing", **given))
    if own.numbering is not None:
        properties.append(indent(STYLES[role]))  # a list, or none, of its own drops the style's
    elif own.side_pt is not None:
        properties.append(w("ind", left=twips(own.side_pt), right=twips(own.side_pt)))
    if own.align not in {None, STYLES[role].align}:
        properties.append(justification(own.align))
    return w("p", w("pPr", *properties), *(_run(run, own.size_pt) for run in runs if run.text))


def block_paragraph(
    block: Paragraph, lists: Lists, measure_pt: float, *, is_held: bool
) -> BaseOxmlElement:
    """Make a paragraph of the paper's text, counted where Word counts."""
    counted = lists.count(block.role, block.runs)
    introduces = "".join(run.text for run in block.runs).rstrip().endswith(":")
    own = Own(
        numbering=counted.numbering,
        keeps_next=introduces or is_held,
        side_pt=even_side_pt(block.role, block.runs, measure_pt),
    )
    return paragraph(block.role, counted.runs, own)


def lines_of(role: Role, runs: Sequence[Run], measure_pt: float) -> tuple[Line, ...]:
    """Break a text as the PDF does, to know how many lines it has and how long they are."""
    return set_lines(runs, STYLES[role], Ink(), measure_pt).lines


def even_side_pt(role: Role, runs: Sequence[Run], measure_pt: float) -> float | None:
    """Narrow centred lines so that they come out about as long as one another."""
    if STYLES[role].align is not HorizontalAlign.CENTRE:
        return None
    widths_pt = [line.width_pt for line in lines_of(role, runs, measure_pt)]
    if len(widths_pt) <= 1:
        return None
    return max((measure_pt - max(widths_pt) - _SLACK_PT) / 2, 0.0)


def rule(length_pt: float, measure_pt: float, *, after_pt: float = 0.0) -> BaseOxmlElement:
    """Make a drawn line in the middle of a measure: the border of a paragraph made narrow."""
    side = twips((measure_pt - length_pt) / 2)
    line = round(RULE_WIDTH_PT * _EIGHTHS_PER_PT)
    return w(
        "p",
        w(
            "pPr",
            w("pStyle", val=SPACER),
            w("keepNext"),
            w("pBdr", w("top", val="single", sz=line, space=0, color="000000")),
            w("spacing", before=0, after=twips(after_pt), line=twips(_RULE_LINE_PT)),
            w("ind", left=side, right=side),
        ),
    )


def spacer(height_pt: float, *, keeps_next: bool = False) -> BaseOxmlElement:
    """Make an empty line: Word joins tables that have none between, and wants one at the end."""
    properties = [w("pStyle", val=SPACER)]
    if keeps_next:
        properties.append(w("keepNext"))
    properties.append(w("spacing", line=twips(height_pt), lineRule="exact"))
    return w("p", w("pPr", *properties))


def _run(run: Run, size_pt: float | None) -> BaseOxmlElement:
    properties: list[BaseOxmlElement] = []
    for name, is_on in (("b", run.is_bold), ("i", run.is_italic)):
        if is_on is not None:
            properties += [w(name, val=int(is_on)), w(f"{name}Cs", val=int(is_on))]
    if size_pt is not None:
        size = half_points(size_pt)
        properties += [w("sz", val=size), w("szCs", val=size)]
    marks = [w("rPr", *properties)] if properties else []
    return w("r", *marks, text(run.text))
