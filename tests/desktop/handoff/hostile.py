"""Bundles that an attacker or an accident makes, each with the reason it has to be refused for.

Run: python -m tests.desktop.handoff.hostile DIR writes them as files.
"""

from __future__ import annotations

import hashlib
import io
import json
import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyrage
from msgspec import Struct

from desktop.handoff.archive import MANIFEST, read_archive, write_archive
from desktop.handoff.bundle import seal, seal_frame, sign_openly
from desktop.handoff.frame import BundleKind, signed_frame, write_frame
from desktop.handoff.keys import PrivateKeys
from desktop.handoff.refusals import BundleRefusal as Because
from tests.builders import ident
from tests.desktop.handoff.parties import (
    DESK,
    HERE,
    OFFICE,
    STRANGER,
    address,
    content_of,
    new_keys,
    party,
    sealed,
)

_Tree = dict[str, Any]
_NOISE = random.Random(1).randbytes(5_000_000)  # noqa: S311 - only what cannot be packed
_INTRODUCTION = b"age-encryption.org/v1\n"


class Hostile(Struct, frozen=True):
    """One bundle and the reason it is refused for."""

    name: str
    data: bytes
    because: Because


def fixtures() -> Iterator[Hostile]:
    """Make them all, for a desk that knows the first key of the office."""
    yield from _seals()
    yield from _frames()
    yield from _headers()
    yield from _zips()
    yield from _bombs()
    yield from _texts()


def controls() -> Iterator[tuple[str, bytes]]:
    """Make bundles in the same ways with nothing wrong in them: they have to be read."""
    members = read_archive(content_of())
    first = members["delegates.jsonl"].splitlines(keepends=True)[0]
    picture = b"\xff\xd8\xff a picture"
    name = f"pictures/{hashlib.sha256(picture).hexdigest()}.jpg"
    yield "sealed", sealed()
    yield "a frame in a seal", _in_seal(_frame())
    yield "a header signed anew", _with_header(json.dumps(json.loads(_header())).encode())
    yield "a zip of our own", sealed(_zip([*members.items(), _manifest_of(members)]))
    yield "written again", sealed(write_archive(members))
    yield "one person of two", sealed(write_archive(members | {"delegates.jsonl": first}))
    yield "a paper", sealed(write_archive(members | {"papers/plan.pdf": b"%PDF-"}))
    yield "a picture by its hash", sealed(write_archive(members | {name: picture}))


