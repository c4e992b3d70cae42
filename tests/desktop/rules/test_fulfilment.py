from __future__ import annotations

from itertools import count

from msgspec.structs import replace

from db.records import ProgrammeItem
from desktop.rules.findings import FindingCode
from desktop.rules.fulfilment import with_keys
from desktop.rules.pack_event import ProgrammeRule, ProgrammeRuleItem
from desktop.rules.timetable import with_missing_items
from tests.builders import an_office, ident
from tests.desktop.rules.cases import a_sound_conference, binh_hoa, findings
from tests.desktop.rules.plans.conferences import Plan, without

RULE = ProgrammeRule(
    items=(
        ProgrammeRuleItem(key="review", title="Báo cáo {reviewed}"),
        ProgrammeRuleItem(key="talk", title="Tham luận", alternatives=("Tọa đàm", "Phóng sự")),
    )
)
NUMBERS = count(900)


def an_item(title: str, key: str = "") -> ProgrammeItem:
    return ProgrammeItem(id=ident(next(NUMBERS)), title=title, required_key=key)


def keys_of(*items: ProgrammeItem) -> list[str]:
    return [item.required_key for item in with_keys(items, RULE, {"reviewed": "2020-2025"})]


def test_an_item_of_the_plans_title_or_of_another_that_will_do_fulfils_it() -> None:
    assert keys_of(an_item("báo cáo  2020-2025"), an_item("Phóng sự")) == ["review", "talk"]
    assert keys_of(an_item("Báo cáo 2015-2020"), an_item("Văn nghệ")) == ["", ""]


def test_each_item_of_the_plan_is_fulfilled_once() -> None:
    assert keys_of(an_item("Tọa đàm"), an_item("Phóng sự")) == ["talk", ""]
    assert keys_of(an_item("Tọa đàm"), an_item("Trao đổi", "talk")) == ["", "talk"]


def test_an_item_retyped_by_hand_is_not_missed() -> None:
    conference = a_sound_conference()
    programme = tuple(replace(item, required_key="") for item in conference.programme)
    assert findings(replace(conference, programme=programme)) == ()


def test_a_discussion_may_stand_for_the_speeches_of_soc_trang() -> None:
    plan = Plan("soc-trang-2019")
    conference = plan.conference("commune")
    rest = without(conference.programme, "speeches")
    missing = (FindingCode.PROGRAMME_ITEM_MISSING,)
    lacking = replace(conference, programme=rest)
    assert plan.said(missing, lacking) == [(FindingCode.PROGRAMME_ITEM_MISSING, "II.3")]
    talk = an_item("Tọa đàm với các điển hình tiên tiến")
    held = replace(conference, programme=(*rest[:3], talk, *rest[3:]))
    about = (*missing, FindingCode.PROGRAMME_ITEM_MISPLACED)
    assert plan.said(about, held) == []


def test_what_is_there_under_its_title_is_not_put_in_again() -> None:
    conference = a_sound_conference()
    retyped = tuple(replace(item, required_key="") for item in conference.programme)
    whole = with_missing_items(
        replace(conference, programme=retyped), binh_hoa(), an_office(), lambda: ident(999)
    )
    assert whole.programme == conference.programme


def test_without_a_level_nothing_is_put_in() -> None:
    conference = a_sound_conference(level_id="gone", programme=())
    assert with_missing_items(conference, binh_hoa(), an_office(), lambda: ident(999)) == conference
