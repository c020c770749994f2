"""A page of ours in the few elements of HTML that a system which cleans HTML is likely to keep.

Without styles, attributes, tables, pictures or formulas: tables become lines of text, pictures the
words that describe them, formulas text. What is left reads in order whatever else is taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AS = {"h1": "h3", "h2": "h3", "h3": "h4"}  # the page is a part of another
_KEPT = _words("p ul ol li dl dt dd pre code strong em br")
_BLOCKS = _words("body header main section div footer figure figcaption blockquote")
_LEFT_OUT = _words("head style script template")
_VOID = _words("br hr img input link meta")
# How a formula reads in one line: its parts are at hand by number.
_FORMULAS: dict[str, str] = {
    "msub": "{0}_({1})",
    "munder": "{0}_({1})",
    "msup": "{0}^({1})",
    "mover": "{0}^({1})",
    "msubsup": "{0}_({1})^({2})",
    "munderover": "{0}_({1})^({2})",
    "mfrac": "({0})/({1})",
    "mroot": "root({0}, {1})",
}


def plain_page(page: str) -> str:
    """The body of an HTML page of ours; all its text is escaped anew, no attribute is kept."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return _html(reader.tree()).strip()


class _Reader(HTMLParser):
    """Builds the tree of a page that is closed element by element, as ours are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("page", {})

    def tree(self) -> Element:
        self._builder.end("page")
        return self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.data(data)


def _html(element: Element) -> str:
    tag = element.tag
    if _is_left_out(element):
        return ""
    if tag == "svg":
        words = (found.text or "" for name in ("title", "desc") for found in element.iter(name))
        return f"<p>{escape(' '.join(' '.join(words).split()))}</p>"
    if tag == "math":
        return f"<code>{escape(_formula(element))}</code>"
    if tag == "table":
        return f"<pre>{escape(_table(element))}</pre>"
    inside = _inside(element, _html, escape)
    if tag == "br":
        return "<br>"
    name = _AS.get(tag, tag if tag in _KEPT else "div" if tag in _BLOCKS else "")
    if not name:
        return inside
    return f"<{name}>{inside}</{name}>" if inside.strip() else ""


def _is_left_out(element: Element) -> bool:
    hidden = element.get("aria-hidden") == "true" or element.get("class") == "skip"
    return hidden or element.tag in _LEFT_OUT


def _inside(
    element: Element, of_child: Callable[[Element], str], of_text: Callable[[str], str]
) -> str:
    parts = [of_text(element.text or "")]
    for child in element:
        parts += [of_child(child), of_text(child.tail or "")]
    return "".join(parts)


def _text(element: Element) -> str:
    """The words of a cell, with a space where a block begins."""
    if _is_left_out(element):
        return ""
    if element.tag == "math":
        return _formula(element)
    around = " " if element.tag in _BLOCKS else ""
    return f"{around}{_inside(element, _text, str)}{around}"


def _table(table: Element) -> str:
    """A table as lines, each column as wide as its widest cell."""
    rows = [[" ".join(_text(cell).split()) for cell in row] for row in table.iter("tr")]
    count = max(map(len, rows), default=0)
    widths = [max(len(row[n]) if n < len(row) else 0 for row in rows) for n in range(count)]
    captions = [" ".join(_text(found).split()) for found in table.iter("caption")]
    return "\n".join([*captions, *(_row(row, widths) for row in rows)])


def _row(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(wide) for cell, wide in zip(cells, widths, strict=False)).rstrip()


def _formula(element: Element) -> str:
    parts = [_formula(child) for child in element]
    if pattern := _FORMULAS.get(element.tag):
        return pattern.format(*parts)
    inside = (element.text or "").strip() + "".join(parts)
    if element.tag == "msqrt":
        return f"sqrt({inside})"
    return f"{inside}; " if element.tag == "mtr" else inside
