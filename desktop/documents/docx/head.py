"""The head of page one as a table of two columns, the kind with its subject, appendix headings."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from desktop.documents.blocks import AppendixHeading, Heading, Letterhead, Role, Run, run
from desktop.documents.decree30 import MOTTO, NATIONAL_TITLE, STYLES
from desktop.documents.docx.tables import frame_table
from desktop.documents.docx.text import Own, even_side_pt, lines_of, paragraph, rule
from desktop.documents.setting_head import (
    APPENDIX_TITLE_BEFORE_PT,
    UNDER_LETTERHEAD_PT,
    UNDER_RULE_PT,
    right_column_pt,
    rule_length_pt,
    typed_lines,
)

_ASCENT = 0.891  # of the size: how far the baseline stands under the top of a line


def letterhead_table(letterhead: Letterhead, measure_pt: float) -> BaseOxmlElement:
    """Make the head of page one."""
    right_pt = right_column_pt(letterhead)
    left_pt = measure_pt - right_pt
    rows = [(_issuer(letterhead, left_pt), _nation(right_pt))]
    if letterhead.number is not None and letterhead.place_date is not None:
        rows.append(_number_and_date(letterhead.number, letterhead.place_date, right_pt))
    return frame_table((left_pt, right_pt), rows)


def _issuer(letterhead: Letterhead, measure_pt: float) -> list[BaseOxmlElement]:
    above = typed_lines(letterhead.parent_body) if letterhead.parent_body is not None else []
    issuer = typed_lines(letterhead.issuer)
    widths_pt = [
        line.width_pt for text in issuer for line in lines_of(Role.ISSUER, [text], measure_pt)
    ]
    return [
        *(paragraph(Role.PARENT_BODY, [line]) for line in above),
        *(paragraph(Role.ISSUER, [line]) for line in issuer),
        rule(rule_length_pt(widths_pt), measure_pt),
    ]


def _nation(measure_pt: float) -> list[BaseOxmlElement]:
    motto = run(MOTTO)
    line = lines_of(Role.MOTTO, [motto], measure_pt)[0]
    return [
        paragraph(Role.NATIONAL_TITLE, [run(NATIONAL_TITLE)]),
        paragraph(Role.MOTTO, [motto]),
        rule(line.width_pt, measure_pt),
    ]


def _number_and_date(
    number: Run, place_date: Run, measure_pt: float
) -> tuple[list[BaseOxmlElement], list[BaseOxmlElement]]:
    """Put both on one baseline (ô 3, ô 4), however their sizes differ."""
    style = STYLES[Role.PLACE_DATE]
    lines = lines_of(Role.PLACE_DATE, [place_date], measure_pt)
    smaller = style.smaller_pt if len(lines) > 1 else None
    lower_pt = ((smaller or style.size_pt) - STYLES[Role.NUMBER].size_pt) * _ASCENT
    left, right = (
        Own(before_pt=UNDER_LETTERHEAD_PT + lower_pt),
        Own(before_pt=UNDER_LETTERHEAD_PT, size_pt=smaller),
    )
    return (
        [paragraph(Role.NUMBER, [number], left)],
        [paragraph(Role.PLACE_DATE, [place_date], right)],
    )


def heading_paragraphs(heading: Heading, measure_pt: float) -> list[BaseOxmlElement]:
    """Make kind and subject with the rule under them."""
    subject = [heading.subject]
    lines = lines_of(Role.SUBJECT, subject, measure_pt)
    side_pt = even_side_pt(Role.SUBJECT, subject, measure_pt)
    return [
        paragraph(Role.KIND, [heading.kind]),
        paragraph(Role.SUBJECT, subject, Own(side_pt=side_pt)),
        rule(rule_length_pt([line.width_pt for line in lines]), measure_pt, after_pt=UNDER_RULE_PT),
    ]


def appendix_paragraphs(heading: AppendixHeading, measure_pt: float) -> list[BaseOxmlElement]:
    """Make the word Phụ lục, the title and the reference to the paper."""
    title = [
        paragraph(
            Role.APPENDIX_TITLE,
            [line],
            Own(
                before_pt=0.0 if number else APPENDIX_TITLE_BEFORE_PT,
                side_pt=even_side_pt(Role.APPENDIX_TITLE, [line], measure_pt),
            ),
        )
        for number, line in enumerate(heading.title)
    ]
    last = Own(
        after_pt=UNDER_LETTERHEAD_PT,
        side_pt=even_side_pt(Role.APPENDIX_REFERENCE, [heading.reference], measure_pt),
    )
    return [
        paragraph(Role.APPENDIX_WORD, [heading.word]),
        *title,
        paragraph(Role.APPENDIX_REFERENCE, [heading.reference], last),
    ]
