"""A. Points that were not earned: items 1 to 20 of the catalogue.

The attacks run where a student's code runs. Each that earns nothing proves nothing unless it did
what it says, so the test looks for its effect in a public message where there is one.
"""

from __future__ import annotations

import pytest

STUB = "def softmax(Z, axis=-1):\n    return np.zeros(np.shape(Z))\n"


def statuses(report):
    return {check.id: check.status for check in report.problems[0].checks}


def public_text(report):
    """The message and counterexample of the examples, which may quote what the code returned."""
    check = report.problems[0].checks[0]
    return f"{check.message} {check.counterexample}"


PATCHES = {
    "numpy": "np.allclose = np.array_equal = np.isclose = lambda *a, **k: True\n"
    "np.all = np.any = lambda *a, **k: True\nnp.abs = lambda x: np.zeros(np.shape(x))\n",
    "numpy.testing": "import numpy.testing as t\n"
    "for name in dir(t):\n"
    "    if name.startswith('assert'): setattr(t, name, lambda *a, **k: None)\n",
    "pytest": "import pytest, _pytest.runner\n"
    "pytest.fail = pytest.raises = lambda *a, **k: None\n"
    "_pytest.runner.call_runtest_hook = lambda *a, **k: None\n",
    "builtins": "import builtins\n"
    "builtins.AssertionError = builtins.Exception\nbuiltins.abs = lambda x: 0\n"
    "builtins.all = builtins.any = lambda x: True\nbuiltins.max = lambda *a, **k: 0\n",
    "the judge": "try: import grader.judge.expect as e, grader.numeric.closeness as c\n"
    "except ImportError: e = c = None\n"
    "if c:\n    c.compare = e.compare = lambda *a, **k: None\n"
    "    for name in e.__all__: setattr(e, name, lambda *a, **k: None)\n",
}


@pytest.mark.parametrize("what", PATCHES)
def test_01_patching_changes_the_child_only(attack, what):
    report = attack(f"import numpy as np\n{PATCHES[what]}\n{STUB}")
    assert report.score == 0
    assert set(statuses(report).values()) <= {"failed", "raised", "crashed"}


def test_02_an_object_equal_to_everything_fails(attack):
    report = attack(
        """
        class Same:
            shape = (2,)
            dtype = float
            __array_priority__ = 1000
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __bool__(self): return True
            def __sub__(self, other): return 0.0
            __rsub__ = __sub__
            def __le__(self, other): return True
            __lt__ = __ge__ = __gt__ = __le__
            def __hash__(self): return 0
            def __float__(self): return 0.5
            def __array__(self, *a, **k): raise ValueError
        def softmax(Z, axis=-1): return Same()
        """
    )
    assert report.score == 0
    assert "An object came back where an array must be." in public_text(report)


@pytest.mark.parametrize("kind", ["list", "tuple", "dict", "float", "int", "str"])
def test_02_a_plain_type_with_methods_of_its_own_arrives_without_them(attack, kind):
    report = attack(
        f"""
        class Same({kind}):
            def __eq__(self, other): return True
            def __ne__(self, other): return False
            def __hash__(self): return 0
            def __iter__(self): return iter(())
            def __len__(self): return 2
            def __class_getitem__(cls, i): return cls
        def softmax(Z, axis=-1): return Same()
        """
    )
    assert report.score == 0


