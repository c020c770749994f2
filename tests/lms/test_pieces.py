"""What zips for other systems are made of, piece by piece."""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import sys
import zipfile
from datetime import UTC, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec
import pytest

import grader
from grader.bank.digest import bank_digest
from grader.bank.load import load_bank
from grader.errors import GraderError
from grader.export import entries, feedback, packed_bank, pins, wheel
from grader.export.gradescope import handed_in
from grader.export.grading import grade_work, read_work
from grader.export.packed_bank import load_packed, pack_bank
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.model import Counterexample

WRONG = "def add_up(numbers, start=0.0):\n    return start + sum(map(abs, numbers))\n"


@pytest.fixture(scope="module")
def report(small, tmp_path_factory):
    """One mistake, one problem missing that counts twice."""
    work = tmp_path_factory.mktemp("work") / "ada.py"
    work.write_text(WRONG)
    problems = small.assignment("week1").problems
    with Judge(small, problems, unsafe=True) as judge:
        return judge.grade(read_submission(work), problems, "week1")


def with_check(report, **changes):
    """The report with its first check changed."""
    first, *rest = report.problems
    check = msgspec.structs.replace(first.checks[0], **changes)
    problem = msgspec.structs.replace(first, checks=(check, *first.checks[1:]))
    return msgspec.structs.replace(report, problems=(problem, *rest))


def notes_of(report):
    """What is said of the whole, as plain text."""
    return feedback.told_text(feedback.of_submission(report))


# The wheel


def test_the_wheel_records_every_file_with_its_digest():
    archive = zipfile.ZipFile(io.BytesIO(wheel.build_wheel()))
    [record] = [name for name in archive.namelist() if name.endswith("/RECORD")]
    rows = [line.rsplit(",", 2) for line in archive.read(record).decode().splitlines()]
    assert {name for name, _, _ in rows} == set(archive.namelist())
    for name, digest, size in rows:
        if name != record:
            data = archive.read(name)
            raw = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
            assert (digest, int(size)) == (f"sha256={raw}", len(data))


def test_the_wheel_is_the_same_bytes_each_time():
    assert wheel.build_wheel() == wheel.build_wheel()


def test_the_wheel_installs_without_a_network_and_runs(tmp_path):
    (tmp_path / wheel.wheel_name()).write_bytes(wheel.build_wheel())
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-q"]
    target = tmp_path / "site"
    subprocess.run([*command, "--target", target, tmp_path / wheel.wheel_name()], check=True)
    script = "import grader.cli.main as m; print(m.__file__); m.main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "--version"],
        env={"PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines() == [
        str(target / "grader" / "cli" / "main.py"),
        f"grader, version {grader.__version__}",
    ]
    assert (target / "grader" / "report" / "templates").is_dir()
    [points] = target.glob("*.dist-info/entry_points.txt")
    assert "nabla = grader.judge.plugin" in points.read_text()


def test_no_wheel_is_made_of_files_that_are_not_those_installed(monkeypatch):
    monkeypatch.setattr(wheel, "__version__", "9.9")
    with pytest.raises(GraderError, match=r"installed as version .*files are of version 9\.9"):
        wheel.build_wheel()


def test_no_wheel_is_made_where_nothing_is_installed(monkeypatch):
    monkeypatch.setattr(wheel, "distributions", lambda name: [])
    with pytest.raises(GraderError, match="without being installed"):
        wheel.build_wheel()


def test_what_a_build_left_in_the_working_folder_is_not_taken_for_the_installation(
    tmp_path, monkeypatch
):
    left = tmp_path / f"{grader.NAME.replace('-', '_')}.egg-info"
    left.mkdir()
    (left / "PKG-INFO").write_text(f"Metadata-Version: 2.1\nName: {grader.NAME}\nVersion: 0.0\n")
    monkeypatch.syspath_prepend(tmp_path)
    with zipfile.ZipFile(io.BytesIO(wheel.build_wheel())) as made:
        assert any(name.endswith("dist-info/METADATA") for name in made.namelist())


# The pins


def test_every_library_is_pinned_to_what_is_installed_here():
    lines = pins.pinned(("otter",))
    for line in lines:
        name, _, pin = line.partition("==")
        assert pin == version(name)
    names = {line.partition("==")[0] for line in lines}
    assert names >= {"numpy", "pytest", "otter-grader", "ipykernel"}
    assert not names & {"nabla-grader", "mypy", "cosmic-ray"}


