from __future__ import annotations

import hashlib

import pytest

from db.records import StoredImage
from db.store import Store
from tests.builders import an_office


def an_image(data: bytes) -> StoredImage:
    return StoredImage(id=hashlib.sha256(data).hexdigest(), media_type="image/png", data=data)


def test_pictures_come_back_by_id(store: Store) -> None:
    one, other = an_image(b"one"), an_image(b"other\0")
    store.images.add((one, other))
    assert store.images.get(one.id) == one
    assert store.images.get("0" * 64) is None
    by_id = tuple(sorted((one, other), key=lambda image: image.id))
    assert store.images.many((one.id, "0" * 64, other.id)) == by_id


def test_a_known_picture_is_stored_once_and_logged_once(store: Store) -> None:
    store.images.add((an_image(b"one"),))
    store.images.add((an_image(b"one"),))
    store.images.add(())
    assert [entry.count for entry in store.log.entries()] == [1]


def test_an_id_that_is_not_the_hash_of_the_bytes_is_refused(store: Store) -> None:
    false = StoredImage(id=an_image(b"one").id, media_type="image/png", data=b"other")
    with pytest.raises(ValueError, match="another hash"):
        store.images.add((false,))
    assert store.images.get(false.id) is None


def test_an_office_refers_to_its_emblem(store: Store) -> None:
    emblem = an_image(b"emblem")
    store.images.add((emblem,))
    store.offices.save(an_office(logo_id=emblem.id))
    office = store.offices.get()
    assert office is not None
    assert office.logo_id == emblem.id
