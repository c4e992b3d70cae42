"""Every page of a pack's editor, opened whole."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import OutlineNode, outline, pages_in_order
from desktop.widgets.pack_form.part import Inner
from desktop.widgets.pack_form.part_card import PartCard
from desktop.widgets.pack_form.part_maker import make_inner, make_page


def every_page(draft: PackDraft) -> Iterator[tuple[OutlineNode, Inner]]:
    """Make the editor of each page, with all of its cards unfolded."""
    for node in pages_in_order(outline(draft.tree)):
        if node.field is not None:
            editor: Inner = make_page(draft, node.field, node.path)
        else:
            editor = make_inner(draft, node.shape, node.path)
        unfold(editor)
        yield node, editor
        editor.deleteLater()


def unfold(editor: QWidget) -> None:
    """Open every card, those inside of others too."""
    while folded := [card for card in editor.findChildren(PartCard) if not card.is_open]:
        for card in folded:
            card.open(is_open=True)
