"""Figures for statements: marks in the plane as one small SVG, in light and dark, without script.

A figure stands on a card of its own colour, so it can be read whatever page shows it; the colours
follow the reader's light or dark mode by a style inside the file, also where it is an `<img>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from grader.bank.figure_rules import images
from grader.errors import GraderError

NAME = "figure.svg"
WIDTH = 420.0
PALETTE = {  # light, dark
    "ink": ("#1d1c1a", "#e9e6df"),
    "soft": ("#5b5852", "#a9a69e"),
    "line": ("#dedad1", "#33373d"),
    "card": ("#ffffff", "#1c1f23"),
    "blue": ("#1f4e79", "#8fbde8"),
    "green": ("#1c6b3c", "#86cf9f"),
    "red": ("#9c2f1c", "#f2a090"),
    "amber": ("#855f00", "#e5c766"),
}
_SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
_SERIF = '"STIX Two Text",Cambria,"Times New Roman",Georgia,serif'
_LOOKS = {
    "nf-thick": "stroke-width:2.4",
    "nf-thin": "stroke-width:1.2",
    "nf-hair": "stroke-width:.8",
    "nf-bare": "fill:none",
    "nf-dash": "stroke-dasharray:6 4",
    "nf-round": "stroke-linecap:round;stroke-linejoin:round",
    "nf-t": f"font:15px {_SANS}",
    "nf-halo": "stroke-width:3.5px;stroke-linejoin:round;paint-order:stroke",
    "nf-small": f"font:13px {_SANS}",
    "nf-m": f"font-family:{_SERIF};font-style:italic;font-size:1.1em",
    "nf-s": "font-size:.75em",
}
_CLASS = re.compile(r'class="([^"]*)"')

Place = tuple[float, float]


@dataclass(frozen=True)
class View:
    """Where the plane from `low` to `high` (x, y) lies on the sheet, whose y points down."""

    low: Place
    high: Place
    left: float
    width: float
    height: float

    def at(self, place: Sequence[float]) -> Place:
        """The place on the sheet, in its units."""
        (x0, y0), (x1, y1) = self.low, self.high
        x = self.left + (float(place[0]) - x0) / (x1 - x0) * self.width
        y = (y1 - float(place[1])) / (y1 - y0) * self.height
        return x, y


Mark = Callable[[View], str]


@dataclass(frozen=True)
class Panel:
    """A part of the plane and what is drawn in it, in that order: later marks cover earlier ones.

    Without a height both axes have one scale.
    """

    x: Place
    y: Place
    marks: Sequence[Mark]
    width: float = WIDTH
    height: float | None = None

    def tall(self) -> float:
        """How high the panel is on the sheet."""
        if self.height is not None:
            return self.height
        return self.width * (self.y[1] - self.y[0]) / (self.x[1] - self.x[0])


@dataclass(frozen=True)
class Figure:
    """Panels side by side under one title."""

    title: str
    panels: Sequence[Panel]

    def svg(self, name: str, words: str) -> str:
        """The figure as a file; `words` describe it, `name` keeps its ids apart from others'."""
        wide = sum(panel.width for panel in self.panels)
        tall = max(panel.tall() for panel in self.panels)
        drawn = [f'<rect class="nf-card-in" width="{num(wide)}" height="{num(tall)}" rx="6"/>']
        left = 0.0
        for panel in self.panels:
            low, high = (panel.x[0], panel.y[0]), (panel.x[1], panel.y[1])
            view = View(low, high, left, panel.width, panel.tall())
            drawn += [mark(view) for mark in panel.marks]
            left += panel.width
        body = "\n".join(drawn)
        return (
            # A size of its own, or GitHub and notebooks would fill the whole column with it.
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(wide)} {num(tall)}" '
            f'width="{num(wide)}" height="{num(tall)}" role="img" '
            f'aria-labelledby="nf-{name}-title nf-{name}-desc">\n'
            f'<title id="nf-{name}-title">{escape(self.title)}</title>\n'
            f'<desc id="nf-{name}-desc">{escape(words)}</desc>\n'
            f"<style>{_style(body)}</style>\n{body}\n</svg>\n"
        )

    def beside(self, script: str | Path) -> str:
        """The file for the problem that the script belongs to, described as its statement does."""
        folder = Path(script).resolve().parent
        return self.svg(folder.name, described(folder))

    def save(self, script: str | Path) -> None:
        """Write the figure beside the script that draws it."""
        (Path(script).resolve().parent / NAME).write_text(self.beside(script), "utf-8")


def described(folder: Path) -> str:
    """What the statement in that folder says of its figure; GraderError if it shows none."""
    statement = folder / "statement.md"
    for image in images(statement.read_text("utf-8")):
        if image.target == NAME:
            return image.alt
    raise GraderError(f"{statement}: shows no figure; it must say `![words]({NAME})`")


def num(value: float) -> str:
    """A length on the sheet, to a tenth of a unit."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def _style(body: str) -> str:
    """The rules of all classes that the body uses, then those that differ in the dark."""
    used = {name for found in _CLASS.findall(body) for name in found.split()}
    looks = [f".{name}{{{rule}}}" for name, rule in _LOOKS.items() if name in used]
    light, dark = ([_coloured(name, mode, used) for name in PALETTE] for mode in (0, 1))
    night = "@media screen and (prefers-color-scheme:dark){" + "".join(dark) + "}"
    return "".join([*looks, *light, night])


def _coloured(colour: str, mode: int, used: set[str]) -> str:
    value = PALETTE[colour][mode]
    rules = {
        f"nf-{colour}": f"stroke:{value}",
        f"nf-{colour}-in": f"fill:{value}",
        f"nf-{colour}-wash": f"fill:{value};fill-opacity:.16",
    }
    if colour == "card":
        rules["nf-halo"] = f"stroke:{value}"
    return "".join(f".{name}{{{rule}}}" for name, rule in rules.items() if name in used)
