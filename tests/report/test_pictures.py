"""Pictures say in words what they show, stay inside their frames, and use more than colour."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree

import msgspec
import pytest
from msgspec import UNSET

from grader.model import Component, Entries, Entry, Mark, Picture, Report, SlopeRow, StepCurve
from grader.report.axes import Axis, apart, axis_of
from grader.report.entries import caption, left_out
from grader.report.html import page
from grader.report.plane import WIDTH, plane_picture
from grader.report.slopes import BOTTOM, TOP, numbers, slope_plot, step_plot

HUGE = 1.7e308


def svgs(text: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(found) for found in re.findall(r"<svg.*?</svg>", text, re.S)]


def vectors(*tips: tuple[str, str, float, float]) -> Picture:
    marks = (Mark(label, role, (0.0, 0.0), (x, y)) for label, role, x, y in tips)
    return Picture("vectors", tuple(marks))


def row(*pairs: tuple[float, float], name: str = "W") -> SlopeRow:
    """A parameter whose components are (claimed, measured)."""
    some = tuple(Component((i,), c, m, 1e-9, c != m) for i, (c, m) in enumerate(pairs))
    return SlopeRow(name, "differs", "It differs.", some[0], 2.0, some, len(some))


def test_every_picture_is_an_image_with_a_title_and_a_description(drawn: Report) -> None:
    pictures = svgs(page(drawn))
    assert len(pictures) == 5
    for svg in pictures:
        title, words = svg.find("title"), svg.find("desc")
        assert svg.get("role") == "img" and title is not None and words is not None
        assert svg.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
        assert title.text and len(words.text or "") > 40


def test_hostile_labels_are_text_in_pictures_that_are_still_well_formed(hostile: Report) -> None:
    pictures = svgs(page(hostile))
    allowed = {"svg", "title", "desc", "line", "text", "circle", "path", "polygon", "polyline"}
    assert {part.tag for svg in pictures for part in svg.iter()} == allowed
    names = {name for svg in pictures for part in svg.iter() for name in part.attrib}
    assert not {name for name in names if name.startswith("on") or "href" in name}
    assert any("<script>" in (part.text or "") for svg in pictures for part in svg.iter())


def test_what_was_given_expected_and_answered_differ_in_form_and_not_only_in_colour(
    drawn: Report,
) -> None:
    text = page(drawn)
    assert 'class="actual thick dashed"' in text and 'class="expected thick"' in text
    assert "Expected: whole lines. Yours: dashed lines." in text
    assert "Expected: circles. Yours: crosses." in text
    wrong = re.findall(r'<td class="num wrong">(.*?)</td>', text)
    assert wrong and all("✗" in cell and "wrong: " in cell for cell in wrong)


def test_a_gradient_is_told_component_by_component() -> None:
    plot = slope_plot(row((2.0, 1.0), (3.0, 3.0)))
    assert plot is not None
    assert plot.words == "At [0] the measured slope is 1, yours 2. At [1] both are 3."
    assert plot.title == "The gradient by W: yours beside the measured slopes"
    high, same = plot.slots
    assert high.claimed < high.measured and same.claimed == same.measured
    assert (high.differs, same.differs) == (True, False)
    more = msgspec.structs.replace(row((2.0, 1.0), (3.0, 3.0)), size=7)
    assert slope_plot(more).words.endswith("5 more are not shown.")  # type: ignore[union-attr]


def test_one_number_needs_no_plot_and_a_wrong_shape_no_numbers() -> None:
    assert slope_plot(row((2.0, 1.0))) is None
    told = numbers(row((2.0, 1.0)))
    assert told is not None and (told.place, told.claimed, told.measured) == ("[0]", "2", "1")
    assert numbers(SlopeRow("W", "differs", "The shape is (1,).")) is None


@pytest.mark.parametrize(
    "pairs",
    [
        [(HUGE, -HUGE), (0.0, 0.0)],
        [(1e-320, 0.0), (0.0, 0.0)],
        [(0.0, 0.0), (0.0, 0.0)],
        [(1e300, 1.0), (-1e-300, 1.0)],
        [(5.0, 5.0 + 1e-7)] * 12,
    ],
)
def test_slopes_of_any_size_stay_inside_the_frame(pairs: list[tuple[float, float]]) -> None:
    plot = slope_plot(row(*pairs))
    assert plot is not None
    for slot in plot.slots:
        for y in (slot.measured, slot.low, slot.high, slot.claimed):
            assert TOP <= y <= BOTTOM
    assert len(plot.ticks) <= 6


@pytest.mark.parametrize("errors", [(0.0, 0.0, 0.0), (1e-300, HUGE, 0.0), (1e-9, 1e-9, 1e-9)])
def test_errors_of_any_size_stay_inside_the_frame(errors: tuple[float, ...]) -> None:
    plot = step_plot(StepCurve("", (), (1.0, 1e-3, 1e-6), errors, (0.5, 0.5, 0.5)))
    assert all(TOP <= y <= BOTTOM for _, y in (*plot.measured, *plot.claimed))
    assert plot.measured[0][0] > plot.measured[-1][0]


def test_the_curve_is_told_by_its_ends_and_its_least() -> None:
    plot = step_plot(StepCurve("W", (0,), (1.0, 1e-4, 1e-12), (2e-1, 3e-10, 5e-5), (0.3, 0.2, 0.2)))
    assert plot.words == (
        "From the measured slope: 0.2 at the step 1, least, 3e-10, at 0.0001, and 5e-05 at 1e-12. "
        "From your slope never less than 0.2."
    )


def test_vectors_are_told_with_their_ends() -> None:
    found = plane_picture(vectors(("u", "given", 2, 1), ("yours", "actual", -1, 0.5)))
    assert found is not None
    assert found.words == "u goes from (0, 0) to (2, 1); yours goes from (0, 0) to (\u22121, 0.5)."
    assert found.title == "The vectors of this call as arrows in the plane"


def test_the_plane_has_one_scale_for_both_directions() -> None:
    found = plane_picture(vectors(("u", "given", 3, 0), ("v", "given", 0, 3)))
    assert found is not None
    u, v = found.shapes
    tips = [tuple(map(float, shape.head.split(" ")[0].split(","))) for shape in (u, v)]
    assert tips[0][0] - u.x == pytest.approx(v.y - tips[1][1], abs=0.2)
    assert tips[1][1] < v.y  # up is up


@pytest.mark.parametrize("kind", ["vectors", "points", "field"])
@pytest.mark.parametrize("far", [0.0, 1e-320, 1.0, 1e9, HUGE])
def test_marks_of_any_size_stay_inside_the_frame(kind: str, far: float) -> None:
    origin = (0.0, 0.0)
    arrows = kind != "points"

    def mark(role: str, x: float, y: float) -> Mark:
        return Mark(role, role, origin, (x, y)) if arrows else Mark(role, role, (x, y))  # type: ignore[arg-type]

    marks = (mark("given", 1, 2), mark("expected", 2, -1), mark("actual", far, -far))
    found = plane_picture(Picture(kind, marks))  # type: ignore[arg-type]
    assert found is not None and 150 <= found.height <= 300
    for shape in found.shapes:
        for x, y in [(shape.x, shape.y), shape.to or (0.0, 0.0)]:
            assert 0 <= x <= WIDTH and 0 <= y <= found.height
    for label in found.labels:
        assert 0 <= label.x < WIDTH and 0 < label.y <= found.height
    assert ("cut off" in found.note) == (far >= 1e9)


def test_an_answer_too_far_away_leaves_what_is_right_large_enough_to_see() -> None:
    found = plane_picture(vectors(("u", "given", 2, 1), ("yours", "actual", 1e6, 0)))
    assert found is not None
    u, yours = found.shapes
    assert u.to is not None and math.dist(u.to, (u.x, u.y)) > 60
    assert yours.cut and "1e+06" in found.words


def test_labels_cover_neither_each_other_nor_the_edge() -> None:
    names = [(f"x[{i}]", "given", math.cos(i / 3), math.sin(i / 3)) for i in range(12)]
    found = plane_picture(vectors(*names, ("yours", "actual", 1.0, 0.02)))
    assert found is not None
    boxes = [(label.x, label.y, 7.6 * len(label.text)) for label in found.labels]
    for i, (x, y, wide) in enumerate(boxes):
        assert x >= 0 and x + wide <= WIDTH
        for a, b, other in boxes[:i]:
            assert x + wide <= a or a + other <= x or abs(y - b) >= 13


def test_a_fields_arrows_are_shortened_until_they_stay_apart_and_it_is_said() -> None:
    places = [(float(x), float(y)) for x in range(3) for y in range(3)]
    marks = [Mark("", "expected", p, (p[0] + 10, p[1])) for p in places]
    found = plane_picture(Picture("field", tuple(marks)))
    assert found is not None and found.shrunk == "0.09"
    lengths = [shape.to[0] - shape.x for shape in found.shapes if shape.to]
    assert max(lengths) < found.shapes[3].x - found.shapes[0].x
    assert "(0, 0) to (10, 0)" in found.words


def test_a_picture_of_nothing_is_none() -> None:
    assert plane_picture(Picture("vectors", (), 4)) is None


def test_a_window_says_how_much_it_leaves_out() -> None:
    grid = tuple(tuple(Entry("0", "1", True) for _ in range(8)) for _ in range(8))
    found = Entries("result", (20, 9), (5, 1), grid, 64)
    assert caption(found) == "64 of 180 entries are wrong"
    assert left_out(found) == ("… 5 rows before", "… 7 more rows", "… 1 column before")
    vector = Entries("result", (9,), (0,), tuple(line[:1] for line in grid), 1)
    assert caption(vector) == "1 of 9 entries is wrong"
    assert left_out(vector) == ("… 1 more entry",)


def test_a_table_with_slopes_has_its_rows_in_words_and_its_wrong_ones_marked(drawn: Report) -> None:
    text = page(drawn)
    table = re.search(r'<table class="slopes named">.*?</table>', text, re.S)
    assert table is not None
    rows = re.findall(r'<tr class="(\w+)">(.*?)</tr>', table[0], re.S)
    assert [status for status, _ in rows] == ["differs", "agrees", "differs"]
    assert "✗" in rows[0][1] and "✗" not in rows[1][1]
    assert "The shape is (1, 3), but it must be (3,)." in rows[2][1]


def test_a_check_with_nothing_to_draw_has_no_picture(partial: Report) -> None:
    assert "<svg" not in page(partial) and "<figure" not in page(partial)


def test_numbers_that_differ_are_told_apart() -> None:
    assert apart(1.0, 1.0 + 1e-8) == ("1", "1.00000001")
    assert apart(-2.0, 2.0) == ("\u22122", "2")


def test_an_axis_has_round_numbers_and_holds_zero() -> None:
    axis = axis_of([-1.7, 2.3], 100.0, 0.0)
    assert [tick.text for tick in axis.ticks(5)] == ["\u22121", "0", "1", "2"]
    assert Axis(0.0, 10.0, 0.0, 100.0).at(2.5) == 25.0


def test_equal_reports_have_equal_pictures(drawn: Report) -> None:
    assert page(drawn) == page(msgspec.structs.replace(drawn, seconds=1.0))
    again = Report.from_json(drawn.to_json())
    assert page(again) == page(drawn) and again == drawn


def test_fields_that_are_empty_are_left_out_of_the_json(partial: Report, drawn: Report) -> None:
    for name in ("slopes", "entries", "picture"):
        assert f'"{name}"'.encode() not in partial.to_json()
        assert f'"{name}"'.encode() in drawn.to_json()
    assert drawn.problems[0].checks[0].counterexample is None
    assert drawn.problems[0].checks[1].counterexample.picture is UNSET  # type: ignore[union-attr]
