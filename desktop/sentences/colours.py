"""The colours of badges in words."""

from __future__ import annotations

from desktop.language import tr


def badge_colours() -> tuple[tuple[str, str], ...]:
    """Name the colours of the badge design's palette."""
    return (
        ("red", tr("red")),
        ("pink", tr("pink")),
        ("blue", tr("blue")),
        ("green", tr("green")),
        ("yellow", tr("yellow")),
        ("violet", tr("violet")),
        ("grey", tr("grey")),
        ("orange", tr("orange")),
    )
