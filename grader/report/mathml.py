"""LaTeX to MathML that can hold nothing but mathematics."""

from __future__ import annotations

from xml.etree import ElementTree

from grader.report.typeset import typeset


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SPACE = "http://www.w3.org/1998/Math/MathML"
_TAGS = _words(
    """
    math mi mn mo mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom menclose msub
    msup msubsup munder mover munderover mtable mtr mtd
    """
)
_ATTRIBUTES = _words(
    """
    display displaystyle scriptlevel stretchy fence form separator accent accentunder largeop
    movablelimits symmetric minsize maxsize lspace rspace width height depth linethickness
    mathvariant columnalign rowspacing columnspacing columnlines rowlines notation
    """
)
_CHILDREN = {
    **dict.fromkeys(("mfrac", "mroot", "msub", "msup", "munder", "mover"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}


class LatexError(ValueError):
    """The LaTeX is wrong, or says something that is not mathematics."""


def mathml(latex: str, *, block: bool = False) -> str:
    """The formula as a `<math>` element; LatexError if it is not whole and well known.

    The converter passes on markup in `\\text{}`, links and styles, and prints commands it does not
    know as they stand; so its answer is read again and held to a list of what mathematics needs.
    """
    from latex2mathml.converter import convert

    try:
        # xmlns is dropped: HTML needs none, and the tree below then has bare names.
        text = convert(latex, display="block" if block else "inline")
        root = ElementTree.fromstring(text.replace(f' xmlns="{_SPACE}"', "", 1))
    except Exception as error:
        # The converter has no common error of its own: a wrong brace may be an IndexError.
        raise LatexError(f"not LaTeX: {latex!r}") from error
    for element in root.iter():
        _inspect(element, latex)
    for element in list(root.iter()):
        typeset(element)
    return ElementTree.tostring(root, encoding="unicode")


def _inspect(element: ElementTree.Element, latex: str) -> None:
    tag = element.tag
    if tag not in _TAGS:
        raise LatexError(f"{tag!r} is not mathematics in {latex!r}")
    if tag in _CHILDREN and len(element) != _CHILDREN[tag]:
        raise LatexError(f"a part is missing in {latex!r}")
    # A command that the converter does not know; a backslash alone is a set difference.
    if (element.text or "").startswith("\\") and element.text != "\\":
        raise LatexError(f"{element.text!r} is not known in {latex!r}")
    for name in set(element.attrib) - _ATTRIBUTES:
        del element.attrib[name]