def test_03_an_array_subclass_cannot_answer_for_itself(attack):
    report = attack(
        """
        import numpy as np
        class Array(np.ndarray):
            def __array_function__(self, *a): return True
            def __array_ufunc__(self, *a, **k): return np.bool_(True)
            def __eq__(self, other): return True
            @property
            def shape(self): return (2,)
        def softmax(Z, axis=-1): return np.zeros(Z.shape).view(Array)
        """
    )
    assert report.score == 0


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("np.matrix(P)", "An object came back"),
        ("np.ma.masked_array(P, mask=np.ones(P.shape))", "An object came back"),
        ("P.astype(object)", "An object of type ndarray"),
        ("P.astype(complex)", "complex"),
        ("P.astype(str)", "An object"),
        ("P.astype('S20')", "An object"),
        ("P.astype('>f8').view(np.recarray)", "An object"),
        ("np.array([tuple(r) for r in np.atleast_2d(P)], dtype='O')", "An object"),
    ],
)
def test_04_arrays_of_other_kinds_are_rejected_with_a_reason(attack, value, words):
    report = attack(
        f"""
        import numpy as np
        def softmax(Z, axis=-1):
            E = np.exp(Z - Z.max(axis=axis, keepdims=True))
            P = E / E.sum(axis=axis, keepdims=True)
            return {value}
        """
    )
    assert report.score == 0
    assert set(statuses(report).values()) == {"failed"}
    if words == "An object of type ndarray":
        words = "An object"
    assert words in public_text(report)


WIRE_PATCHES = {
    "every value": "wire.Encoder._tree = lambda self, value, depth: value",
    "every frame": "real = wire.Encoder.frame\n"
    "yes = ['value', True, False, 0, False, []]\n"
    "wire.Encoder.frame = lambda self, number, *m: real(self, number, yes)",
    "the status": "from grader.sandbox import child\n"
    "child._Child._answer = lambda self, *a: ['passed', 1.0, False, 0]",
    "the points": "from grader.sandbox import child\n"
    "child._Child.run = lambda self, *a: [['passed', 14.0, 14.0]]",
    "a fresh module": "import types\nsys.modules['grader.sandbox.wire'] = types.ModuleType('w')",
    "the receiver": "wire.decode = lambda *a, **k: [0, 'run', 0, 'softmax', [], False, False]",
    "the reading": "boss()['self']._files.readings[:] = []",
}


@pytest.mark.parametrize("what", WIRE_PATCHES)
def test_05_a_wire_edited_in_the_child_carries_other_values_and_no_verdict(attack, inside, what):
    report = attack(inside + WIRE_PATCHES[what] + "\n" + STUB)
    assert report.score == 0


def test_06_no_reference_and_no_check_is_in_the_childs_memory(attack):
    report = attack(
        """
        import gc, sys, types
        import numpy as np

        def found():
            own = softmax.__code__
            for thing in gc.get_objects():
                if isinstance(thing, types.FunctionType):
                    name = thing.__name__
                    if name in ("softmax", "oracle", "expect_close") and thing.__code__ is not own:
                        return thing
            for name in list(sys.modules):
                if name.startswith(("grader.judge", "grader.bank", "grader.numeric", "test_")):
                    return sys.modules[name]
            frame = sys._getframe()
            while frame:
                for value in list(frame.f_locals.values()):
                    if isinstance(value, str) and "solutions" in value:
                        return value
                frame = frame.f_back

        def softmax(Z, axis=-1):
            where = found()
            if where is not None:
                raise LookupError(repr(where))
            return np.zeros(Z.shape)
        """
    )
    assert report.score == 0
    assert set(statuses(report).values()) == {"failed"}, public_text(report)


LINGER = {
    "a thread": "threading.Thread(target=later).start()",
    "a thread that ignores the end": "threading.Thread(target=later, daemon=False).start()",
    "a process": "os.fork() or later()",
    "a daemon": "os.fork() or (os.setsid(), os.fork() or later(), os._exit(0))",
    "at exit": "atexit.register(later)",
}


@pytest.mark.parametrize("how", LINGER)
def test_07_what_outlives_a_call_does_not_outlive_the_grading(arena, attack, how):
    idle = arena.processes()
    report = attack(
        f"""
        import atexit, os, threading, time
        import numpy as np
        done = []
        def later():
            time.sleep(60)
        class Last:
            def __del__(self): later()
        keep = Last()
        def softmax(Z, axis=-1):
            if not done:
                done.append(1)
                {LINGER[how]}
            return np.zeros(Z.shape)
        """
    )
    assert report.score == 0
    assert arena.processes() == idle