def test_without_extras_the_pins_are_those_of_the_base():
    names = {line.partition("==")[0] for line in pins.pinned()}
    assert "numpy" in names
    assert "otter-grader" not in names


def test_a_library_that_is_not_installed_is_named_with_the_command_that_gets_it(monkeypatch):
    real = pins.distribution

    def without_otter(name):
        if name == "otter-grader":
            raise PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(pins, "distribution", without_otter)
    with pytest.raises(GraderError) as caught:
        pins.pinned(("otter",))
    assert str(caught.value) == (
        "otter-grader is not installed here; run: pip install 'nabla-grader[otter]'"
    )


# The bank


def test_a_packed_bank_grades_by_the_same_digest(course, tmp_path):
    for name, plan in course.course.assignments.items():
        pack_bank(course, name, tmp_path / name)
        packed = load_packed(tmp_path / name)
        digests = {bank_digest(bank, plan.problems, name) for bank in (course, packed)}
        assert len(digests) == 1


def test_a_packed_bank_holds_its_own_assignment_what_that_needs_and_nothing_else(course, tmp_path):
    pack_bank(course, "foundations", tmp_path)
    packed = load_packed(tmp_path)
    assert set(packed.course.assignments) == {"foundations"}
    wanted = set(course.assignment("foundations").problems)
    needed = {need for name in wanted for need in course.problem(name).file.needs}
    assert set(packed.problems) >= wanted | needed
    assert "gram_schmidt" not in packed.problems
    for problem in packed.problems.values():
        assert set(problem.key.mistakes) == {p.stem for p in problem.secret.glob("mistakes/*.py")}


def test_a_packed_bank_takes_the_salt_and_the_solutions_from_where_they_are(tmp_path, monkeypatch):
    course = tmp_path / "course"
    shutil.copytree(Path(__file__).parents[1] / "bank" / "base", course)
    (course / "solutions").rename(tmp_path / "private")
    monkeypatch.setenv("GRADER_SOLUTIONS", str(tmp_path / "private"))
    monkeypatch.setenv("GRADER_SALT", "of this term")
    bank = load_bank(course)
    pack_bank(bank, "week1", tmp_path / "packed")
    monkeypatch.delenv("GRADER_SALT")
    monkeypatch.setenv("GRADER_SOLUTIONS", str(tmp_path / "nowhere"))
    assert load_packed(tmp_path / "packed").salt == b"of this term"


def test_a_bank_without_solutions_is_not_packed(small, tmp_path):
    problems = {
        name: msgspec.structs.replace(problem, secret=None, key=None)
        for name, problem in small.problems.items()
    }
    public = msgspec.structs.replace(small, problems=problems)
    with pytest.raises(GraderError, match="its solution is not here"):
        pack_bank(public, "week1", tmp_path)


def test_a_bank_that_changes_meanwhile_is_not_packed(small, tmp_path, monkeypatch):
    monkeypatch.setattr(packed_bank, "bank_digest", lambda bank, *rest: str(bank.root))
    with pytest.raises(GraderError, match="changed while it was being packed"):
        pack_bank(small, "week1", tmp_path)


# What Gradescope says


def test_names_and_time_are_read_from_gradescopes_metadata():
    users = [{"name": "Ada L.", "email": "a@x"}, {"email": "b@x"}]
    said = handed_in({"users": users, "created_at": "2026-12-07T01:00:00.5-08:00"})
    assert said.student == "Ada L., b@x"
    zone = said.submitted.utcoffset()
    assert (said.submitted.hour, zone) == (1, timedelta(hours=-8))


def test_without_metadata_there_is_no_name_and_no_time():
    assert handed_in({}) == handed_in({"users": [], "created_at": None})
    assert handed_in({}).student is None


@pytest.mark.parametrize("time", ["yesterday", "2026-12-07T01:00:00", 1765000000, ""])
def test_a_time_that_is_none_is_refused_and_not_taken_for_punctual(time):
    with pytest.raises(GraderError, match="created_at is"):
        handed_in({"created_at": time})


@pytest.mark.parametrize("users", ["ada", [None], [{}], {"name": "ada"}])
def test_names_of_another_shape_are_left_to_the_file(users):
    assert handed_in({"users": users}).student is None


def test_a_name_cannot_turn_the_text_around_it():
    assert handed_in({"users": [{"name": "a\u202eda\x1b"}]}).student == "ada"


# The entries


