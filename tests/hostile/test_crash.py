"""D. The process dies: items 56 to 62. The student's check is lost, and nobody else's."""

from __future__ import annotations

import os
import signal

import msgspec
import pytest

from grader.sandbox.child_process import Child


def statuses(report):
    return {check.id: check.status for check in report.problems[0].checks}


DEATHS = {
    "56 reading address zero": "ctypes.string_at(0)",
    "56 writing over memory": "ctypes.memset(id(None), 0, 64); None + None",
    "57 SIGKILL to itself": "os.kill(os.getpid(), 9)",
    "57 SIGTERM to itself": "os.kill(os.getpid(), 15)",
    "57 SIGXCPU to itself": "os.kill(os.getpid(), 24)",
    "57 stopping itself": "os.kill(os.getpid(), 19)",
    "58 abort": "os.abort()",
    "58 a fatal error of Python's": "ctypes.pythonapi.Py_FatalError(b'x')",
    "60 closing every file": "os.closerange(0, 256); return Z * 0",
    "60 shutting the line down": "shut(); return Z * 0",
}
HEAD = """
import ctypes, os, socket
def shut():
    for n in range(3, 64):
        try: socket.socket(fileno=n).shutdown(2)
        except OSError: pass
"""


@pytest.mark.parametrize("what", DEATHS)
def test_a_call_that_ends_the_process_is_reported(attack, what):
    report = attack(f"{HEAD}def softmax(Z, axis=-1):\n    {DEATHS[what]}\n")
    assert report.score == 0
    expected = {"timeout"} if "stopping" in what or "SIGXCPU" in what else {"crashed"}
    assert set(statuses(report).values()) == expected
    assert report.problems[0].checks[0].message


@pytest.mark.parametrize("what", DEATHS)
def test_a_statement_that_ends_the_process_costs_only_itself(attack, what):
    body = DEATHS[what].replace("; return Z * 0", "")
    report = attack(
        f"{HEAD}import numpy as np\n"
        "def softmax(Z, axis=-1):\n"
        "    E = np.exp(Z - Z.max(axis=axis, keepdims=True))\n"
        "    return E / E.sum(axis=axis, keepdims=True)\n"
        f"def now():\n    {body}\nnow()\n"
    )
    assert report.score == report.max_score
    assert any("`now()`" in note for note in report.notes)


def test_57_a_real_time_signal_at_load_is_an_end_like_any_other(attack):
    report = attack("import os\nos.kill(os.getpid(), 40)\ndef softmax(Z, axis=-1):\n    return Z\n")
    assert report.score == 0
    assert report.notes


def test_57_a_real_time_signal_in_a_call_earns_nothing(attack):
    number = int(signal.SIGRTMIN) + 6
    report = attack(f"import os\ndef softmax(Z, axis=-1):\n    os.kill(os.getpid(), {number})\n")
    assert report.score == 0


@pytest.mark.parametrize("victim", ["the zygote", "the child"])
@pytest.mark.parametrize("at", [1, 4, 9])
def test_62_what_is_killed_in_the_middle_of_a_grading_is_made_up_for(
    arena, monkeypatch, victim, at
):
    """Judges and coordinators are killed in tests/batch/test_chaos.py."""
    work = arena.submission("import numpy as np\ndef softmax(Z, axis=-1):\n    return Z * 0\n")
    undisturbed = arena.judge.grade(work, ["softmax"], explain=False)
    asked = []
    real = Child.send

    def send(self, *request):
        asked.append(request)
        if len(asked) == at:
            which = max if victim == "the child" else min
            os.kill(which(arena.processes()), signal.SIGKILL)
        return real(self, *request)

    monkeypatch.setattr(Child, "send", send)
    disturbed = arena.judge.grade(work, ["softmax"], explain=False)
    assert len(asked) > at
    assert msgspec.structs.replace(disturbed, seconds=undisturbed.seconds) == undisturbed
    monkeypatch.undo()
    arena.assert_neighbour_unharmed()


FAULTS = {
    "places of text": "['x', {}, None, ['ValueError'], 't']",
    "places of two kinds": "['x', 0, 0, ['ValueError'], 't'], [0, 0, 1, ['ValueError'], 't']",
}


@pytest.mark.parametrize("what", FAULTS)
def test_forged_faults_of_loading_do_not_end_the_judge(attack, inside, what):
    report = attack(inside + f"forge({FAULTS[what]})\ndef softmax(Z, axis=-1):\n    return Z\n")
    assert report.score == 0


def test_forged_faults_at_places_that_do_not_exist_are_told_without_a_place(attack, inside):
    source = "forge([0, 0, 10**15, ['ValueError'], 't'], [-1, -2, -3, [], 't'])\n"
    report = attack(inside + source + "def softmax(Z, axis=-1):\n    return Z * 0\n")
    assert report.score == 0


def test_a_forged_exception_text_that_is_a_huge_integer_does_not_end_the_judge(attack, inside):
    # Many calls at once are a check's; one alone is put while a counterexample is looked for.
    report = attack(
        inside
        + """
wire.MAX_INT_DIGITS = 10**6
def softmax(Z, axis=-1):
    if len(boss()["arguments"][2]) == 1 and boss()["arguments"][3:] == [False, False]:
        forge(["raised", ["ValueError"], 16**3990, []])
    return np.zeros(Z.shape)
"""
    )
    assert report.score == 0


TEXTS = {
    "61 SystemExit in __str__": "raise SystemExit(0)",
    "61 os._exit in __str__": "os._exit(0)",
    "61 no text in __str__": "return 7",
    "61 endless __str__": "while True: pass",
}


@pytest.mark.parametrize("what", TEXTS)
def test_an_exception_with_a_hostile_text_is_contained(attack, what):
    report = attack(
        f"""
import os
class Mine(ValueError):
    def __str__(self):
        {TEXTS[what]}
    __repr__ = __str__
def softmax(Z, axis=-1):
    raise Mine
"""
    )
    assert report.score == 0
    assert set(statuses(report).values()) <= {"raised", "crashed", "timeout"}


@pytest.mark.parametrize("name", ["__name__", "__mro__", "__traceback__", "__class__", "args"])
def test_61_an_exception_that_lies_about_itself_is_contained(attack, name):
    report = attack(
        f"""
class Meta(type):
    def __getattribute__(cls, name):
        if name == {name!r}: raise SystemExit
        return type.__getattribute__(cls, name)
class Mine(ValueError, metaclass=Meta):
    def __getattribute__(self, name):
        if name == {name!r}: raise SystemExit
        return ValueError.__getattribute__(self, name)
def softmax(Z, axis=-1):
    raise Mine
"""
    )
    assert report.score == 0
    assert set(statuses(report).values()) <= {"raised", "crashed"}
