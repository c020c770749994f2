"""Builds the zips of the sample class from the folders in `zips`; the same bytes in every run.

    python examples/make_class.py [FOLDER]

FOLDER is `examples/class` by default. Everything else of the class is a plain file in git.
"""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).parent
SOURCES = HERE / "zips"
WHEN = (2026, 12, 1, 12, 0, 0)
FROM_A_MAC = ("tom",)  # these also hold what macOS adds to every zip
CUT_SHORT = {"tara": 200}  # an upload that broke off: so many bytes at the end are lost
APPLE_DOUBLE = bytes.fromhex("0005160700020000") + b"Mac OS X        " + bytes(58)


def build(folder: Path) -> list[Path]:
    """Writes one zip a folder of `zips` into `folder`; the paths written, sorted."""
    written = []
    for source in sorted(path for path in SOURCES.iterdir() if path.is_dir()):
        data = packed(entries(source))
        place = folder / f"{source.name}.zip"
        place.write_bytes(data[: len(data) - CUT_SHORT.get(source.name, 0)])
        written.append(place)
    return written


def entries(source: Path) -> dict[str, bytes]:
    """The files of one zip by name, those of macOS among them."""
    files = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    if source.name in FROM_A_MAC:
        for name in list(files):
            head, _, tail = name.rpartition("/")
            files[f"__MACOSX/{head}/._{tail}"] = APPLE_DOUBLE
    return files


def packed(files: dict[str, bytes]) -> bytes:
    """A zip of `files`, sorted by name, all from the same minute."""
    target = BytesIO()
    # Stored, not deflated: zlib and its replacements pack the same text into different bytes.
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, WHEN)
            info.create_system = 3  # Unix, wherever this runs
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name])
    return target.getvalue()


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "class"):
        print(path)
