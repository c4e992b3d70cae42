"""The sample's conference file: Bình Hòa's conference as its office would have planned it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from hashlib import blake2b, sha256

import msgspec

from db.records import (
    BirthDate,
    CommitteeMember,
    Conference,
    ConferenceFile,
    Delegate,
    GroupKind,
    Office,
    PresidiumMember,
    PresidiumRole,
    Session,
    Signer,
    SigningForm,
    StoredImage,
    WizardStep,
)
from desktop.rules.load import shipped_pack
from desktop.rules.proposal import propose
from tests.sample.day import biography, day_fields, hand_seats
from tests.sample.outcome import outcome
from tests.sample.people import (
    CHAIRMAN,
    CLINIC_HEAD,
    DEPUTY_CHAIR,
    FRONT_CHAIR,
    PARTY_SECRETARY,
    POLICE_HEAD,
    Person,
    people,
)
from tests.sample.portraits import portrait

_DAY = date(2025, 3, 20)
_ISSUED_ON = date(2024, 12, 16)
_PORTRAITS = 12
_PRESENTERS = {
    "flag-salute": "Ban Tổ chức",
    "opening": "Lãnh đạo UBND xã",
    "review-report": "Lãnh đạo UBND xã",
    "speeches": "Đại diện tập thể, cá nhân",
    "exchange": "Ban Tổ chức và các điển hình",
    "commendation": "Lãnh đạo Đảng ủy, UBND xã",
    "launch": "Chủ tịch UBND xã",
    "response": "Đại diện các đoàn thể, thôn",
    "upper-delegates": "Đoàn Chủ tịch",
    "closing": "Đoàn Chủ tịch",
}
_COMMITTEE = (
    (DEPUTY_CHAIR.name, "Phó Chủ tịch UBND xã", "Trưởng ban", "Chỉ đạo chung"),
    (
        "Nguyễn Khắc Quyết",
        "Công chức Văn phòng - Thống kê",
        "Phó Trưởng ban",
        "Nội dung, văn bản, danh sách đại biểu",
    ),
    ("Võ Thị Bích Thoa", "Công chức Tài chính - Kế toán", "Ủy viên", "Kinh phí, khen thưởng"),
    (
        "Y Blang Kriêng",
        "Công chức Văn hóa - Xã hội",
        "Ủy viên",
        "Tuyên truyền, trang trí, âm thanh",
    ),
    (FRONT_CHAIR.name, "Chủ tịch Ủy ban MTTQ Việt Nam xã", "Ủy viên", "Vận động, mời đại biểu"),
    (POLICE_HEAD.name, "Trưởng Công an xã", "Ủy viên", "An ninh, trật tự"),
    (CLINIC_HEAD.name, "Trạm trưởng Trạm Y tế xã", "Ủy viên", "Y tế, hậu cần"),
)


def ident(label: str) -> str:
    """Make an id that is the same in every run."""
    return blake2b(label.encode(), digest_size=16, person=b"hoinghi-sample").hexdigest()


def conference_file() -> ConferenceFile:
    """Put the whole sample together."""
    office = _office()
    conference = _conference(office)
    groups = {group.kind: group.id for group in conference.groups}
    images: list[StoredImage] = []
    delegates: list[Delegate] = []
    listed = people()
    pictured = frozenset(1 + number * len(listed) // _PORTRAITS for number in range(_PORTRAITS))
    for place, person in enumerate(listed):
        photo_id = ""
        if place in pictured:
            picture = portrait(person.name, person.gender, _DAY.year - person.birth_year)
            photo_id = sha256(picture).hexdigest()
            images.append(StoredImage(id=photo_id, media_type="image/jpeg", data=picture))
        delegates.append(_delegate(person, place, conference.id, groups, photo_id))
    seats = hand_seats(ident, {one.name: one.id for one in delegates})
    return ConferenceFile(
        office=office,
        conference=msgspec.structs.replace(conference, hand_seats=seats),
        delegates=tuple(delegates),
        images=tuple(sorted(images, key=lambda image: image.id)),
    )


def _office() -> Office:
    return Office(
        id=ident("office"),
        name="Ủy ban nhân dân xã Bình Hòa",
        # a commune's committee prints no parent body
        issuer="ỦY BAN NHÂN DÂN\nXÃ BÌNH HÒA",
        place_name="Bình Hòa",
        symbol="UBND",
        archive_symbol="VP",
        signers=(
            Signer(
                id=ident("signer-chair"),
                name=CHAIRMAN.name,
                post="CHỦ TỊCH",
                form=SigningForm.ON_BEHALF,
                collective="ỦY BAN NHÂN DÂN",
            ),
            Signer(
                id=ident("signer-deputy"),
                name=DEPUTY_CHAIR.name,
                post="PHÓ CHỦ TỊCH",
                form=SigningForm.FOR_HEAD,
                collective="ỦY BAN NHÂN DÂN",
                head_post="CHỦ TỊCH",
            ),
        ),
    )


def _conference(office: Office) -> Conference:
    pack = shipped_pack("binh-hoa-2024")
    if pack is None:
        raise LookupError("binh-hoa-2024")
    bare = Conference(
        id=ident("conference"),
        office_id=office.id,
        venue="Hội trường UBND xã Bình Hòa",
        address="Thôn 4, xã Bình Hòa, huyện Krông Ana, tỉnh Đắk Lắk",
        sessions=(Session(id=ident("session"), day=_DAY, start=time(7, 30)),),
        presidium=_presidium(),
        committee=tuple(
            CommitteeMember(
                id=ident(f"committee-{number}"), name=name, post=post, role=role, task=task
            )
            for number, (name, post, role, task) in enumerate(_COMMITTEE)
        ),
        number=96,
        issued_on=_ISSUED_ON,
        signer_id=office.signers[0].id,
        step=WizardStep.REVIEW,
        is_planned=True,
    )
    conference = propose(bare, pack, office, _numbered_ids("proposed"))
    items = {item.required_key: item.id for item in conference.programme}
    groups = {group.kind: group.id for group in conference.groups}
    return msgspec.structs.replace(
        conference,
        **day_fields(ident, items, groups),
        programme=tuple(
            msgspec.structs.replace(item, presenter=_PRESENTERS[item.required_key])
            for item in conference.programme
        ),
        **outcome(ident),
    )


def _numbered_ids(label: str) -> Callable[[], str]:
    made: list[str] = []

    def new_id() -> str:
        made.append(ident(f"{label}-{len(made)}"))
        return made[-1]

    return new_id


def _presidium() -> tuple[PresidiumMember, ...]:
    exemplar = next(person for person in people() if person.name == "Y Wang Niê")
    seats = (
        (CHAIRMAN.name, "Chủ tịch UBND xã", PresidiumRole.CHAIR),
        (PARTY_SECRETARY.name, "Bí thư Đảng ủy xã", PresidiumRole.MEMBER),
        (FRONT_CHAIR.name, "Chủ tịch Ủy ban MTTQ Việt Nam xã", PresidiumRole.MEMBER),
        (exemplar.name, f"{exemplar.post}, {exemplar.unit}", PresidiumRole.MEMBER),
        ("Nguyễn Khắc Quyết", "Công chức Văn phòng - Thống kê xã", PresidiumRole.SECRETARY),
    )
    return tuple(
        PresidiumMember(
            id=ident(f"presidium-{number}"),
            name=name,
            post=post,
            role=role,
            is_exemplar=name == exemplar.name,
        )
        for number, (name, post, role) in enumerate(seats)
    )


def _delegate(
    person: Person, place: int, conference_id: str, groups: dict[GroupKind, str], photo_id: str
) -> Delegate:
    return Delegate(
        id=ident(f"delegate-{place}"),
        conference_id=conference_id,
        position=place + 1,
        badge_number=place + 1,
        name=person.name,
        gender=person.gender,
        birth=BirthDate(year=person.birth_year),
        ethnicity=person.ethnicity,
        id_number=person.id_number,
        phone=person.phone,
        post=person.post,
        unit=person.unit,
        honours=person.honours,
        achievement=person.achievement,
        group_id=groups[person.kind],
        note=person.note,
        photo_id=photo_id,
        **biography(
            place,
            person.name,
            is_exemplar=person.kind is GroupKind.EXEMPLAR,
            is_kinh=person.ethnicity == "Kinh",
        ),
    )
