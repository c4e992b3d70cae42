from __future__ import annotations

from msgspec.structs import replace

from desktop.handoff.conference_content import ALWAYS, delegate_fields
from desktop.handoff.field_choice import (
    ORDER_FIELDS,
    PHOTO_FIELD,
    choosable_fields,
    usual_fields,
)
from desktop.rules.pack_people import FlagTrait, PersonFlag
from tests.desktop.rules.every_shape import every_shape


def test_every_field_of_a_person_travels_always_or_in_order_or_by_choice() -> None:
    chosen = {field.key for field in choosable_fields()}
    assert chosen | {PHOTO_FIELD, *ORDER_FIELDS} == set(delegate_fields())
    assert not chosen & ALWAYS


def test_what_the_level_above_has_no_use_for_stays_unless_chosen() -> None:
    kept = {field.key for field in choosable_fields()} - set(usual_fields())
    assert kept == {"badge_number", "id_number", "phone", "note"}
    assert PHOTO_FIELD in usual_fields()


def test_what_is_sensitive_goes_up_only_where_the_plan_counts_it() -> None:
    flag = FlagTrait(key="dan-toc", name="Dân tộc thiểu số", flag=PersonFlag.ETHNIC_MINORITY)
    plan = replace(every_shape(), traits=(flag,))
    assert set(usual_fields()) - set(usual_fields(plan)) == {"religion", "is_party_member"}
    assert "gender" in usual_fields(replace(plan, traits=()))
    assert "ethnicity" not in usual_fields(replace(plan, traits=()))