def test_entries_carry_the_weight_and_add_up_to_the_report(report):
    found = entries.of_report(report)
    assert [(e.id, e.points, e.max_points) for e in found] == [("add_up", 3, 5), ("mean_of", 0, 4)]
    assert sum(e.points for e in found) == report.raw_score
    for entry in found:
        assert sum(check.points for check in entry.checks) == entry.points
        assert sum(check.max_points for check in entry.checks) == entry.max_points


def test_an_entry_says_what_the_report_says_and_no_more(report):
    first = entries.of_report(report)[0]
    failed = next(check for check in first.checks if not check.passed)
    assert failed.title == "Numbers below zero"
    assert failed.hidden
    # `reveal: title` is the default, so there is no message and no call.
    assert failed.text == "✗ failed, 0 of 2 points"


def test_a_counterexample_that_may_be_shown_is_in_the_text(report):
    shown = Counterexample("add_up([1, -2])", "-1", "3\n4")
    changed = with_check(report, status="failed", counterexample=shown, hint="Look at signs.")
    problem = changed.problems[0]
    said = feedback.of_check(problem, problem.checks[0])
    assert feedback.text(said).splitlines()[-5:] == [
        "  call      add_up([1, -2])",
        "  expected  -1",
        "  actual    3",
        "            4",
        "Hint: Look at signs.",
    ]


def test_a_diagnosis_is_an_entry_of_no_points_among_the_hidden(report):
    last = entries.of_report(report)[0].checks[-1]
    assert (last.title, last.hidden, last.max_points) == ("Diagnosis", True, 0)
    assert "add the numbers, not their sizes" in last.text


def test_a_broken_check_counts_in_neither_sum_and_its_details_are_not_for_students(report):
    changed = with_check(report, status="broken", message="KeyError: the salt", points=0.0)
    changed = msgspec.structs.replace(changed, provisional=True)
    first = entries.of_report(changed)[0].checks[0]
    assert (first.points, first.max_points, first.passed) == (0, 0, False)
    assert "our fault" in first.text
    assert "KeyError" not in first.text + notes_of(changed)
    assert "provisional" in notes_of(changed)
    assert "BROKEN, our fault: add_up" in feedback.for_instructors(changed)
    assert "KeyError: the salt" in feedback.for_instructors(changed)


def test_the_instructor_reads_which_rings_held_and_what_a_place_lacks(report):
    rings = msgspec.structs.replace(report.sandbox, rings=("uid", "seccomp"))
    weak = feedback.for_instructors(msgspec.structs.replace(report, sandbox=rings))
    assert "rings that held: uid, seccomp" in weak
    assert "TAKE CARE: this place lacks landlock or mountns" in weak
    assert "TAKE CARE" not in feedback.for_instructors(report)


def test_work_that_cannot_be_read_earns_nothing_of_everything_and_says_why(small, tmp_path):
    (tmp_path / "ada.py").write_bytes(b"\xff\xfe\x00")
    work = read_work(tmp_path / "ada.py", {"users": [{"name": "Ada"}]})
    graded = grade_work(small, "week1", work)
    assert [(e.points, e.max_points) for e in graded.entries] == [(0, 5), (0, 4)]
    assert "ada.py" in notes_of(graded.report)
    assert feedback.UNREAD in notes_of(graded.report)
    assert feedback.for_instructors(graded.report).startswith("Ada: could not be read: ada.py")


def test_late_work_says_what_it_costs(small, tmp_path):
    (tmp_path / "ada.py").write_text(WRONG)
    due = small.assignment("week1").due.astimezone(UTC)
    created = (due + timedelta(days=1, hours=1)).isoformat()
    graded = grade_work(small, "week1", read_work(tmp_path / "ada.py", {"created_at": created}))
    assert graded.report.late.days == 2
    assert "Handed in 2 days late" in notes_of(graded.report)
    assert sum(entry.points for entry in graded.entries) == graded.report.raw_score


def test_where_every_check_is_broken_there_is_an_error_and_no_zero(
    small, report, tmp_path, monkeypatch
):
    broken = msgspec.structs.replace(report, score=0.0, max_score=0.0, provisional=True)
    monkeypatch.setattr(Judge, "grade", lambda *arguments: broken)
    (tmp_path / "ada.py").write_text(WRONG)
    with pytest.raises(GraderError, match="nothing was graded, by our own fault"):
        grade_work(small, "week1", read_work(tmp_path / "ada.py", {}))
