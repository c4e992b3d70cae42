"""The make-up of the participants at a glance: a bar and a sentence for each way of counting."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.language import tr
from desktop.models.make_up import MakeUp
from desktop.rules.pack import Bound, Counted, fraction
from desktop.widgets.findings_panel import severity_role, severity_sign
from desktop.widgets.labels import PlainLabel
from desktop.widgets.ratio_bar import FILLS, Part, RatioBar
from desktop.widgets.theme import GAP

_LINE_BETWEEN = 2  # of the grid


class Gauge(QFrame):
    """Planned and listed participants beside what the plan allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self.planned = self._row(0, tr("Planned"))
        self.listed = self._row(1, tr("On the list"))

    def show_plan(self, shown: bool) -> None:  # noqa: FBT001 - like setVisible
        """Show what is planned, or only what is listed."""
        for part in (self.planned.caption, self.planned.bar, self.planned.words):
            part.setVisible(shown)
        self._grid.setRowMinimumHeight(_LINE_BETWEEN, GAP if shown else 0)

    def _row(self, number: int, name: str) -> GaugeRow:
        row = GaugeRow(name, self)
        line = 3 * number
        self._grid.addWidget(row.caption, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.bar, line, 1)
        self._grid.addWidget(row.words, line + 1, 0, 1, 2)
        return row


class GaugeRow:
    """One way of counting: its name, its bar and its sentence."""

    def __init__(self, name: str, parent: QWidget) -> None:
        self.caption = PlainLabel(name, parent=parent)
        self.caption.setWordWrap(False)
        self.caption.setContentsMargins(0, 3, 0, 0)
        self.bar = RatioBar(parent)
        self.bar.setAccessibleName(name)
        self.words = PlainLabel(role="hint", parent=parent)

    def show_make_up(self, make_up: MakeUp, full: int = 0) -> None:
        """Show one way of counting, on a bar with room for at least so many."""
        names = kind_names()
        parts = [
            Part(names[kind], count, *fill)
            for (kind, count), fill in zip(make_up.heads, FILLS, strict=True)
        ]
        limit = make_up.limit[0].value if make_up.limit else None
        self.bar.show_parts(parts, limit, _mark(make_up), full)
        severity = make_up.severity
        words = " · ".join(filter(None, (_limit_words(make_up), _share_words(make_up))))
        self.words.setText(f"{severity_sign(severity)} {words}" if severity else words)
        self.words.set_role(severity_role(severity) if severity else "hint")


def kind_names() -> dict[Counted, str]:
    """Name whom the rules count."""
    return {
        Counted.EXEMPLAR: tr("exemplars"),
        Counted.GUEST: tr("guests"),
        Counted.OTHER: tr("others"),
        Counted.UNGROUPED: tr("in no group"),
    }


def _mark(make_up: MakeUp) -> tuple[float, str] | None:
    wanted = make_up.wanted_heads
    if make_up.share is None or not wanted or make_up.share[0].counts != (Counted.EXEMPLAR,):
        return None  # only the share of the first part ends at a place of the bar
    return float(wanted), percent_text(fraction(make_up.share[0].share))


def _limit_words(make_up: MakeUp) -> str:
    if make_up.limit is None:
        return tr("{count} people in all", count=make_up.total)
    rule, count = make_up.limit
    over = count - rule.value
    if rule.bound is Bound.AT_MOST and over > 0:
        return tr(
            "{count} people: {over} over the limit of {limit}",
            count=count,
            over=over,
            limit=rule.value,
        )
    return {
        Bound.AT_MOST: tr("{count} of at most {limit} people", count=count, limit=rule.value),
        Bound.AT_LEAST: tr("{count} people, at least {limit}", count=count, limit=rule.value),
        Bound.ABOUT: tr("{count} of about {limit} people", count=count, limit=rule.value),
        Bound.EXACTLY: tr("{count} of exactly {limit} people", count=count, limit=rule.value),
    }[rule.bound]


def _share_words(make_up: MakeUp) -> str:
    if make_up.share is None or not make_up.share[2]:
        return ""
    rule, count, base = make_up.share
    names = kind_names()
    return tr(
        "{counts}: {count} of {base} ({based_on}) = {percent}, plan {share}",
        counts=" + ".join(names[kind] for kind in rule.counts),
        count=count,
        base=base,
        based_on=" + ".join(names[kind] for kind in rule.base),
        percent=percent_text(Fraction(count, base)),
        share=percent_text(fraction(rule.share)),
    )


def percent_text(share: Fraction) -> str:
    """Write a share in percent with one decimal, none where it is zero."""
    tenths = round(share * 1000)
    whole, tenth = divmod(tenths, 10)
    return tr("{whole}.{tenth} %", whole=whole, tenth=tenth) if tenth else f"{whole} %"
