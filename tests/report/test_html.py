from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest

from grader.model import Report
from grader.report.html import page
from grader.report.index import index_page

VOID = {"meta", "br", "mspace", "link", "img", "input", "hr"}
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href"}
CLASS = ("perfect", "partial", "provisional", "unreadable", "drawn", "hostile")


class Reader(HTMLParser):
    """The page as a browser would take it; fails on a tag that is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.levels: list[int] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        assert not (tag == "a" and "a" in self.open)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture
def everyone(request: pytest.FixtureRequest) -> list[Report]:
    return [request.getfixturevalue(name) for name in CLASS]


@pytest.fixture
def pages(everyone: list[Report]) -> list[str]:
    links = {report.student: f"reports/{i}.html" for i, report in enumerate(everyone)}
    return [*(page(report) for report in everyone), index_page(everyone, "Course <b>", links)]


def test_every_page_is_well_formed_with_language_title_and_one_main(pages: list[str]) -> None:
    for text in pages:
        read = Reader(text)
        assert read.values("lang") == ["en"]
        assert read.tags.count("main") == read.tags.count("h1") == 1
        assert read.tags.count("title") == 1 + read.tags.count("svg")


def test_no_page_has_a_script_or_loads_anything(pages: list[str]) -> None:
    for text in pages:
        read = Reader(text)
        banned = {"script", "iframe", "object", "embed", "img", "link", "form", "base"}
        banned |= {"foreignobject", "use", "image", "animate", "set"}
        assert not banned & set(read.tags)
        assert not [name for _, name, _ in read.attributes if name in LOADING or name[:2] == "on"]
        assert all(re.match(r"#|reports/\d", href) for href in read.values("href"))
        style = text[text.index("<style>") : text.index("</style>")]
        assert "url(" not in style and "@import" not in style


def test_ids_are_unique_and_every_anchor_and_label_has_its_target(pages: list[str]) -> None:
    for text in pages:
        read = Reader(text)
        ids = read.values("id")
        assert len(ids) == len(set(ids))
        wanted = [h[1:] for h in read.values("href") if h[0] == "#"]
        labels = [name for names in read.values("aria-labelledby") for name in names.split()]
        assert set(wanted + labels) <= set(ids)


def test_headings_begin_at_1_and_never_skip_a_level(pages: list[str]) -> None:
    for text in pages:
        levels = Reader(text).levels
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_hostile_strings_are_text_and_nothing_else(hostile: Report) -> None:
    text = page(hostile)
    read = Reader(text)
    assert "<script>alert('x')</script>" in read.text
    assert "onerror=alert(1)> ' onload='x" in read.text
    assert "[here](http://evil.example)" in read.text
    assert "<script" not in text and "<img" not in text
    assert text.count("<svg") == 6 + 2 * 2  # a plane for each check, and slopes for two of them
    for unseen in "\x1b\x9b\x07\x00\u202e\u2066\u200b":
        assert unseen not in text


def test_a_message_keeps_code_in_backticks_and_takes_no_markdown(partial: Report) -> None:
    text = page(partial)
    assert '<code dir="ltr">softmax</code> returns nan' in text
    assert "<strong>loud" not in text


def test_the_page_says_what_the_report_says(partial: Report) -> None:
    text = " ".join(Reader(page(partial)).text.split())
    for words in (
        "5.6 of 15 points",
        "37 %",
        "2 days late",
        "callsoftmax([0, 1000]) expected[0, 1] actual[nan, nan]",
        "Which shift of",
        "This looks like",
        "out of time",
        "was left out",
    ):
        assert words in text
    assert "<mfrac>" in page(partial)


def test_seconds_and_sandbox_and_the_inside_of_a_broken_check_are_not_on_the_page(
    provisional: Report,
) -> None:
    text = page(provisional)
    assert "98.7" not in text and "secret" not in text and "SandboxError" not in text
    assert "our fault, not yours" in text and "PROVISIONAL" in text


def test_equal_reports_make_equal_pages_whatever_the_time(partial: Report) -> None:
    assert page(partial) == page(msgspec.structs.replace(partial, seconds=1.0))


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_text_stands_out_from_every_ground_it_is_put_on(perfect: Report, theme: int) -> None:
    block = re.findall(r":root \{(.*?)\}", page(perfect), re.DOTALL)[theme]
    colour = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    grounds = {"paper", "card", "code"}
    pairs = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in grounds]
    pairs += [(k, g) for k in ("good", "bad", "none") for g in ("paper", f"{k}-bg")]
    pairs += [("ink", "none-bg"), ("accent", "none-bg")]
    drawn = re.findall(r"svg [^{}]*\{[^{}]*(?:fill|stroke): var\(--(\w+)\)", page(perfect))
    pairs += [(ink, "card") for ink in {*drawn} - {"line", "card"}]
    assert {"good", "bad", "ink", "soft"} <= {*drawn}
    for ink, ground in pairs:
        light, dark = sorted((_luminance(colour[ink]), _luminance(colour[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
