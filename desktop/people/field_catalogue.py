"""What is known of a delegate: why it is asked, how sensitive it is, where it goes.

Sensitive by Law 91/2025/QH15 and Decree 356/2025 are ethnicity, religion, Party membership and the
number of an identity card. Only what a receiver needs leaves the office.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

LIST, BADGES = "list", "badges"  # keys of papers, as desktop.documents.papers has them


class Purpose(StrEnum):
    """Why the office asks for a field."""

    WHO = "who"  # to name the person
    PLACE = "place"  # to know whom the person stands for, and where they sit
    MAKE_UP = "make-up"  # to count the make-up that the plan asks for
    AWARD = "award"  # to read out and check what is honoured
    IDENTITY = "identity"  # to tell people of one name apart
    CONTACT = "contact"  # to invite
    CONDUCT = "conduct"  # to run the day: badges, seats, remarks


class Sensitivity(StrEnum):
    """How carefully a field is handled."""

    PLAIN = "plain"  # printed on the badge, or of no use to others
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class CatalogueField(Struct, frozen=True, kw_only=True):
    """One field of a delegate.

    Attributes:
        key: the attribute.
        heading: over its column in a list that is handed out; an import knows it again.
        papers: keys of the papers that say it.
        in_bundle: whether the level above gets it with the conference.
    """

    key: str
    heading: str
    purpose: Purpose
    sensitivity: Sensitivity = Sensitivity.PLAIN
    papers: frozenset[str] = frozenset()
    in_bundle: bool = True

    @property
    def is_sensitive(self) -> bool:
        """Whether the law calls it sensitive."""
        return self.sensitivity is Sensitivity.SENSITIVE


_ON_BOTH = frozenset((LIST, BADGES))
_ON_LIST = frozenset((LIST,))
_ON_BADGES = frozenset((BADGES,))

# in the order of the columns of a list that is handed out
FIELDS: tuple[CatalogueField, ...] = (
    CatalogueField(
        key="badge_number",
        heading="Số thẻ",
        purpose=Purpose.CONDUCT,
        papers=_ON_BADGES,
        in_bundle=False,
    ),
    CatalogueField(key="name", heading="Họ và tên", purpose=Purpose.WHO, papers=_ON_BOTH),
    CatalogueField(
        key="gender",
        heading="Giới tính",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.PERSONAL,
        papers=_ON_LIST,
    ),
    CatalogueField(
        key="birth",
        heading="Ngày sinh",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.PERSONAL,
        papers=_ON_LIST,
    ),
    CatalogueField(
        key="ethnicity",
        heading="Dân tộc",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.SENSITIVE,
        papers=_ON_LIST,
    ),
    CatalogueField(
        key="religion",
        heading="Tôn giáo",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.SENSITIVE,
        papers=_ON_LIST,
    ),
    CatalogueField(
        key="is_party_member",
        heading="Đảng viên",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.SENSITIVE,
        papers=_ON_LIST,
    ),
    CatalogueField(
        key="is_direct_worker",
        heading="Lao động trực tiếp",
        purpose=Purpose.MAKE_UP,
        sensitivity=Sensitivity.PERSONAL,
    ),
    CatalogueField(
        key="id_number",
        heading="Số CCCD",
        purpose=Purpose.IDENTITY,
        sensitivity=Sensitivity.SENSITIVE,
        in_bundle=False,
    ),
    CatalogueField(
        key="phone",
        heading="Số điện thoại",
        purpose=Purpose.CONTACT,
        sensitivity=Sensitivity.PERSONAL,
        in_bundle=False,
    ),
    CatalogueField(key="post", heading="Chức vụ", purpose=Purpose.PLACE, papers=_ON_BOTH),
    CatalogueField(key="unit", heading="Đơn vị", purpose=Purpose.PLACE, papers=_ON_BOTH),
    CatalogueField(key="group_id", heading="Thành phần", purpose=Purpose.PLACE, papers=_ON_BOTH),
    CatalogueField(
        key="represents", heading="Đại diện tập thể", purpose=Purpose.PLACE, papers=_ON_BOTH
    ),
    CatalogueField(key="honours", heading="Danh hiệu", purpose=Purpose.AWARD, papers=_ON_BOTH),
    CatalogueField(key="achievement", heading="Thành tích", purpose=Purpose.AWARD, papers=_ON_LIST),
    CatalogueField(
        key="home_town",
        heading="Quê quán",
        purpose=Purpose.AWARD,
        sensitivity=Sensitivity.PERSONAL,
    ),
    CatalogueField(
        key="schooling",
        heading="Trình độ",
        purpose=Purpose.AWARD,
        sensitivity=Sensitivity.PERSONAL,
    ),
    CatalogueField(key="proposed_award", heading="Đề nghị khen thưởng", purpose=Purpose.AWARD),
    CatalogueField(
        key="note",
        heading="Ghi chú",
        purpose=Purpose.CONDUCT,
        sensitivity=Sensitivity.PERSONAL,
        papers=_ON_LIST,
        in_bundle=False,
    ),
)
BY_KEY = {field.key: field for field in FIELDS}

# What the program itself needs of a person: the portrait is no text, and the others put people in
# order.
NOT_LISTED = frozenset(
    ("id", "conference_id", "position", "protocol_rank", "given_name", "photo_id")
)
