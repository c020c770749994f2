"""A statement's figure: an SVG file beside it, named there with words that can stand in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

from grader.bank.decode import read_text
from grader.bank.wording import nearest
from grader.errors import Fault

_SPACE = "{http://www.w3.org/2000/svg}"
# Code first: what looks like an image inside it is none.
_IMAGE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
    r"|(?P<image>!\[(?P<alt>[^\]]*)\]\((?P<target>[^()\n]*)\))",
    re.DOTALL | re.MULTILINE,
)
# What would run, load or lead somewhere in a page; `a`, `use` and the rest go by their reference.
_ACTIVE = {"script", "foreignObject", "iframe", "animate", "set", "handler"}
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


@dataclass(frozen=True)
class Image:
    """One `![alt](target)` of a Markdown text; `begin` and `end` say where it stands."""

    alt: str
    target: str
    line: int
    begin: int
    end: int
    is_alone: bool


def images(markdown: str) -> Iterator[Image]:
    """Every image outside code; it is alone if a paragraph holds nothing else."""
    for found in _IMAGE.finditer(markdown):
        if found["image"] is None:
            continue
        before, after = markdown[: found.start()], markdown[found.end() :]
        is_alone = bool(
            re.search(r"(\A|\n[ \t]*\n)\Z", before) and re.match(r"\s*(\n\s*\n|\Z)", after)
        )
        line = before.count("\n") + 1
        alt = " ".join(found["alt"].split())
        yield Image(alt, found["target"].strip(), line, found.start(), found.end(), is_alone)


def figure_faults(statement: Path) -> Iterator[Fault]:
    """The faults of a statement's images and of the pictures in its folder."""
    if not statement.is_file():
        return
    files = {file.name: file for file in sorted(statement.parent.glob("*.svg"))}
    named = set()
    for image in images(read_text(statement)):
        named.add(image.target)
        yield from _image(statement, image, files)
    for name, file in files.items():
        if name not in named:
            text = f"no image of statement.md shows `{name}`; it must say `![words]({name})`"
            yield Fault(file, 1, text)
        yield from svg_faults(file)
    script = statement.parent / "figure.py"
    if script.is_file() and "figure.svg" not in files:
        yield Fault(script, 1, "has drawn no figure.svg yet; run it, and keep both files")


def _image(statement: Path, image: Image, files: dict[str, Path]) -> Iterator[Fault]:
    if image.target not in files:
        text = f"the image `{image.target}` must be a .svg file of the problem's own folder"
        yield Fault(statement, image.line, text + nearest(image.target, files))
    if not image.alt:
        text = f"the image `{image.target}` has no words: `![words]({image.target})` must say"
        yield Fault(statement, image.line, f"{text} what it shows")
    if not image.is_alone:
        text = f"the image `{image.target}` must stand in a paragraph of its own"
        yield Fault(statement, image.line, text)


def svg_faults(file: Path) -> Iterator[Fault]:
    """What keeps an SVG file from being put into a page: it must be still, and whole in itself."""
    reader: ElementTree.XMLPullParser[ElementTree.Element]
    reader = ElementTree.XMLPullParser(["start", "end"])
    root = ""
    try:
        for number, line in enumerate(read_text(file).splitlines(keepends=True), 1):
            reader.feed(line)
            events = cast("Iterator[tuple[str, ElementTree.Element]]", reader.read_events())
            for event, element in events:
                root = root or element.tag
                yield from (Fault(file, number, text) for text in _wrong(event, element))
        reader.close()
    except ElementTree.ParseError as error:
        yield Fault(file, error.position[0], f"is not well-formed XML: {error}")
        return
    if root != f"{_SPACE}svg":
        yield Fault(file, 1, f"has the root `{root}`; it must be an SVG, `svg` of its namespace")


def _wrong(event: str, element: ElementTree.Element) -> Iterator[str]:
    tag = element.tag.removeprefix(_SPACE)
    if event == "end":
        if tag == "style" and _OUTSIDE.search(element.text or ""):
            yield "holds a style that loads something; a figure must be whole in itself"
        return
    if tag in _ACTIVE:
        yield f"holds `<{tag}>`; a figure must stand still and run nothing"
    for name, value in element.attrib.items():
        bare = name.rpartition("}")[2]
        leads_away = bare in ("href", "src") and not value.startswith("#")
        if bare.startswith("on") or leads_away or _OUTSIDE.search(value):
            yield f"holds `{bare}` on `<{tag}>`, which runs or loads something; it must go"