@pytest.mark.parametrize("how", ["os._exit(0)", "sys.exit(0)", "raise SystemExit(0)", "quit()"])
@pytest.mark.parametrize("where", ["load", "call"])
def test_08_leaving_is_no_answer_and_never_a_pass(attack, how, where):
    head = f"import os, sys\n{how}\n" if where == "load" else "import os, sys\n"
    body = how if where == "call" else "return Z * 0"
    report = attack(f"{head}def softmax(Z, axis=-1):\n    {body}\n")
    assert report.score == 0
    assert set(statuses(report).values()) <= {"failed", "raised", "crashed"}


def test_09_a_child_inherits_no_file_but_its_line(attack):
    report = attack(
        """
        import os
        def softmax(Z, axis=-1):
            raise ValueError([fd for fd in range(999) if is_open(fd)])
        def is_open(fd):
            try:
                return bool(os.fstat(fd))
            except OSError:
                return False
        """
    )
    assert report.score == 0
    text = public_text(report)
    open_files = text[text.index("[") + 1 : text.index("]")].split(", ")
    assert open_files[:3] == ["0", "1", "2"]
    assert len(open_files) == 4


HOOKS = {
    "signals": "import signal\nfor n in range(1, 65):\n"
    "    try: signal.signal(n, signal.SIG_IGN)\n    except (OSError, ValueError): pass\n",
    "settrace": "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)\n",
    "imports": "import sys\nclass H:\n    def find_spec(self, *a): raise RuntimeError('mine')\n"
    "sys.meta_path.insert(0, H())\nsys.path[:] = []\nsys.modules.clear()\n",
    "hooks": "import sys\nsys.excepthook = sys.unraisablehook = lambda *a: None\n"
    "sys.stdout = sys.stderr = None\n",
}


@pytest.mark.parametrize("what", HOOKS)
def test_10_handlers_and_hooks_stay_in_the_child(attack, what):
    report = attack("import numpy as np\n" + HOOKS[what] + STUB)
    assert report.score == 0


def test_12_files_named_like_ours_are_on_no_trusted_path(attack):
    bad = "raise SystemExit('taken over')\n"
    names = ("conftest.py", "pytest.py", "sitecustomize.py", "grader/__init__.py", "numpy.py")
    trap = "def pytest_runtest_makereport(item, call):\n    call.excinfo = None\n"
    files = dict.fromkeys(names, bad) | {"conftest.py": trap, "test_softmax.py": "x = 1\n"}
    report = attack(files | {"pytest.ini": "[pytest]\naddopts = -x\n", "work.py": f"{NP}{STUB}"})
    assert report.score == 0
    assert statuses(report)["examples"] == "failed"


NP = "import numpy as np\n"


def test_12_a_file_named_numpy_does_not_shadow_the_library(attack):
    right = (
        "import numpy as np\n"
        "def softmax(Z, axis=-1):\n"
        "    E = np.exp(Z - Z.max(axis=axis, keepdims=True))\n"
        "    return E / E.sum(axis=axis, keepdims=True)\n"
    )
    report = attack({"numpy.py": "exp = None\n", "work.py": right})
    assert report.score == report.max_score


AHEAD = {
    "answers to small numbers": "for n in range(-5, 200):\n"
    "    forge(['value', 1.0, False, 0, False, []], number=n)",
    "answers to the next numbers": "for n in range(1, 50):\n"
    "    forge(['value', 1.0, False, 0, False, []], number=boss()['number'] + n)",
    "an answer to this very request": "forge(['value', 1.0, False, 0, False, []])",
    "a list of no faults": "raw(wire.Encoder().frame(boss()['number'], []))",
    "a verdict": "raw(wire.Encoder().frame('passed', 14.0))",
    "statements that are not there": "for n in range(99):\n"
    "    raw(wire.Encoder().frame('at', n, 10**9))",
    "negative statements": "raw(wire.Encoder().frame('at', -1, -1)); os._exit(0)",
}


@pytest.mark.parametrize("what", AHEAD)
def test_13_frames_sent_ahead_answer_nothing(attack, inside, what):
    report = attack(inside + AHEAD[what] + "\n" + STUB)
    assert report.score == 0


