"""The office as its papers name it: parent body, issuer, place, symbol, signers, emblem."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from db.records import Office, Signer, SigningForm, StoredImage
from db.store import Store
from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.beside import beside_the_windows
from desktop.models.record_rows import Column, ColumnKind
from desktop.sentences.person_fields import tone_orders
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.fields import ChoiceField, ParagraphField, TextField
from desktop.widgets.form import Form
from desktop.widgets.note_line import Note
from desktop.widgets.picture_field import PictureField
from desktop.widgets.record_table import RecordTable


class OfficeForm(Form):
    """Edits one office; every change is stored at once."""

    stored = Signal()

    def __init__(
        self,
        store: Store,
        office: Office,
        new_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._office = office
        self._new_id = new_id
        self._build()
        self.body.addStretch(1)
        self._show_office()

    @property
    def office(self) -> Office:
        """The office as it stands."""
        return self._office

    @property
    def is_complete(self) -> bool:
        """Whether papers can be headed with it."""
        return is_complete(self._office)

    def take(self, name: str, value: object) -> None:
        """Store what a field committed."""
        if name == "logo_id":
            image = value if isinstance(value, StoredImage) else None
            if image is not None:
                self._store.images.add((image,))
            value = image.id if image else ""
        office = msgspec.structs.replace(self._office, **{name: value})
        try:
            if name == "tone_order":  # all lists are sorted anew
                with self._store.lent():
                    beside_the_windows(lambda: self._store.offices.save(office))
            else:
                self._store.offices.save(office)
        except StoreError as error:
            self.show_notes(name, [Note(store_sentence(error), "binding")])
            self.bound(name).show_value(getattr(self._office, name))
            return
        self._office = office
        self._suggest(name)
        self.stored.emit()

    def point_out_gaps(self) -> None:
        """Say beside each field that must be filled that it is empty."""
        for name in ("name", "issuer", "place_name"):
            empty = not getattr(self._office, name)
            self.show_notes(name, [Note(tr("Please fill this in."), "binding")] if empty else [])
        for name in ("name", "issuer", "place_name"):
            if not getattr(self._office, name):
                self.focus_field(name)
                return

    def _build(self) -> None:
        self.add_field(
            "name",
            tr("Full name of the office"),
            TextField(tr("Ủy ban nhân dân xã …"), self),
        )
        self.add_field(
            "parent_body",
            tr("Parent body in the header, if any"),
            ParagraphField(lines=1, parent=self),
            tr("A People's Committee prints none; a department prints its committee."),
        )
        self.add_field(
            "issuer",
            tr("Issuer in the header"),
            ParagraphField(lines=2, parent=self),
            tr("In capitals, broken into lines as it should print"),
        )
        self.add_row(
            ("place_name", tr("Place before the date"), TextField(parent=self)),
            ("symbol", tr("Symbol of the issuer"), TextField("UBND", self)),
            ("archive_symbol", tr("Archive, after “Lưu: VT,”"), TextField("VP", self)),
        )
        signers = RecordTable(
            (
                Column("name", tr("Full name")),
                Column("post", tr("Post, as printed"), width=165),
                Column(
                    "form",
                    tr("Signs"),
                    ColumnKind.CHOICE,
                    width=190,
                    choices=(
                        (SigningForm.HEAD, tr("as head, no prefix")),
                        (SigningForm.ON_BEHALF, tr("TM. for a collective")),
                        (SigningForm.FOR_HEAD, tr("KT. deputy for the head")),
                        (SigningForm.ACTING, tr("Q. acting head")),
                        (SigningForm.BY_ORDER, tr("TL. by order")),
                        (SigningForm.BY_AUTHORISATION, tr("TUQ. by authorisation")),
                    ),
                ),
                Column("collective", tr("Collective (TM.)"), width=155),
                Column("head_post", tr("Head's post (KT.)"), width=185),
            ),
            lambda: Signer(
                id=self._new_id(),
                name="",
                post="",
                form=SigningForm.ON_BEHALF,
                collective=_collective(self._office.issuer),
            ),
            tr("Add a signer"),
            self,
        )
        self.add_field("signers", tr("Who signs papers"), signers, wide=True)
        tones = ChoiceField(self)
        tones.offer(tone_orders())
        self.add_field(
            "tone_order",
            tr("Order of tones in lists of names"),
            tones,
            tr("Letters count first. Every list follows it: on screen, on paper, on badges."),
        )
        logo = PictureField(self)
        logo.refused.connect(self._refuse_logo)
        self.add_field("logo_id", tr("Emblem for badges, if any"), logo)

    def _show_office(self) -> None:
        for name in self.field_names - {"logo_id"}:
            self.bound(name).show_value(getattr(self._office, name))
        logo_id = self._office.logo_id
        self.bound("logo_id").show_value(self._store.images.get(logo_id) if logo_id else None)

    def _suggest(self, name: str) -> None:
        """Fill the header from the name while it is still empty."""
        if name != "name":
            return
        head, marker, unit = self._office.name.partition(" xã ")
        if not marker:
            head, marker, unit = self._office.name.partition(" phường ")
        if marker:
            self._propose("issuer", f"{head}\n{marker.strip()} {unit}".upper())
            self._propose("place_name", unit)

    def _propose(self, name: str, value: str) -> None:
        """Fill a field that is empty; what stands in it, stored or not yet, is left alone."""
        self.bound(name).commit()
        if not getattr(self._office, name):
            self.take(name, value)
            self.bound(name).show_value(value)

    def _refuse_logo(self, refusal: InputRefused) -> None:
        self.show_notes("logo_id", [Note(refusal_sentence(refusal), "binding")])


def is_complete(office: Office) -> bool:
    """Tell whether papers can be headed with an office's details."""
    return bool(office.name and office.issuer and office.place_name)


def _collective(issuer: str) -> str:
    first_line = issuer.partition("\n")[0]
    return first_line if first_line.startswith(("ỦY BAN", "UỶ BAN", "HỘI ĐỒNG")) else ""
