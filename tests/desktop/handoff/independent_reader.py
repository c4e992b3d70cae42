"""Verify and read a bundle with nothing of ours: Debian's age, PyNaCl, the standard library.

Usage: independent_reader.py BUNDLE AGE-IDENTITY-FILE; see desktop/handoff/README.md.
"""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from nacl.signing import VerifyKey

data = Path(sys.argv[1]).read_bytes()
if not data.startswith(b"HOINGHI1"):
    command = ["age", "--decrypt", "--identity", sys.argv[2], sys.argv[1]]
    data = subprocess.run(command, check=True, capture_output=True).stdout
assert data[:8] == b"HOINGHI1"
end = 10 + int.from_bytes(data[8:10], "big")
text, signature, content = data[10:end], data[end : end + 64], data[end + 64 :]
header = json.loads(text)
signed = b"hoinghi bundle header v1\0" + text
VerifyKey(bytes.fromhex(header["sender"]["keys"]["signing"])).verify(signed, signature)
assert len(content) == header["content_length"]
assert hashlib.sha512(content).hexdigest() == header["content_sha512"]
with zipfile.ZipFile(io.BytesIO(content)) as archive:
    members = {name: archive.read(name) for name in archive.namelist()}
for member in json.loads(members.pop("manifest.json"))["members"]:
    assert hashlib.sha256(members[member["name"]]).hexdigest() == member["sha256"]
people = [json.loads(line) for line in members.get("delegates.jsonl", b"").splitlines()]
sys.stdout.write(json.dumps({"header": header, "members": sorted(members), "people": people}))
