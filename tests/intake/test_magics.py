from __future__ import annotations

import random
import sysconfig
from pathlib import Path

import pytest

from grader.intake.magics import drop_magics

BACKSLASH = "\\"


def in_cell(text: str) -> tuple[str, list[str]]:
    kept, dropped = drop_magics(text, cell=True)
    return kept, [str(item) for item in dropped]


@pytest.mark.parametrize(
    "line",
    [
        *("%matplotlib inline", "% time", "!ls -l", "!!ls", "?print", "??print", "print?"),
        *("np.dot??", "%timeit?", "np.*load*?", "x = !ls", "x=!ls", "a, b = !ls"),
        *("x = %who_ls", "x[0] = %pwd", "s['='] = !ls", "d[f(k=1)] = !ls"),
    ],
)
def test_a_magic_line_becomes_blank_and_is_noted(line):
    kept, notes = in_cell(f"a = 1\n{line}\nb = 2")
    assert kept == "a = 1\n\nb = 2"
    assert notes == [f'line 2: "{line}" was left out']


@pytest.mark.parametrize(
    "text",
    [
        "y = (a\n  % b)",
        'doc = """\n% not magic\n!nor this\nnor?\n"""',
        "y = a \\\n  % b",
        "z = x != y",
        "!= 3",
        "z = x % y",
        "f(a=1, b=[\n!= 3\n])",
        "s = 'one \\\n% two'",
        "s = r'\\'\nt = '%d' % 3",
        "x = '%s' % y",
        "x == y",
        "# what is this?\n# %matplotlib inline",
        "s = '''a\\'''\n%b\n'''",
        "x: int = 3  # = !ls",
        "def f(x, /, *, y=1): return x @ y",
        "s = 'why?'",
        "f'{x!r}'",
        "d = {'(': 1}\ne = d['('] % 2",
    ],
)
def test_python_stays_as_it_is(text):
    assert in_cell(text) == (text, [])


@pytest.mark.parametrize("name", ["time", "timeit -n 3", "capture out", "prun"])
def test_a_cell_magic_that_runs_its_body_costs_only_its_line(name):
    kept, notes = in_cell(f"\n# comment\n%%{name}\nx = 1\n")
    assert kept == "\n# comment\n\nx = 1\n"
    assert notes == [f'line 3: "%%{name}" was left out']


@pytest.mark.parametrize("name", ["bash", "html", "writefile hw.py", "javascript", "R"])
def test_any_other_cell_magic_costs_its_cell(name):
    kept, notes = in_cell(f"# mine\n%%{name}\nx = 1\ny = (\n")
    assert kept == "# mine\n\n\n\n"
    assert notes == [f'line 2: "%%{name}" and the rest of its cell were left out']


def test_cell_magics_nest():
    assert in_cell("%%capture\n%%time\nx = 1")[0] == "\n\nx = 1"


def test_a_cell_magic_behind_code_costs_only_its_line():
    assert in_cell("x = 1\n%%bash\ny = 2")[0] == "x = 1\n\ny = 2"


def test_a_magic_in_a_block_leaves_the_block_valid():
    kept, notes = in_cell("if x:\n    %cd /tmp\nfor i in y:\n\t!ls\nz = 1")
    assert kept == "if x:\n    pass\nfor i in y:\n\tpass\nz = 1"
    assert notes == ['line 2: "%cd /tmp" was left out', 'line 4: "!ls" was left out']
    compile(kept, "cell", "exec")


def test_an_indented_magic_before_any_code_becomes_blank():
    assert in_cell("  %matplotlib inline\nx = 1")[0] == "\nx = 1"


def test_a_continued_shell_line_goes_with_all_its_lines():
    kept, notes = in_cell(f"!pip install {BACKSLASH}\n  numpy {BACKSLASH}\n  scipy\nx = 1")
    assert kept == "\n\n\nx = 1"
    assert len(notes) == 1


def test_the_statement_that_a_line_times_is_kept():
    kept, notes = in_cell("%time y = f(\n  3 % 2)\nif y:\n    %time z = 1")
    assert kept == "y = f(\n  3 % 2)\nif y:\n    z = 1"
    assert notes == ['line 1: "%time" was left out', 'line 4: "%time" was left out']


def test_a_timed_line_with_options_or_nothing_to_time_goes_whole():
    assert in_cell("%time -x y = 1\n%time\n%time  \nz = 1")[0] == "\n\n\nz = 1"


def test_a_closing_bracket_too_many_does_not_count_for_the_next_lines():
    assert in_cell("x = 1)\ny = (2\n% 3)\n%magic")[0] == "x = 1)\ny = (2\n% 3)\n"


def test_in_a_py_file_only_pure_magic_lines_go():
    text = "%matplotlib inline\nx = !ls\nprint?\n%%bash\ny = 1\nget_ipython().run_line_magic()"
    kept, dropped = drop_magics(text, cell=False)
    assert kept == text.replace("%matplotlib inline", "").replace("%%bash", "")
    assert [item.line for item in dropped] == [1, 4]


def test_a_note_is_short_and_shows_control_characters_as_escapes():
    [note] = in_cell("!echo \x1b[31m \u202e " + "x" * 500)[1]
    assert r"\x1b" in note and r"\u202e" in note and note.isprintable()
    assert len(note) < 150


def test_an_unclosed_string_does_not_hide_what_stands_below_its_line():
    assert in_cell("s = 'oops\n%magic\nx = 1")[0] == "s = 'oops\n\nx = 1"


def _standard_library() -> list[Path]:
    folder = Path(sysconfig.get_paths()["stdlib"])
    modules = sorted(folder.glob("*.py")) + sorted(folder.glob("[a-z]*/*.py"))
    kept = [path for path in modules if "site-packages" not in path.parts]
    return random.Random(2).sample(kept, 50)


@pytest.mark.parametrize("path", _standard_library(), ids=lambda path: path.name)
def test_ordinary_modules_stay_equal(path):
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    assert drop_magics(text, cell=True) == (text, ())
    assert drop_magics(text, cell=False) == (text, ())


@pytest.mark.parametrize("line", ["!grader check a.ipynb --problem softmax", "  ! grader hint x"])
def test_a_line_that_calls_the_grader_is_left_out_without_a_word(line):
    assert drop_magics(f"a = 1\n{line}\nb = 2", cell=True)[1] == ()
    assert "grader" not in drop_magics(f"a = 1\n{line}\nb = 2", cell=True)[0]
    assert len(drop_magics("!graders of the world", cell=True)[1]) == 1
