"""The course's figures: drawn by their scripts, readable in light and dark, whole in themselves."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from grader.bank.figure_rules import images, svg_faults
from grader.errors import GraderError
from grader.report.figures.figure import PALETTE, Figure, Panel, View, described
from grader.report.figures.geometry import clipped, foot, polar, positive_part
from grader.report.figures.lettering import lettered
from grader.report.figures.marks import arrow, box, curve, dot, label, ring

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted(ROOT.glob("exercises/*/*/figure.py"))
SPACE = "{http://www.w3.org/2000/svg}"
VIEW = View((0, 0), (10, 10), 0, 100, 100)
# A letter is about this wide, as a part of the height of its line; most are narrower.
LETTER = 0.6


def name_of(script: Path) -> str:
    return script.parent.name


def svg_of(script: Path) -> ElementTree.Element:
    return ElementTree.fromstring((script.parent / "figure.svg").read_text("utf-8"))


def test_a_third_of_the_problems_and_more_in_every_unit_have_a_figure():
    problems = list(ROOT.glob("exercises/*/*/problem.yaml"))
    for unit in {problem.parent.parent for problem in problems}:
        own = [problem for problem in problems if problem.parent.parent == unit]
        assert 3 * len(list(unit.glob("*/figure.svg"))) >= len(own), unit.name


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_a_figure_is_what_its_script_draws(script):
    drawn = runpy.run_path(str(script))["FIGURE"].beside(script)
    kept = (script.parent / "figure.svg").read_text("utf-8")
    assert drawn == kept, f"draw it again: python {script.relative_to(ROOT)}"


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_a_figure_runs_and_loads_nothing(script):
    assert list(svg_faults(script.parent / "figure.svg")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_a_figure_is_told_by_a_title_and_as_its_statement_tells_it(script):
    root = svg_of(script)
    title, desc = root.find(f"{SPACE}title"), root.find(f"{SPACE}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    [image] = images((script.parent / "statement.md").read_text("utf-8"))
    assert image.target == "figure.svg"
    assert desc.text == image.alt
    assert len(image.alt.split()) >= 20
    assert title.text


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_every_colour_has_a_light_and_a_dark_value_and_no_class_is_anybody_elses(script):
    root = svg_of(script)
    style = root.find(f"{SPACE}style").text
    light, dark = style.split("@media screen and (prefers-color-scheme:dark)")
    used = {name for element in root.iter() for name in element.get("class", "").split()}
    assert all(name.startswith("nf-") for name in used)
    for name in used:
        assert f".{name}{{" in light
        colour = re.search(rf"\.{name}{{(?:fill|stroke):(#\w+)", light)
        if colour:
            night = re.search(rf"\.{name}{{(?:fill|stroke):(#\w+)", dark)
            assert night and night[1] != colour[1], name
    assert set(re.findall(r"\.([\w-]+){", style)) == used
    assert not re.search(r"(?:^|})\s*[^.@}\s]", light), "a rule for what is not ours"
    drawn = [e for e in root.iter() if e.tag.removeprefix(SPACE) in ("path", "circle", "rect")]
    assert all(e.get("class") and not {"fill", "stroke", "style"} & set(e.attrib) for e in drawn)


def test_no_two_figures_share_an_id():
    ids = [e.get("id") for script in SCRIPTS for e in svg_of(script).iter() if e.get("id")]
    assert len(set(ids)) == len(ids) == 2 * len(SCRIPTS)
    assert all(found.startswith("nf-") for found in ids)


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_no_words_are_cut_off_and_no_two_lie_on_each_other(script):
    root = svg_of(script)
    _, _, wide, high = map(float, root.get("viewBox").split())
    boxes = {}
    for text in root.iter(f"{SPACE}text"):
        words = "".join(text.itertext())
        size = 13 if "nf-small" in text.get("class") else 15
        scripts = sum(len(t.text or "") for t in text if "nf-s" in t.get("class", "").split())
        long = LETTER * size * (len(words) - 0.25 * scripts)
        side = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor"), 0.0)
        left, foot_at = float(text.get("x")) - side * long, float(text.get("y"))
        assert left >= -3 and left + long <= wide + 3, words
        assert 0.7 * size <= foot_at <= high - 1, words
        boxes[words, left, foot_at] = (left, foot_at - 0.7 * size, left + long, foot_at)
    places = list(boxes.items())
    for i, ((one, *_), a) in enumerate(places):
        for (other, *_), b in places[i + 1 :]:
            shared = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            assert min(shared) <= 3, (one, other)


def test_a_figure_is_no_larger_than_a_page_of_text():
    sizes = {name_of(s): (s.parent / "figure.svg").stat().st_size for s in SCRIPTS}
    assert max(sizes.values()) < 25_000, max(sizes, key=sizes.get)


def test_words_are_escaped_and_mathematics_slants_with_scripts_off_the_line():
    assert lettered("a < b & c") == "a &lt; b &amp; c"
    assert lettered("$x_1$ up") == (
        '<tspan class="nf-m">x</tspan><tspan class="nf-s" dy="4">1</tspan>'
        '<tspan dy="-4"> up</tspan>'
    )
    assert lettered("$10^{-3}$") == '10<tspan class="nf-s" dy="-6">\u22123</tspan>'
    with pytest.raises(ValueError, match="no partner"):
        lettered("$x")


def test_the_title_and_the_description_are_escaped():
    svg = Figure("a < b", [Panel((0, 1), (0, 1), [])]).svg("own", 'says "<script>"')
    root = ElementTree.fromstring(svg)
    assert root.find(f"{SPACE}title").text == "a < b"
    assert root.find(f"{SPACE}desc").text == 'says "<script>"'


def test_panels_stand_side_by_side_and_keep_one_scale_for_both_axes():
    left = Panel((0, 2), (0, 1), [dot((1, 0.5))], width=200)
    right = Panel((0, 1), (0, 1), [dot((1, 1))], width=150)
    root = ElementTree.fromstring(Figure("two", [left, right]).svg("own", ""))
    assert root.get("viewBox") == "0 0 350 150"
    places = [(c.get("cx"), c.get("cy")) for c in root.iter(f"{SPACE}circle")]
    assert places == [("100", "50"), ("350", "0")]


def test_a_curve_is_cut_at_the_edge_of_its_panel_and_begins_anew_inside():
    assert clipped((-10, 5), (20, 5), VIEW) == ((0, 5), (10, 5))
    assert clipped((-10, 5), (-1, 5), VIEW) is None
    assert clipped((2, 3), (4, 5), VIEW) == ((2, 3), (4, 5))
    path = curve([(1, 1), (1, 30), (9, 30), (9, 1)], "ink")(VIEW)
    assert 'd="M10 90L10 0M90 0L90 90"' in path


def test_a_half_plane_is_the_part_of_the_panel_on_that_side():
    assert positive_part((1, 0), -4, VIEW) == [(4, 0), (10, 0), (10, 10), (4, 10)]
    assert positive_part((0, 1), 1, VIEW) == [(0, 0), (10, 0), (10, 10), (0, 10)]
    assert positive_part((0, 1), -11, VIEW) == []


def test_the_foot_of_a_perpendicular_is_the_nearest_place_of_the_line():
    assert foot((2, 6), (3, 0)) == pytest.approx((2, 0))
    assert foot((-1, 1), polar(45)) == pytest.approx((0, 0))


def test_an_arrow_ends_where_it_points():
    assert '<path class="nf-red-in" d="M90 50L' in arrow((1, 5), (9, 5), "red")(VIEW)


def test_a_ring_is_the_unit_circle_after_its_map():
    drawn = ring((5, 5), ((2, 0), (0, 1)))(VIEW)
    assert "M70 50" in drawn and "L50 40" in drawn and "L30 50" in drawn


def test_a_box_stands_on_its_low_corner_and_holds_its_words():
    drawn = box((1, 1), (3, 2), "x", "blue", 0.5)(VIEW)
    assert 'x="10" y="80" width="20" height="10"' in drawn
    assert '<text class="nf-t nf-ink-in" x="20" y="90" text-anchor="middle">x</text>' in drawn


def test_a_label_keeps_away_from_its_place_by_what_was_said():
    drawn = label((5, 5), "x", by=(7, -2), anchor="start")(VIEW)
    assert 'x="57" y="53"' in drawn and "text-anchor" not in drawn


def test_a_script_beside_a_statement_without_a_figure_is_told(tmp_path):
    (tmp_path / "statement.md").write_text("# A\n\n![Other.](other.svg)\n")
    with pytest.raises(GraderError, match=r"shows no figure; it must say `!\[words\]"):
        described(tmp_path)


def test_what_is_written_stands_out_from_the_card_in_light_and_dark():
    for mode in (0, 1):
        card = luminance(PALETTE["card"][mode])
        for name in ("ink", "soft", "blue", "green", "red", "amber"):
            one, other = sorted((card, luminance(PALETTE[name][mode])))
            assert (other + 0.05) / (one + 0.05) >= 4.5, name


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
