"""An assignment of otter's: an autograder zip, a folder, a master or an assigned notebook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.author.imports.asked import Case, Question, Source
from grader.author.imports.assigned import natural, read_assigned, stored_tests
from grader.author.imports.cells import read_notebook
from grader.author.imports.master import is_master, read_master
from grader.author.imports.test_files import read_test
from grader.errors import IntakeError
from grader.intake.archive import read_archive
from grader.intake.decode import decode
from grader.intake.folder import read_folder, read_regular
from grader.intake.limits import cap, suffix
from grader.intake.names import safe
from grader.intake.raw import Raw


def read_otter(path: Path) -> Source:
    """The assignment at PATH. IntakeError (one line) where nothing of otter's is there."""
    place = safe(path.name or str(path.resolve()))
    if path.is_dir():
        return _several(read_folder(path), place)
    if not path.exists():
        raise IntakeError(f"{safe(str(path))}: no such file or folder")
    if suffix(path.name) == ".zip":
        return _several(read_archive(path), place)
    if suffix(path.name) == ".ipynb":
        notebook = read_notebook(place, read_regular(path, cap(path.name)))
        return read_master(notebook) if is_master(notebook) else read_assigned(notebook, {}, place)
    raise IntakeError(f"{place}: must be a .zip, an .ipynb or the folder of an assignment")


def _several(raws: Sequence[Raw], place: str) -> Source:
    """The assignment in a folder or zip: its master notebook, else its tests and the notebook."""
    for raw in raws:
        if raw.data is None and _is_test(raw.name):
            raise IntakeError(f"{safe(raw.name)}: {raw.why}")
    notebooks = [
        read_notebook(safe(raw.name), raw.data)
        for raw in raws
        if suffix(raw.name) == ".ipynb" and raw.data is not None
    ]
    masters = [notebook for notebook in notebooks if is_master(notebook)]
    if len(masters) > 1:
        names = ", ".join(notebook.name for notebook in masters)
        raise IntakeError(f"{place}: holds several master notebooks ({names}); name one of them")
    if masters:
        return read_master(masters[0])
    files = [raw for raw in raws if _is_test(raw.name)]
    folders = sorted({raw.name.rpartition("/")[0] for raw in files}, key=_rank)
    if len({_rank(folder)[0] for folder in folders}) < len(folders):
        listed = ", ".join(safe(folder) for folder in folders)
        raise IntakeError(f"{place}: holds several folders of tests ({listed}); name one of them")
    tests: dict[str, tuple[Case, ...]] = {}
    for raw in files:
        if raw.name.rpartition("/")[0] == folders[0]:
            name, cases = read_test(decode(safe(raw.name), raw.data or b""), safe(raw.name))
            if name in tests:
                raise IntakeError(f"{safe(raw.name)}: the question {name!r} has a test already")
            tests[name] = cases
    notebooks.sort(key=lambda notebook: _rank(notebook.name.rpartition("/")[0]))
    with_tests = [notebook for notebook in notebooks if stored_tests(notebook)]
    if not tests and not with_tests:
        raise IntakeError(f"{place}: holds no tests of otter's, in files or in a notebook")
    chosen = (notebooks if tests else with_tests)[:1]
    if chosen:
        return read_assigned(chosen[0], tests, place)
    questions = [
        Question(name, f"{place}, {name}", cases=tests[name]) for name in sorted(tests, key=natural)
    ]
    return Source(place.removesuffix(".zip"), tuple(questions))


def _is_test(name: str) -> bool:
    parts = name.split("/")
    return len(parts) > 1 and parts[-2] == "tests" and suffix(name) == ".py"


def _rank(folder: str) -> tuple[int, str]:
    """The instructor's folder comes before that of the students, which has fewer tests."""
    kind = 0 if "autograder" in folder else 2 if "student" in folder else 1
    return kind, folder
