"""Write the approved pictures anew: `python3 dev.py golden`. Look at them before they are kept."""

from __future__ import annotations

import sys

from PIL import Image

from tests.golden.pages import FOLDER, approved, difference, pictures, write


def main() -> int:
    """Write what changed, and take away what is drawn no more."""
    wanted = pictures()
    for path in sorted(FOLDER.glob("*.png")):
        if path.stem not in wanted:
            path.unlink()
            sys.stdout.write(f"{path.stem}: gone\n")
    for name, draw in wanted.items():
        picture, path = draw(), approved(name)
        if not path.exists():
            sys.stdout.write(f"{name}: new\n")
        else:
            with Image.open(path) as before:
                share = difference(picture, before)
            if not share:
                continue
            sys.stdout.write(f"{name}: {share:.2%} of it differs\n")
        write(picture, path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
