"""The fields of a delegate, named for people: what each is, why it is asked, where it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from db.records import ListOrder, ToneOrder
from desktop.language import tr
from desktop.people.cell_doubts import CellDoubt
from desktop.people.field_catalogue import BADGES, LIST, CatalogueField, Purpose

_NAMES: Mapping[str, Callable[[], str]] = {
    "badge_number": lambda: tr("Badge number"),
    "name": lambda: tr("Full name"),
    "given_name": lambda: tr("Sorted under"),
    "gender": lambda: tr("Gender"),
    "birth": lambda: tr("Birth date or year"),
    "ethnicity": lambda: tr("Ethnicity"),
    "religion": lambda: tr("Religion"),
    "is_party_member": lambda: tr("Party member"),
    "is_direct_worker": lambda: tr("Direct worker"),
    "id_number": lambda: tr("ID number"),
    "phone": lambda: tr("Phone"),
    "post": lambda: tr("Post"),
    "unit": lambda: tr("Unit"),
    "group_id": lambda: tr("Group"),
    "represents": lambda: tr("Represents"),
    "honours": lambda: tr("Honours"),
    "achievement": lambda: tr("Achievement"),
    "home_town": lambda: tr("Home town"),
    "schooling": lambda: tr("Schooling"),
    "proposed_award": lambda: tr("Proposed award"),
    "note": lambda: tr("Note"),
    "photo_id": lambda: tr("Photo"),
}

_PURPOSES: Mapping[Purpose, Callable[[], str]] = {
    Purpose.WHO: lambda: tr("names the person"),
    Purpose.PLACE: lambda: tr("tells whom the person stands for, and where they sit"),
    Purpose.MAKE_UP: lambda: tr("is counted for the make-up that the plan asks for"),
    Purpose.AWARD: lambda: tr("is read out when honours are given"),
    Purpose.IDENTITY: lambda: tr("tells people of one name apart"),
    Purpose.CONTACT: lambda: tr("is needed to invite the person"),
    Purpose.CONDUCT: lambda: tr("is needed on the day"),
}

_ORDERS: Mapping[ListOrder, Callable[[], str]] = {
    ListOrder.GIVEN_NAME: lambda: tr("by given name"),
    ListOrder.FAMILY_NAME: lambda: tr("by family name"),
    ListOrder.UNIT: lambda: tr("by unit"),
    ListOrder.PROTOCOL: lambda: tr("by protocol rank"),
    ListOrder.BADGE_NUMBER: lambda: tr("by badge number"),
    ListOrder.HAND: lambda: tr("by hand"),
}

_TONE_ORDERS: Mapping[ToneOrder, Callable[[], str]] = {
    ToneOrder.HUYEN_HOI_NGA_SAC_NANG: lambda: tr("level, huyền, hỏi, ngã, sắc, nặng (usual)"),
    ToneOrder.HUYEN_SAC_HOI_NGA_NANG: lambda: tr("level, huyền, sắc, hỏi, ngã, nặng"),
    ToneOrder.SAC_HUYEN_HOI_NGA_NANG: lambda: tr("level, sắc, huyền, hỏi, ngã, nặng"),
}

_DOUBTS: Mapping[CellDoubt, Callable[[], str]] = {
    CellDoubt.ID_NUMBER: lambda: tr("An ID number has 12 digits, an old one 9. Look again."),
    CellDoubt.PHONE: lambda: tr("A telephone number has 10 or 11 digits. Look again."),
    CellDoubt.ETHNICITY: lambda: tr("This is none of the 54 ethnic groups. Look again."),
}


def person_field_name(key: str) -> str:
    """Name a field of a delegate by its attribute."""
    return _NAMES[key]()


def catalogue_sentence(field: CatalogueField) -> str:
    """Say why a field is asked, whether the law calls it sensitive, and which papers tell it."""
    said = [tr("It {purpose}.", purpose=_PURPOSES[field.purpose]())]
    if field.is_sensitive:
        said.append(tr("Law 91/2025 calls it sensitive: hand it out only to who asked for it."))
    papers = {LIST: tr("the list of delegates"), BADGES: tr("badges")}
    told = [name for key, name in papers.items() if key in field.papers]
    said.append(
        tr("Papers that tell it: {papers}.", papers=", ".join(told))
        if told
        else tr("No paper tells it.")
    )
    said.append(
        tr("It goes to the level above with the conference.")
        if field.in_bundle
        else tr("It stays in the office.")
    )
    return " ".join(said)


def cell_doubt_sentence(doubt: CellDoubt) -> str:
    """Say what is odd about a value."""
    return _DOUBTS[doubt]()


def no_rows_sentence(everybody: int) -> str:
    """Say why no row is shown of a list of so many people."""
    if everybody:
        return tr("Nobody on the list fits the search and the filters.")
    return tr(
        "Nobody is on the list yet. Import a list, drop the file here, or copy the rows in Excel"
        " and press Ctrl+V here."
    )


def list_order_name(order: ListOrder) -> str:
    """Name an order of the list."""
    return _ORDERS[order]()


def tone_orders() -> tuple[tuple[ToneOrder, str], ...]:
    """Name the orders of tones that an office may choose."""
    return tuple((order, name()) for order, name in _TONE_ORDERS.items())


def shown_sentence(shown: int, everybody: int) -> str:
    """Say how many people a list shows, and of how many."""
    if shown == everybody:
        return tr("{count} people", count=everybody)
    return tr("{shown} of {count} people", shown=shown, count=everybody)
