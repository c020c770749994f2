"""C. Time, memory, and floods: items 33 to 50."""

from __future__ import annotations

import time

import msgspec
import pytest

from grader.judge.judge import Judge
from grader.sandbox.child_process import Child
from grader.sandbox.host import Zygote

FAST = 8.0  # a second of budget for the problem, another for showing it, and room for a slow core


def statuses(report):
    return {check.id: check.status for check in report.problems[0].checks}


LOOPS = {
    "34 an endless loop": "while True: pass",
    "35 all signals ignored": "import signal\n"
    "    for n in set(signal.valid_signals()) - {9, 19}:\n"
    "        try: signal.signal(n, signal.SIG_IGN)\n"
    "        except (OSError, ValueError): pass\n"
    "    while True:\n        try:\n            while True: pass\n"
    "        except BaseException: pass",
    "36 a power that never ends": "pow(3, 10**9) % 7",
    "36 a pattern that never ends": "import re; re.match('(a+)+$', 'a' * 60 + 'b')",
    "36 a product that never ends": "a = np.ones((2500, 2500))\n    while True: a = a @ a",
    "37 sleep": "import time; time.sleep(1000)",
    "50 digits without end": "sys.set_int_max_str_digits(0); str(7 ** (10**7 * 5))",
    "33 threads that spin": "import threading\n"
    "    for _ in range(8): threading.Thread(target=spin, daemon=True).start()\n    spin()",
}


@pytest.mark.parametrize("what", LOOPS)
@pytest.mark.parametrize("where", ["call", "load"])
def test_what_never_ends_is_ended(attack, what, where):
    began = time.monotonic()
    body = LOOPS[what]
    head = "import sys\nimport numpy as np\ndef spin():\n    while True: pass\n"
    run = "def run():\n    " + body + "\n"
    if where == "load":
        source = f"{head}{run}run()\ndef softmax(Z, axis=-1):\n    return Z * 0\n"
    else:
        source = f"{head}def softmax(Z, axis=-1):\n    {body}\n"
    report = attack(source, explain=False)
    assert report.score == 0
    assert time.monotonic() - began < FAST
    found = set(statuses(report).values())
    if "threads" in what:  # they may be refused, and then the statement fails at once
        assert found <= {"failed", "raised", "timeout"}
        return
    assert found == ({"failed"} if where == "load" else {"timeout"})
    if where == "load":
        assert any("did not end within" in note for note in report.notes)


def test_83_a_loop_at_load_is_waited_for_once_and_not_for_every_counterexample(
    course, mode, arena, monkeypatch
):
    waited = []
    real = Child.message

    def message(self, deadline):
        try:
            return real(self, deadline)
        except TimeoutError:
            waited.append(deadline)
            raise

    monkeypatch.setattr(Child, "message", message)
    limits = msgspec.structs.replace(course.course.limits, call_seconds=0.2)
    quick = msgspec.structs.replace(course.course, limits=limits)
    source = "while True: pass\ndef softmax(Z, axis=-1):\n    return Z * 0\n"
    bank, nursery = msgspec.structs.replace(course, course=quick), Zygote(prefix=mode.prefix)
    with Judge(bank, ["softmax"], unsafe=True, nursery=nursery) as judge:
        report = judge.grade(arena.submission(source), ["softmax"])
    assert report.score == 0
    assert len(waited) == 1


def test_34_hanging_in_one_problem_costs_its_budget_and_no_other_problem(arena):
    both = arena.submission(
        """
        import numpy as np
        def softmax(Z, axis=-1):
            while True: pass
        def mse_and_grads(X, y, w, b):
            if y.shape != (len(X),): raise ValueError
            r = X @ w + b - y
            return np.mean(r**2), 2 * X.T @ r / len(X), 2 * np.mean(r)
        """
    )
    began = time.monotonic()
    report = arena.judge.grade(both, ["softmax", "mse_gradient"])
    assert time.monotonic() - began < FAST
    hanging, honest = report.problems
    assert {check.status for check in hanging.checks} == {"timeout"}
    assert honest.score == honest.max_score
    arena.assert_neighbour_unharmed()


MEMORY = {
    "38 eight gigabytes at once": "np.ones(10**9)",
    "38 in Python": "bytearray(8 * 2**30)",
    "39 slow growth": "kept = []\n    while True: kept.append(np.empty(10**6))",
    "39 bytes that grow": "kept = []\n    while True: kept.append(bytes(10**7))",
}


@pytest.mark.parametrize("what", MEMORY)
def test_memory_is_limited_and_said_to_be(attack, what):
    report = attack(f"import numpy as np\ndef softmax(Z, axis=-1):\n    {MEMORY[what]}\n")
    assert report.score == 0
    assert statuses(report)["examples"] == "memory"


def test_39_memory_kept_from_call_to_call_ends_with_the_child(attack):
    report = attack(
        """
        import numpy as np
        kept = []
        def softmax(Z, axis=-1):
            kept.append(np.empty(10**7))
            return np.zeros(Z.shape)
        """
    )
    assert report.score == 0
    assert "memory" in statuses(report).values()