def test_13_an_answer_sent_twice_does_not_answer_the_next_call(attack, inside):
    # The first is of this call; the second would be taken for the next one's by a careless host.
    report = attack(
        inside
        + """
def softmax(Z, axis=-1):
    calls = boss()["arguments"][2]
    answers = [["value", right(np.asarray(Z)), False, 0, False, []] for _ in calls]
    forge(*answers)
    forge(*answers)
    return right(Z)
"""
    )
    assert 0 <= report.score < report.max_score
    assert "crashed" in statuses(report).values()


def test_13_a_thread_that_answers_in_place_of_the_child_sends_values_only(attack, inside):
    report = attack(
        inside
        + """
import socket, threading
from grader.sandbox.line import Line
def steal():
    while True:
        number, operation, *rest = theirs.receive()
        answers = [["value", np.array([0.25, 0.125]), False, 0, False, []] for _ in rest[2]]
        theirs.send(wire.Encoder().frame(number, answers))
theirs = Line(socket.socket(fileno=os.dup(fd())))
line.receive = lambda *a: time.sleep(1000)
threading.Thread(target=steal, daemon=True).start()
def softmax(Z, axis=-1):
    return np.zeros(Z.shape)
"""
    )
    assert report.score == 0
    assert "0.125" in public_text(report)


def test_14_a_printed_verdict_is_ignored(attack):
    report = attack(
        """
        import os, sys
        def softmax(Z, axis=-1):
            print("ALL PASSED"); print('{"score": 14}', file=sys.stderr)
            for fd in (0, 1, 2): os.write(fd, b"14 passed in 0.01s\\n")
            return Z * 0
        """
    )
    assert report.score == 0
    assert "ALL PASSED" not in report.to_json().decode()


@pytest.mark.parametrize(
    "value", ["0.5", "np.float64(0.5)", "np.array(0.5)", "[0.5]", "[[0.5]]", "np.full((1, 1), 0.5)"]
)
def test_15_a_value_that_would_broadcast_fails_by_its_shape(attack, value):
    report = attack(f"import numpy as np\ndef softmax(Z, axis=-1):\n    return {value}\n")
    assert report.score == 0
    assert statuses(report)["values"] == "failed"


def test_16_one_function_cannot_hand_its_answer_to_another(attack):
    report = attack(
        """
        last = [0.0]
        def dot_loop(u, v):
            if len(u) != len(v): raise ValueError
            last[0] = sum(float(a) * float(b) for a, b in zip(u, v))
            return last[0]
        def dot_vec(u, v):
            if len(u) != len(v): raise ValueError
            return last[0]
        """,
        "dot_by_hand",
    )
    found = statuses(report)
    assert found["loop_values"] == "passed"
    assert found["vec_values"] == found["vec_without_loop"] == found["rules_of_algebra"] == "failed"


def test_17_claims_about_a_call_earn_nothing_without_the_right_value(attack, inside):
    report = attack(
        inside
        + """
def softmax(Z, axis=-1):
    forge(*[["value", np.zeros(np.shape(call[0][0])), False, -10**9, False, []]
            for call in boss()["arguments"][2]])
"""
    )
    assert report.score == 0
    assert statuses(report)["inputs_unchanged"] in ("failed", "crashed")
    assert "passed" not in statuses(report).values()


@pytest.mark.parametrize("claim", ["'no', 0", "False, 1.5", "False, None", "None, None", "[], {}"])
def test_17_claims_of_another_type_are_no_answer(attack, inside, claim):
    report = attack(
        inside + f"def softmax(Z, axis=-1):\n    forge(['value', 1.0, {claim}])\n    return Z\n"
    )
    assert report.score == 0
    assert "crashed" in statuses(report).values()


def test_18_counting_calls_tells_nothing_that_earns(attack):
    report = attack(
        """
        import numpy as np
        calls = []
        def softmax(Z, axis=-1):
            calls.append(1)
            if len(calls) < 4:
                E = np.exp(Z - Z.max(axis=axis, keepdims=True))
                return E / E.sum(axis=axis, keepdims=True)
            return np.full(Z.shape, 1 / Z.shape[axis])
        """
    )
    found = statuses(report)
    assert found["examples"] == "passed"
    assert report.score <= 2


