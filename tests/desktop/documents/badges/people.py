"""Invented delegates of every kind that a badge meets, and drawn portraits."""

from __future__ import annotations

import hashlib
from io import BytesIO
from itertools import cycle, islice, product

from msgspec.structs import replace
from PIL import Image, ImageDraw

from db.records import ConferenceFile, Delegate, GroupKind, ParticipantGroup, StoredImage
from tests.builders import a_conference, a_delegate, a_file, ident

GROUPS = (
    ParticipantGroup(
        id=ident(12),
        name="Đại biểu điển hình tiên tiến",
        kind=GroupKind.EXEMPLAR,
        target=140,
        badge_label="Đại biểu điển hình",
    ),
    ParticipantGroup(
        id=ident(13),
        name="Khách mời",
        kind=GroupKind.GUEST,
        target=60,
        colour="blue",
    ),
    ParticipantGroup(id=ident(14), name="Ban Tổ chức", colour="yellow"),
    ParticipantGroup(id=ident(15), name="Báo chí", colour="violet"),
    ParticipantGroup(id=ident(16), name="Phục vụ", colour="grey"),
    ParticipantGroup(id=ident(17), name="Đại biểu chính thức", colour="pink"),
    ParticipantGroup(id=ident(18), name="Khách quốc tế", colour="green"),
    ParticipantGroup(id=ident(19), name="An ninh", colour="orange"),
)

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Vũ", "Bùi", "Đỗ", "Ngô")
MIDDLE = ("Thị", "Văn", "Thị Ngọc", "Hữu", "Thị Mỹ", "Đức", "Quốc", "Thị Kiều", "Minh")
GIVEN = ("Ước", "Hằng", "Thắng", "Diễm", "Hậu", "Quỳnh", "Sỹ", "Tuyết", "Đạt", "Nhẫn", "Phượng")

ODD_NAMES = (
    "Y Wang Niê",
    "H'Hen Niê",
    "Rơ Châm H'Út",
    "Chơn",
    "Công Tằng Tôn Nữ Hoàng Thị Thùy Dương",
    "Hoà thượng Thích Thiện Đạo",
    "NGUYỄN THỊ ẤM ÁP",
    "Trần <b>Ánh</b> & Con",
    "Công Huyền Tôn Nữ Thị Nguyễn Phước Bảo Ngọc Quỳnh Hương Giang",
)

POSTS = ("Trưởng thôn", "Bí thư Chi bộ", "Giáo viên", "Nông dân sản xuất giỏi", "Phó Chủ tịch", "")
UNITS = (
    "Thôn 4, xã Bình Hòa",
    "Trường Trung học cơ sở Lê Đình Chinh",
    "Buôn Ê Căm, xã Bình Hòa",
    "Hợp tác xã Dịch vụ nông nghiệp tổng hợp và Du lịch Bình Hòa 2",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
)


def a_portrait(number: int = 1, width: int = 354, height: int = 472) -> StoredImage:
    """Draw a face and shoulders; each number another one."""
    backdrop = ((214, 226, 240), (236, 228, 214), (222, 236, 224))[number % 3]
    hair = ((28, 24, 24), (58, 44, 38), (112, 106, 104))[number % 3 - 1]
    coat = ((32, 52, 96), (122, 30, 40), (40, 84, 62), (70, 70, 76))[number % 4]
    image = Image.new("RGB", (width, height), backdrop)
    draw = ImageDraw.Draw(image)
    middle, unit = width / 2, height / 100
    lean = (number % 7 - 3) * unit / 2

    def oval(x: float, y: float, half: float, high: float, colour: tuple[int, int, int]) -> None:
        draw.ellipse((x - half, y - high, x + half, y + high), colour)

    oval(middle, 104 * unit, 38 * unit, 34 * unit, coat)
    draw.polygon(
        [
            (middle - 11 * unit, 70 * unit),
            (middle + 11 * unit, 70 * unit),
            (middle, 88 * unit),
        ],
        (250, 250, 250),
    )
    draw.rectangle((middle - 7 * unit, 56 * unit, middle + 7 * unit, 74 * unit), (216, 170, 140))
    oval(middle + lean, 38 * unit, 22 * unit, 26 * unit, hair)
    oval(middle + lean, 45 * unit, 17 * unit, 21 * unit, (236, 192, 160))
    for side in (-1, 1):
        oval(middle + lean + side * 7 * unit, 43 * unit, 1.8 * unit, 1.4 * unit, (40, 30, 30))
    draw.arc(
        (middle + lean - 6 * unit, 50 * unit, middle + lean + 6 * unit, 58 * unit),
        20,
        160,
        (150, 70, 70),
        max(1, round(unit)),
    )
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return stored(buffer.getvalue())


def stored(data: bytes, media_type: str = "image/jpeg") -> StoredImage:
    """Name a picture by its bytes."""
    return StoredImage(id=hashlib.sha256(data).hexdigest(), media_type=media_type, data=data)


def some_people(count: int, photos: tuple[StoredImage, ...] = ()) -> tuple[Delegate, ...]:
    """Invent delegates, the odd names first; every fourth has a photo while there are some."""
    usual = (" ".join(parts) for parts in product(FAMILY, MIDDLE, GIVEN))
    names = [*ODD_NAMES, *islice(cycle(usual), max(0, count - len(ODD_NAMES)))][:count]
    posts, units = cycle(POSTS), cycle(UNITS)
    return tuple(
        a_delegate(
            number,
            id=ident(100_000 + number),
            name=name,
            post=next(posts),
            unit=next(units),
            group_id=GROUPS[number * 7 % 10 > 6].id if number > 8 else GROUPS[number % 8].id,
            photo_id=photos[number // 4 % len(photos)].id if photos and number % 4 == 0 else "",
        )
        for number, name in enumerate(names, start=1)
    )


def a_crowd(count: int, photos: int = 3) -> ConferenceFile:
    """Build a conference of so many delegates with a few portraits."""
    portraits = tuple(a_portrait(number) for number in range(photos))
    return a_file(
        *some_people(count, portraits),
        conference=a_conference(groups=GROUPS),
        images=portraits,
    )


def with_photos(file: ConferenceFile) -> ConferenceFile:
    """Give every delegate a photo of their own: one JPEG with a comment that differs."""
    data = a_portrait().data
    photos = []
    for number in range(len(file.delegates)):
        comment = f"{number:08}".encode()
        segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
        photos.append(stored(data[:2] + segment + data[2:]))
    people = tuple(
        replace(person, photo_id=photo.id)
        for person, photo in zip(file.delegates, cycle(photos), strict=False)
    )
    return replace(file, delegates=people, images=tuple(photos))