@pytest.mark.parametrize("stream", ["stdout", "stderr", "__stdout__"])
def test_43_a_flood_of_output_is_thrown_away_and_costs_nothing(attack, stream):
    report = attack(
        f"""
        import sys
        import numpy as np
        sys.{stream}.write("x" * 10**8)
        def softmax(Z, axis=-1):
            sys.{stream}.write("y" * 10**6)
            E = np.exp(Z - Z.max(axis=axis, keepdims=True))
            return E / E.sum(axis=axis, keepdims=True)
        """
    )
    assert report.score == report.max_score
    assert len(report.to_json()) < 20_000


HUGE = {
    "44 an array of 300 MB": "np.zeros(4 * 10**7)",
    "44 a long text": "'x' * (3 * 10**7)",
    "44 a list of a million": "[0.0] * 2_000_000",
    "44 a dict of a million": "dict.fromkeys(range(600_000))",
    "46 lists nested deeply": "deep(500)",
    "46 a list inside itself": "loop()",
    "50 a huge integer": "10 ** 100_000",
}


@pytest.mark.parametrize("what", HUGE)
def test_an_answer_too_large_is_no_answer(attack, what):
    report = attack(
        f"""
        import numpy as np
        def deep(n):
            value = []
            for _ in range(n): value = [value]
            return value
        def loop():
            value = []
            value.append(value)
            return value
        def softmax(Z, axis=-1):
            return {HUGE[what]}
        """,
        explain=False,
    )
    assert report.score == 0
    assert set(statuses(report).values()) <= {"failed", "memory", "timeout", "crashed"}


FRAMES = {
    "45 a length of 4 GB": "wire.FRAME.pack(2**32 - 1, 8)",
    "45 a payload of 2**63": "wire.FRAME.pack(8, 2**63)",
    "45 lengths of zero": "wire.FRAME.pack(0, 0)",
    "46 depth": "framed(b'\\x91' * 100_000 + b'\\x00')",
    "46 a map that promises 4e9 entries": "framed(b'\\xdf\\xff\\xff\\xff\\xff')",
    "46 a list that promises 4e9 entries": "framed(b'\\x92\\xdd\\xff\\xff\\xff\\xff')",
    "46 a map where a list must be": "framed(pack([{}, []]))",
    "47 a shape that lies": "answer(['a', '<f8', [2**40], 0], b'12345678')",
    "47 a shape below zero": "answer(['a', '<f8', [-1], 0], b'12345678')",
    "47 a shape that overflows": "answer(['a', '<f8', [2**32, 2**32], 0], b'')",
    "47 a dtype of objects": "answer(['a', '|O', [1], 0], b'12345678')",
    "47 a dtype with a name": "answer(['a', 'datetime64', [1], 0], b'12345678')",
    "47 a buffer that is not there": "answer(['a', '<f8', [1], 7], b'12345678')",
    "47 one buffer for two": "answer(['l', *(['a', '<f8', [1], n] for n in (0, 1))], b'12345678')",
    "47 sizes below zero": "framed(pack([[1, 2], [-8, 16]]), b'12345678')",
    "47 an unknown tag": "answer(['x', 1], b'')",
    "47 an integer that is none": "answer(['i', 'zz'], b'')",
    "47 text that is no text": "framed(b'\\x92\\x91\\xa2\\xff\\xfe\\x90')",
    "47 a dict with a list for a key": "answer(['d', [['l'], 1]], b'')",
    "47 a timestamp": "framed(b'\\x92\\x91\\xd6\\xff\\x00\\x00\\x00\\x00\\x90')",
    "noise": "os.urandom(4096)",
}


@pytest.mark.parametrize("what", FRAMES)
def test_a_frame_that_is_none_ends_the_child_and_nothing_else(attack, inside, what):
    report = attack(
        inside
        + f"""
import msgspec
pack = msgspec.msgpack.encode
def framed(header, payload=b""):
    return wire.FRAME.pack(len(header), len(payload)) + header + payload
def answer(tree, payload):
    tree = ["l", ["l", "value", tree, False, 0, False, ["l"]]]
    return framed(pack([[boss()["number"], tree], [len(payload)] if payload else []]), payload)
def softmax(Z, axis=-1):
    raw({FRAMES[what]})
    os._exit(0)
"""
    )
    assert report.score == 0
    assert statuses(report)["examples"] == "crashed"


def test_48_an_answer_that_trickles_in_meets_one_deadline(attack, inside):
    began = time.monotonic()
    report = attack(
        inside
        + """
def softmax(Z, axis=-1):
    answer = ["value", np.zeros(10**6), False, 0, False, []]
    frame = wire.Encoder().frame(boss()["number"], [answer])
    for n in range(len(frame)):
        raw(frame[n:n + 1])
        time.sleep(0.05)
"""
    )
    assert report.score == 0
    assert set(statuses(report).values()) == {"timeout"}
    assert time.monotonic() - began < FAST


@pytest.mark.parametrize("limit", [10_000, 10**9])
def test_49_endless_recursion_ends(attack, limit):
    report = attack(
        f"""
        import sys
        sys.setrecursionlimit({limit})
        def softmax(Z, axis=-1):
            return softmax(Z, axis)
        """
    )
    assert report.score == 0
    assert statuses(report)["examples"] in ("raised", "crashed", "memory", "timeout")
