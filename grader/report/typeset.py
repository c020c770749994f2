"""MathML set as TeX sets it, where the converter or a browser does otherwise."""

from __future__ import annotations

from xml.etree import ElementTree

_BARS = ("|", "‖")
_PRIMES = frozenset("\u2032\u2033\u2034")
_ROWS = frozenset(("mrow", "math", "msqrt", "mstyle", "mtd"))
_SCRIPTED = frozenset(("msub", "msup", "msubsup", "munder", "mover", "munderover"))


def typeset(element: ElementTree.Element) -> None:
    """Sets one element of a formula, but not those inside it."""
    _prime(element)
    _space(element)


def _prime(element: ElementTree.Element) -> None:
    """Takes primes out of the superscript: their signs are small and high already."""
    if element.tag not in ("msup", "msubsup") or set(element[-1].text or " ") - _PRIMES:
        return
    base = ElementTree.Element("mrow")
    sign = ElementTree.SubElement(base, "mo", form="postfix", lspace="0", rspace="0")
    sign.text = element[-1].text
    base.insert(0, element[0])
    if element.tag == "msubsup":
        element.tag, element[:] = "msub", [base, element[1]]
    else:
        element.tag, element[:] = "mrow", list(base)


def _space(row: ElementTree.Element) -> None:
    """Sets a row as TeX does: thin spaces around names of functions, none inside bars.

    The converter leaves `y ln s` without any, and a browser takes each bar for a relation.
    """
    if row.tag not in _ROWS:
        return
    for kind in _BARS:
        bars = [_core(child) for child in row if _core(child).text == kind]
        for index, bar in enumerate(bars):
            # Bars that were to grow say so themselves.
            bar.set("stretchy", bar.get("stretchy", "false"))
            if len(bars) % 2 == 0:
                bar.set("form", "postfix" if index % 2 else "prefix")
    spaced: list[ElementTree.Element] = []
    for child in row:
        if spaced and _needs_thin_space(spaced[-1], child):
            spaced.append(ElementTree.Element("mspace", width="0.167em"))
        if _is_function(child) and _core(child).tag == "mo":
            _core(child).attrib.update(lspace="0", rspace="0")
        spaced.append(child)
    row[:] = spaced


def _needs_thin_space(left: ElementTree.Element, right: ElementTree.Element) -> bool:
    """Whether TeX would set one between these two, of which one is the name of a function."""
    ends, begins = _core(left), _core(right)
    if "mspace" in (left.tag, right.tag):
        return False
    if _is_function(left):
        is_bar = begins.text in _BARS and begins.get("form") == "prefix"
        return begins.tag != "mo" or _is_function(right) or is_bar or begins.text in ("∑", "∏")
    if _is_function(right):
        is_bar = ends.text in _BARS and ends.get("form") == "postfix"
        return ends.tag != "mo" or is_bar or ends.text in (")", "]")
    return False


def _is_function(element: ElementTree.Element) -> bool:
    """Whether it is a name such as `ln` or `max`, with scripts or without."""
    core = _core(element)
    text = core.text or ""
    return core.tag in ("mi", "mo") and len(text) > 1 and text.isascii() and text.isalpha()


def _core(element: ElementTree.Element) -> ElementTree.Element:
    """What carries the scripts, where there are any."""
    return element[0] if element.tag in _SCRIPTED else element
