from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from grader.bank.decode import decode, decode_file
from grader.bank.schema import RECORDS, schema
from grader.errors import BankError, GraderError
from grader.model import Course, Late, ProblemFile, Report, Sandbox

BASE = Path(__file__).parent / "base"
REPORT = Report(
    assignment=None,
    student="ada",
    submission="sha256:0",
    bank="sha256:1",
    score=0.0,
    raw_score=0.0,
    max_score=1.0,
    provisional=False,
    late=Late(),
    problems=(),
    notes=(),
    sandbox=Sandbox(("rlimits",)),
    seconds=0.1,
)


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_a_valid_schema_of_2020_12(name):
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema(name))


def test_an_unknown_schema_is_refused_with_the_legal_names():
    with pytest.raises(GraderError, match="must be one of: report, problem, key, course"):
        schema("student")


def test_a_report_validates_against_its_schema_and_a_changed_one_does_not():
    validator = Draft202012Validator(schema("report"))
    value = msgspec.json.decode(REPORT.to_json())
    assert list(validator.iter_errors(value)) == []
    assert list(validator.iter_errors({**value, "schema": 2}))
    assert list(validator.iter_errors({**value, "extra": 1}))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("course", "course.yaml"),
        ("problem", "exercises/sums/add_up/problem.yaml"),
        ("key", "solutions/sums/add_up/key.yaml"),
    ],
)
def test_a_file_that_decodes_validates_against_its_schema(name, file):
    decoded = decode_file(BASE / file, RECORDS[name])
    assert isinstance(decoded.record, RECORDS[name])
    assert list(Draft202012Validator(schema(name)).iter_errors(decoded.document.value)) == []


def test_what_only_msgspec_refuses_is_reported_in_its_words_with_the_line():
    # To JSON Schema any text is bytes in base64.
    class Picture(msgspec.Struct):
        name: str
        pixels: bytes

    with pytest.raises(BankError) as refused:
        decode("name: a\npixels: '???'\n", Path("x.yaml"), Picture)
    assert [str(fault) for fault in refused.value.faults] == [
        "x.yaml:2: invalid base64 encoded string in `pixels`"
    ]


def test_a_file_of_another_shape_is_refused_whole():
    with pytest.raises(BankError, match=r"it must be a mapping"):
        decode("- a\n- b\n", Path("x.yaml"), Course)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    file = tmp_path / "course.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + (BASE / "course.yaml").read_bytes())
    assert decode_file(file, Course).record.title == "A very small course"


def test_values_of_examples_may_be_infinite_or_nan():
    text = (BASE / "exercises/sums/add_up/problem.yaml").read_text()
    record = decode(text.replace("gives: 6", "gives: .inf"), Path("p"), ProblemFile).record
    assert record.examples[0].gives == float("inf")


def test_a_long_value_is_cut_in_the_message():
    with pytest.raises(BankError) as refused:
        decode(f"title: [{'x' * 500}]\nunits: [a]\n", Path("c"), Course)
    assert len(str(refused.value)) < 150