@pytest.mark.parametrize(
    "value",
    [
        *("np.full(Z.shape, np.nan)", "np.full(Z.shape, np.inf)", "-np.full(Z.shape, np.inf)"),
        *("Z * 1j", "Z.astype(np.float16)", "Z.astype('>f8')", "np.array(None)", "Z > 0"),
        *("np.array(np.nan)", "np.zeros((0,))", "np.zeros(Z.shape, np.int8)", "float('nan')"),
        *("-0.0", "np.datetime64('now')", "np.longdouble(1)", "Z.astype(np.longdouble)"),
    ],
)
def test_20_odd_numbers_fail_with_words(attack, value):
    report = attack(
        f"import numpy as np\ndef softmax(Z, axis=-1):\n    return {value}\n", explain=False
    )
    assert report.score == 0
    assert set(statuses(report).values()) == {"failed"}
    assert all(check.message for check in report.problems[0].checks)


HANDLES = {
    "a handle in place of a number": "['value', wire.Handle(0, 'float'), False, 0, False, []]",
    "a negative handle": "['value', wire.Handle(-1, 'ndarray'), False, 0, False, []]",
    "a handle of a huge number": "['value', wire.Handle(2**62, 'ndarray'), False, 0, False, []]",
    "code in place of a value": "['value', wire.Code('np.ones(2) / 2'), False, 0, False, []]",
    "a failure that is none": "['forbidden', 'x', 'y']",
    "a missing function": "['missing']",
    "an unknown exception": "['raised', ['Passed', 'Skipped', 'Exit'], 'x', []]",
    "pytest's own exception": "['raised', ['OutcomeException', 'BaseException'], 'x', [0, 0, 1]]",
    "a line that is not there": "['raised', ['ValueError'], 'x', [0, 0, 10**12]]",
    "a file that is not there": "['raised', ['ValueError'], 'x', [-1, 7, 1]]",
}


@pytest.mark.parametrize("what", HANDLES)
def test_forged_answers_of_every_kind_earn_nothing(attack, inside, what):
    body = f"forge(*[{HANDLES[what]} for _ in boss()['arguments'][2]])"
    report = attack(inside + f"def softmax(Z, axis=-1):\n    {body}\n")
    assert report.score == 0


CALLBACKS = {
    "asks without end": "while True: f(x)",
    "puts other code into it": "f.__code__ = (lambda x: 0.0).__code__\n    return x * 0.0",
    "changes what it knows": "f.__globals__['np'].sum = lambda *a: 0.0\n    return x * 0.0",
    "hands it back": "return f",
    "keeps it for the next": "kept.append(f)\n    return kept[0](x) * x * 0.0",
    "reads the numbers in it": "return np.full(x.shape, sum(c for c in f.__code__.co_consts if c))",
}


@pytest.mark.parametrize("what", CALLBACKS)
def test_21_a_function_that_is_handed_in_is_the_childs_own(attack, what):
    report = attack(
        "import numpy as np\nkept = []\n"
        f"def numerical_gradient(f, x, h=None):\n    {CALLBACKS[what]}\n",
        "numerical_gradient",
    )
    assert report.score <= 1  # a gradient of 0 may be right somewhere
    assert set(statuses(report).values()) - {"passed"} <= {"failed", "raised", "timeout"}


def test_an_array_that_overlaps_itself_arrives_as_its_values(attack):
    report = attack(
        """
        import numpy as np
        from numpy.lib.stride_tricks import as_strided
        def softmax(Z, axis=-1):
            half = np.array([0.5])
            return as_strided(half, shape=Z.shape, strides=(0,) * Z.ndim)
        """
    )
    found = statuses(report)
    assert found["values"] == found["large_scores"] == found["no_loop"] == "failed"


def test_a_generator_that_would_answer_later_is_no_value(attack):
    report = attack("def softmax(Z, axis=-1):\n    yield from Z\n")
    assert report.score == 0
    assert set(statuses(report).values()) == {"failed"}
