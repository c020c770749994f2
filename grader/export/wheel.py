"""The grader as a wheel, made of the files that run here: no network, no build tools."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

import grader
from grader import NAME, __version__
from grader.bank.files import files_under
from grader.errors import GraderError
from grader.export.zips import zipped

_WHEEL = b"Wheel-Version: 1.0\nGenerator: grader\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel_name() -> str:
    """The file name of the wheel, as installers want it."""
    return f"{NAME.replace('-', '_')}-{__version__}-py3-none-any.whl"


def build_wheel() -> bytes:
    """The wheel's bytes: the package as it lies here, with the metadata of its installation.

    Both an editable and an ordinary installation will do. GraderError where there is none, or where
    it is of another version than the files.
    """
    about = _installed()
    folder = f"{NAME.replace('-', '_')}-{__version__}.dist-info"
    top = Path(grader.__file__).parent
    files = {f"grader/{p.relative_to(top).as_posix()}": p.read_bytes() for p in files_under(top)}
    for name in ("METADATA", "entry_points.txt", *_licenses(about)):
        if text := about.read_text(name):
            files[f"{folder}/{name}"] = text.encode()
    files[f"{folder}/WHEEL"] = _WHEEL
    files[f"{folder}/RECORD"] = _record(files, f"{folder}/RECORD")
    return zipped(files)


def _installed() -> Distribution:
    # In the project's own folder what a build left there is found too, before what is installed.
    found = (about for about in distributions(name=NAME) if about.read_text("METADATA"))
    about = next(found, None)
    if about is None:
        raise GraderError(
            f"{NAME} runs here without being installed, so no wheel can be made of it; "
            "install it first, with `pip install -e .` in its folder"
        )
    if about.version != __version__:
        raise GraderError(
            f"{NAME} is installed as version {about.version}, but its files are of version "
            f"{__version__}, so no wheel can be made of it; install it again"
        )
    return about


def _licenses(about: Distribution) -> list[str]:
    return [f"licenses/{name}" for name in about.metadata.get_all("License-File") or ()]


def _record(files: Mapping[str, bytes], own: str) -> bytes:
    lines = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items()]
    return "".join([*lines, f"{own},,\n"]).encode()


def _digest(data: bytes) -> str:
    raw = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
    return raw.decode().rstrip("=")
