"""What a report says as Markdown, in which a student's text can do nothing but be read.

Outside of code, a mark that could mean something is written as a character reference, which no
dialect takes for structure; code stands in fences that are longer than any run of backticks in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.export import feedback
from grader.export.feedback import Said, Told
from grader.report.text import clean, one_line

# Harmless are , ; ' " ? % / ( and, before a space or the end, . : ) which else could make a link. A
# number with a dot or bracket at the beginning would be an item of a list.
_MARK = re.compile(r"[-!#$&*+<=>@\[\\\]^_`{|}~]|[.:)](?!\s|$)")
_NUMBER = re.compile(r"^(\d+)([.)])")
_CODE = re.compile(r"`([^`\n]*[^`\s][^`\n]*)`")
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """One line of `text` that reads as it stands."""
    return _escaped(one_line(text))


def line(text: str) -> str:
    """The same, but with `code` between two backticks as code."""
    parts: list[str] = []
    end = 0
    text = one_line(text)
    for found in _CODE.finditer(text):
        parts += [_escaped(text[end : found.start()]), f"`{found[1].strip()}`"]
        end = found.end()
    return "".join([*parts, _escaped(text[end:])])


def block(text: str) -> str:
    """`text` as a block of code, line by line as it stands.

    Its lines are indented by four spaces: no dialect then sees the end of a fence in them.
    """
    text = clean(text)
    fence = "`" * max([3, *(len(run) + 1 for run in _BACKTICKS.findall(text))])
    return "\n".join([fence, *(f"    {row}" for row in text.split("\n")), fence])


def of_entry(said: Said) -> str:
    """An entry: its status in bold, what went wrong, the call in a block, the hint, the advice."""
    return "\n\n".join(_parts(said))


def of_submission(parts: Sequence[Told]) -> str:
    """What belongs to no entry, as paragraphs and lists; empty where there is nothing to say."""
    return "\n\n".join(
        "\n\n".join(
            filter(None, (line(part.sentence), "\n".join(f"- {line(item)}" for item in part.items)))
        )
        for part in parts
    )


def _escaped(text: str) -> str:
    text = _MARK.sub(lambda found: f"&#{ord(found[0])};", text)
    return _NUMBER.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text)


def _parts(said: Said) -> Iterator[str]:
    if said.status:
        yield f"**{escaped(said.status)}**"
    if said.message:
        # More than one line is a listing, whose lines must stay what they are.
        yield block(said.message) if "\n" in said.message else line(said.message)
    if said.shown:
        yield block("\n".join(feedback.aligned(said.shown)))
    if said.hint:
        yield f"**Hint:** {line(said.hint)}"
    yield from map(line, said.advice)
