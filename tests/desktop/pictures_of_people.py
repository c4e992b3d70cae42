"""A small portrait for tests."""

from __future__ import annotations

import io
from hashlib import sha256

from PIL import Image

from db.records import StoredImage


def a_portrait(colour: str = "navy") -> StoredImage:
    buffer = io.BytesIO()
    Image.new("RGB", (90, 120), colour).save(buffer, "JPEG")
    data = buffer.getvalue()
    return StoredImage(id=sha256(data).hexdigest(), media_type="image/jpeg", data=data)