def _seals() -> Iterator[Hostile]:
    sound = sealed()
    head, body = sound[: sound.index(b"---")], sound[sound.index(b"---") :]
    stanza = head[len(_INTRODUCTION) :]
    fake = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
    yield Hostile("nothing", b"", Because.NOT_A_BUNDLE)
    yield Hostile("a picture", b"\xff\xd8\xff\xe0 not a bundle", Because.NOT_A_BUNDLE)
    yield Hostile("armoured", b"-----BEGIN AGE ENCRYPTED FILE-----\n", Because.NOT_A_BUNDLE)
    other = b"age-encryption.org/v2\n" + sound[len(_INTRODUCTION) :]
    yield Hostile("another age", other, Because.NOT_A_BUNDLE)
    yield Hostile("a head of 98 KB", _INTRODUCTION + fake * 1000 + body, Because.SEAL_HEADER)
    one_line = b"-> X25519 " + b"A" * 98_000 + b"\n"
    yield Hostile("one endless stanza", _INTRODUCTION + one_line + body, Because.SEAL_HEADER)
    yield Hostile("a head without end", _INTRODUCTION + stanza * 400, Because.SEAL_HEADER)
    yield Hostile("21 recipients", head + fake * 21 + body, Because.SEAL_HEADER)
    yield Hostile("no recipient", _INTRODUCTION + body, Because.SEAL_HEADER)
    yield Hostile("only the first line", _INTRODUCTION, Because.SEAL_HEADER)
    by_words = pyrage.passphrase.encrypt(b"HOINGHI1", "mật khẩu")
    yield Hostile("hours of work for a passphrase", by_words, Because.SEAL_HEADER)
    plugin = head + b"-> piv-p256 x y\nAAAA\n" + body
    yield Hostile("a recipient of another kind", plugin, Because.SEAL_HEADER)
    stranger = party(STRANGER).keys.public()
    aside = seal(address(), content_of(), party(STRANGER), stranger)
    yield Hostile("sealed for somebody else", aside, Because.NOT_FOR_US)
    yield Hostile("a recipient more", head + fake + body, Because.DAMAGED)
    yield Hostile("cut in the middle", sound[: len(sound) // 2], Because.DAMAGED)
    yield Hostile("cut by one byte", sound[:-1], Because.DAMAGED)
    yield Hostile("without content", sound[: -len(sound) + len(head) + 48], Because.DAMAGED)
    yield Hostile("longer by one byte", sound + b"\0", Because.DAMAGED)
    yield Hostile("two after one another", sound + sound, Because.DAMAGED)
    blocks = seal_frame(_frame(b"x" * 200_000), [_desk()])
    yield Hostile("cut between two blocks", blocks[: -(200_000 % 65_536)], Because.DAMAGED)


def _frames() -> Iterator[Hostile]:
    for name, frame in (
        ("sealed by another program", b"Hello"),
        ("an empty seal", b""),
        ("the magic alone", b"HOINGHI1"),
        ("another magic", b"HOINGHI2" + _frame()[8:]),
    ):
        yield Hostile(name, _in_seal(frame), Because.OTHER_CONTENT)
    frame = _frame()
    length = int.from_bytes(frame[8:10], "big")
    for name, frame_ in (
        ("no header", frame[:8] + b"\0\0" + frame[10 + length :]),
        ("a header of 64 KB", frame[:8] + b"\xff\xff" + b" " * 70_000),
        ("a header longer than the file", frame[:8] + b"\x0f\xff" + frame[10:600]),
        ("cut before the signature", frame[: 10 + length + 10]),
    ):
        yield Hostile(name, _in_seal(frame_), Because.HEADER)
    unsigned = frame[: 10 + length] + bytes(64) + frame[10 + length + 64 :]
    yield Hostile("unsigned", _in_seal(unsigned), Because.SIGNATURE)
    text = frame[10 : 10 + length].replace(b'"number":1,"sealed', b'"number":9,"sealed')
    renumbered = frame[:10] + text + frame[10 + length :]
    yield Hostile("another number after signing", _in_seal(renumbered), Because.SIGNATURE)
    others = signed_frame(frame[10 : 10 + length], content_of(), party(STRANGER).keys)
    yield Hostile("signed by somebody else", _in_seal(others), Because.SIGNATURE)
    bare = party(OFFICE).keys.sign(frame[10 : 10 + length])
    without_domain = frame[: 10 + length] + bare + frame[10 + length + 64 :]
    yield Hostile("a signature for another use", _in_seal(without_domain), Because.SIGNATURE)
    yield Hostile("a conference lies open", frame, Because.UNSEALED)
    for_all = address(kind=BundleKind.RULES, recipient="", subject="")
    rules = sign_openly(for_all, b"", party(OFFICE))
    yield Hostile("what is for all is sealed", _in_seal(rules), Because.UNSEALED)
    other = _frame(content_of())[:-7] + b"changed"
    yield Hostile("other content", _in_seal(other), Because.HASH)
    yield Hostile("content cut", _in_seal(frame[:-1]), Because.HASH)
    yield Hostile("content longer", _in_seal(frame + b"\0"), Because.HASH)


def _headers() -> Iterator[Hostile]:
    def changed(change: Callable[[_Tree], object]) -> bytes:
        tree = json.loads(_header())
        change(tree)
        return _with_header(json.dumps(tree).encode())

    newer = changed(lambda tree: tree.update(version=2, news="?"))
    yield Hostile("from a newer program", newer, Because.NEWER)
    for name, change in (
        ("version 0", {"version": 0}),
        ("a version in words", {"version": "1"}),
        ("number 0", {"number": 0}),
        ("a number of many digits", {"number": 10**30}),
        ("half a number", {"number": 1.5}),
        ("an unknown kind", {"kind": "order"}),
        ("an unknown field", {"is_admin": True}),
        ("an id with a line feed", {"subject": f"{HERE}\n"}),
        ("a path for an id", {"subject": "../../../etc/passwd"}),
        ("a conference for nobody", {"recipient": ""}),
        ("a conference about nothing", {"subject": ""}),
        ("a reply about a conference", {"kind": "reply"}),
        ("rules for one office", {"kind": "rules", "subject": ""}),
        ("a day that never was", {"sealed_on": "2025-02-30"}),
        ("a negative length", {"content_length": -1}),
        ("a short hash", {"content_sha512": "00"}),
    ):
        yield Hostile(name, changed(lambda tree, to=change: tree.update(to)), Because.HEADER)  # type: ignore[misc]
    nameless = changed(lambda tree: tree["sender"].update(name=""))
    yield Hostile("a sender without a name", nameless, Because.HEADER)
    long = changed(lambda tree: tree["sender"].update(name="x" * 301))
    yield Hostile("a name without end", long, Because.HEADER)
    deep = b'{"a":' * 500 + b"1" + b"}" * 500
    yield Hostile("a header 500 deep", _with_header(deep), Because.HEADER)
    twice = _header().replace(b'"number":1', b'"number":9,"number":1')
    yield Hostile("a number said twice", _with_header(twice), Because.HEADER)
    yield Hostile("a header in Latin-1", _with_header(_header() + b"\xff"), Because.HEADER)
    yield Hostile("a header that is a list", _with_header(b"[]"), Because.HEADER)
    half = _header().replace("Cơ".encode(), b"\\ud800")
    yield Hostile("half a character", _with_header(half), Because.HEADER)
    impostor = seal(address(), content_of(), _as(OFFICE, STRANGER), _desk())
    yield Hostile("a stranger under a known name", impostor, Because.OTHER_KEY)
    second = seal(address(), content_of(), party(OFFICE, 2), _desk())
    yield Hostile("a new key that nobody announced", second, Because.OTHER_KEY)
    posing = seal(address(), content_of(), _as(DESK, STRANGER), _desk())
    yield Hostile("a stranger as the desk itself", posing, Because.OTHER_KEY)
    renumbered = msgspec.structs.replace(party(OFFICE).keys, number=2)
    sender = msgspec.structs.replace(party(OFFICE), keys=renumbered)
    again = seal(address(), content_of(), sender, _desk())
    yield Hostile("an old key under a new number", again, Because.OTHER_KEY)
    astray = sealed(recipient=STRANGER)
    yield Hostile("for another desk", astray, Because.OTHER_RECIPIENT)


def _zips() -> Iterator[Hostile]:
    def with_content(name: str, content: bytes, because: Because) -> Hostile:
        return Hostile(name, sealed(content), because)

    sound = content_of()
    members = read_archive(sound)
    yield with_content("no zip", b"x" * 1000, Because.ARCHIVE)
    yield with_content("no content at all", b"", Because.ARCHIVE)
    yield with_content("a program before the zip", b"MZ" + sound, Because.ARCHIVE)
    yield with_content("something after the zip", sound + b"x", Because.ARCHIVE)
    spread = sound[:-22] + bytes(10) + sound[-22:]
    yield with_content("a gap before its end", spread, Because.ARCHIVE)
    comment = sound[:-2] + b"\x05\x00" + b"hello"
    yield with_content("a comment", comment, Because.ARCHIVE)
    twice = _zip([*members.items(), ("delegates.jsonl", b""), _manifest_of(members)])
    yield with_content("a member twice", twice, Because.ARCHIVE)
    packed = _zip([*members.items(), _manifest_of(members)], zipfile.ZIP_LZMA)
    yield with_content("packed in another way", packed, Because.ARCHIVE)
    yield with_content("said to be encrypted", _flagged(sound, 0x1), Because.ARCHIVE)
    yield with_content("said to be a patch", _flagged(sound, 0x20), Because.ARCHIVE)
    yield with_content("another name before its data", _renamed_locally(sound), Because.ARCHIVE)
    crc = bytearray(sound)
    crc[crc.index(b"PK\x01\x02") + 16] ^= 1
    yield with_content("another checksum", bytes(crc), Because.ARCHIVE)
    far = bytearray(sound)
    struct.pack_into("<L", far, far.index(b"PK\x01\x02") + 42, 0xFFFFFF00)
    yield with_content("a member beyond the end", bytes(far), Because.ARCHIVE)
    yield with_content("a name that is no text", _odd_name(sound), Because.ARCHIVE)
    yield with_content("the data of one member for two", _overlapping(), Because.ARCHIVE)
    zip64 = sound[:-22] + b"PK\x06\x07" + bytes(16) + sound[-22:]
    yield with_content("a second list of its own", zip64, Because.ARCHIVE)
    yield with_content("a member ends too early", _understated(sound), Because.ARCHIVE)
    without = _zip(list(members.items()))
    yield with_content("no manifest", without, Because.MANIFEST)
    more = _zip([*members.items(), ("autorun.inf", b"x"), _manifest_of(members)])
    yield with_content("a member that nobody named", more, Because.MANIFEST)
    missing = _zip([("conference.json", members["conference.json"]), _manifest_of(members)])
    yield with_content("a member that is missing", missing, Because.MANIFEST)


def _bombs() -> Iterator[Hostile]:
    def with_content(name: str, content: bytes, because: Because) -> Hostile:
        return Hostile(name, sealed(content), because)

    sound = content_of()
    members = read_archive(sound)
    yield with_content("a thousand times its size", _bomb(), Because.TOO_MUCH)
    yield with_content("more than it says", _lying_bomb(), Because.TOO_MUCH)
    many = _zip([(f"pictures/{number}.jpg", b"") for number in range(20_002)])
    yield with_content("20,002 members", many, Because.TOO_MUCH)
    lying = bytearray(_zip([(f"pictures/{number}.jpg", b"") for number in range(20_500)]))
    struct.pack_into("<2H", lying, len(lying) - 14, 20_000, 20_000)
    yield with_content("20,500 members that say 20,000", bytes(lying), Because.TOO_MUCH)
    large = bytearray(sound)
    for place in (large.index(b"PK\x01\x02"), large.rindex(b"PK\x01\x02")):
        struct.pack_into("<2L", large, place + 20, 100, 400_000_000)
    yield with_content("members of 400 MB each", bytes(large), Because.TOO_MUCH)
    wordy = _zip([(MANIFEST, _NOISE)])
    yield with_content("a manifest of 5 MB", wordy, Because.TOO_MUCH)
    count = bytearray(sound)
    struct.pack_into("<L", count, len(count) - 10, 400_000_000)
    yield with_content("a list of 400 MB", bytes(count), Because.ARCHIVE)
    other = members | {"conference.json": b"{}"}
    yield with_content(
        "another member", _zip([*other.items(), _manifest_of(members)]), Because.MANIFEST
    )
    for name, odd in (
        ("a way out of the folder", "../evil.json"),
        ("a name from the root", "/etc/passwd"),
        ("a name of Windows", "c:\\evil.exe"),
        ("folders within folders", "a/b/c.json"),
        ("a hidden name", ".hidden"),
        ("a name with a line feed", "delegates.jsonl\n"),
    ):
        yield with_content(name, write_archive(members | {odd: b""}), Because.MANIFEST)
    for name, text in (
        ("a manifest that is no JSON", b"{"),
        ("a manifest with a field more", b'{"members":[],"run":"calc"}'),
        ("a manifest said twice", b'{"members":[],"members":[]}'),
        ("a manifest of 500 storeys", b'{"members":' + b"[" * 500 + b"]" * 500 + b"}"),
    ):
        yield with_content(name, _zip([*members.items(), (MANIFEST, text)]), Because.MANIFEST)


def _texts() -> Iterator[Hostile]:
    members = read_archive(content_of())
    conference, people = members["conference.json"], members["delegates.jsonl"]

    def with_member(name: str, because: Because, **changed: bytes | None) -> Hostile:
        named = {key.replace("_", "."): data for key, data in changed.items()}
        kept = {key: data for key, data in (members | named).items() if data is not None}
        return Hostile(name, sealed(write_archive(kept)), because)

    def with_people(name: str, text: bytes, because: Because = Because.CONTENT) -> Hostile:
        return with_member(name, because, delegates_jsonl=text)

    yield with_member("no conference", Because.CONTENT, conference_json=None)
    yield with_member("another JSON", Because.CONTENT, conference_json=b'{"format":"x"}')
    deep = b"[" * 100_000 + b"]" * 100_000
    yield with_member("100,000 deep", Because.TOO_MUCH, conference_json=deep)
    quoted = conference.replace(b"office", b'a\\"[[[[[[[[[[[[[[[[[[', 1)
    yield with_member("brackets in a text", Because.CONTENT, conference_json=quoted)
    doubled = conference.replace(b'"version"', b'"version": 1, "version"', 1)
    yield with_member("a key twice in the conference", Because.CONTENT, conference_json=doubled)
    newer = conference.replace(b'"version": 1', b'"version": 2', 1)
    yield with_member("a conference of a newer program", Because.CONTENT, conference_json=newer)
    inside = json.loads(conference) | {"delegates": [json.loads(people.splitlines()[0])]}
    both = json.dumps(inside).encode()
    yield with_member("people in two places", Because.CONTENT, conference_json=both)
    unknown = sealed(write_archive(members | {"run.exe": b"MZ"}))
    yield Hostile("a program inside", unknown, Because.CONTENT)
    paper = sealed(write_archive(members | {"papers/plan.pdf": b"MZ"}))
    yield Hostile("a program as a paper", paper, Because.CONTENT)
    named = sealed(write_archive(members | {"papers/plan.pdf.exe": b"%PDF-"}))
    yield Hostile("a paper that ends otherwise", named, Because.CONTENT)
    picture = b"\xff\xd8\xff a picture"
    for name, file in (
        ("a picture under another name", f"pictures/{'0' * 64}.jpg"),
        ("a picture without a hash", "pictures/photo.jpg"),
        ("a picture of another kind", f"pictures/{hashlib.sha256(picture).hexdigest()}.svg"),
        ("a photo of the wrong kind", f"pictures/{hashlib.sha256(picture).hexdigest()}.png"),
    ):
        whole = write_archive(members | {file: picture})
        yield Hostile(name, sealed(whole), Because.CONTENT)
    first, second = people.splitlines(keepends=True)
    yield with_people("a person cut short", people[:-1])
    yield with_people("the same person twice", first + first)
    yield with_people("a person that is a list", b"[]\n")
    yield with_people("an empty line", first + b"\n")
    yield with_people(
        "a key twice in a line", first.replace(b'{"id"', b'{"name":"A","id"') + second
    )
    yield with_people("a key that is unknown", first.replace(b'{"id"', b'{"x":1,"id"'))
    yield with_people(
        "a person with a line feed in its id", first.replace(b'","conf', b'\\n","conf')
    )
    yield with_people("of another conference", first.replace(HERE.encode(), ident(11).encode()))
    yield with_people(
        "in a group that is not there", first.replace(ident(12)[:32].encode(), b"f" * 32)
    )
    yield with_people("half a character in a name", first.replace("Nguyễn".encode(), b"\\udc00"))
    yield with_people("no text at all", first.replace("Nguyễn".encode(), b"\xff\xfe"))
    yield with_people("a control character", first.replace("Nguyễn".encode(), b"\\u0000"))
    yield with_people("a name of 60,000", first.replace("Nguyễn".encode(), b"x" * 60_000))
    yield with_people("no number", first.replace(b'"position":1', b'"position":NaN'))
    huge = first.replace(b'"position":1', b'"position":' + b"9" * 400)
    yield with_people("a number of 400 digits", huge)
    nested = first.replace(b'"name"', b'"x":' + b"[" * 500 + b"]" * 500 + b',"name"')
    yield with_people("500 deep in a line", nested)
    long = first.replace("Nguyễn".encode(), b"x" * 66_000)
    yield with_people("a line of 66 KB", long, Because.TOO_MUCH)
    yield with_people("100,001 lines", b"\n" * 100_001, Because.TOO_MUCH)


def _desk() -> Any:
    return party(DESK).keys.public()


def _as(owner: str, thief: str) -> Any:
    return msgspec.structs.replace(party(owner), keys=party(thief).keys)


def _frame(content: bytes | None = None) -> bytes:
    office = party(OFFICE)
    packed = content_of() if content is None else content
    return write_frame(address(), packed, OFFICE, office.name, office.keys)


def _header() -> bytes:
    frame = _frame()
    return frame[10 : 10 + int.from_bytes(frame[8:10], "big")]


def _in_seal(frame: bytes) -> bytes:
    return seal_frame(frame, [_desk()])


def _with_header(text: bytes, keys: PrivateKeys | None = None) -> bytes:
    return _in_seal(signed_frame(text, content_of(), keys or party(OFFICE).keys))


def _zip(members: list[tuple[str, bytes]], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    import warnings

    packed = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice is what is wanted
        with zipfile.ZipFile(packed, "w", how) as archive:
            for name, data in members:
                archive.writestr(zipfile.ZipInfo(name), data, how)
    return packed.getvalue()


def _manifest_of(members: dict[str, bytes]) -> tuple[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_archive(members))) as archive:
        return MANIFEST, archive.read(MANIFEST)


def _flagged(content: bytes, flag: int) -> bytes:
    changed = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.index(mark) + at] |= flag
    return bytes(changed)


def _renamed_locally(content: bytes) -> bytes:
    place = content.index(b"conference.json")
    return content[:place] + b"conferencE.json" + content[place + 15 :]


def _odd_name(content: bytes) -> bytes:
    changed = bytearray(content)
    entry = changed.rindex(b"PK\x01\x02")
    changed[entry + 9] |= 0x08  # the name is said to be UTF-8
    changed[entry + 46] = 0xFF
    return bytes(changed)


def _understated(content: bytes) -> bytes:
    changed = bytearray(content)
    place = changed.index(b"PK\x01\x02") + 24
    size = struct.unpack_from("<L", changed, place)[0]
    struct.pack_into("<L", changed, place, size - 1)
    return bytes(changed)


def _bomb() -> bytes:
    return write_archive({"conference.json": b" " * 50_000_000})


def _lying_bomb() -> bytes:
    """Say 1 MB where 50 MB are packed, in the list and before the data."""
    members = {"conference.json": b" " * 50_000_000}
    content = bytearray(_zip([*members.items(), (MANIFEST, b'{"members":[]}')]))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", content, content.index(mark) + at, 5_100_000)
    return bytes(content)


def _overlapping() -> bytes:
    """Let several entries of the list point to one stretch of data."""
    data = zlib.compress(b"x" * 60_000, 9)[2:-4]
    crc = zlib.crc32(b"x" * 60_000)
    fixed = struct.pack("<5H3L2H", 20, 0, 8, 0, 33, crc, len(data), 60_000, 5, 0)
    local = b"PK\x03\x04" + fixed + b"a.jpg" + data
    entries = b"".join(
        b"PK\x01\x02\x14\x00" + fixed + struct.pack("<3H2L", 0, 0, 0, 0, 0) + b"%c.jpg" % letter
        for letter in b"abcdefgh"
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 8, 8, len(entries), len(local), 0)
    return local + entries + end


def main(arguments: list[str]) -> None:
    """Write every fixture as a file, with the key that opens it."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(fixtures(), start=1):
        name = f"{number:03}-{one.because}-{one.name.replace(' ', '-').replace('/', '')}.hoinghi"
        (folder / name).write_bytes(one.data)
    (folder / "desk.key").write_text(new_keys(DESK).private.sealing + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])
