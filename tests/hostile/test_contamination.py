"""E. What one submission does to the next, or to our own copies: items 63 to 67."""

from __future__ import annotations

import pytest

HONEST_MSE = """
def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),): raise ValueError
    r = X @ w + b - y
    return np.mean(r**2), 2 * X.T @ r / len(X), 2 * np.mean(r)
"""
STATES = {
    "63 the random generator": "np.random.seed(0); np.random.default_rng = None",
    "63 floating point errors": "np.seterr(all='raise')",
    "63 print options": "np.set_printoptions(precision=1, threshold=2)",
    "63 numpy's functions": "np.exp = np.sum = np.mean = np.zeros = None",
    "63 warnings as errors": "import warnings; warnings.simplefilter('error')",
    "63 the recursion limit": "import sys; sys.setrecursionlimit(60)",
    "63 the environment": "import os; os.environ['OPENBLAS_NUM_THREADS'] = '7'; os.environ.clear()",
    "63 the working folder": "import os; os.chdir('/')",
    "63 the locale": "import locale; locale.setlocale(locale.LC_ALL, 'C')",
    "63 the mask of signals": "import signal; signal.pthread_sigmask(0, range(1, 60))",
    "63 own limits": "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))",
    "63 priority": "import os; os.nice(19)",
    "63 the garbage collector": "import gc; gc.disable(); gc.set_threshold(1)",
    "63 the modules": "import sys; sys.modules.clear()",
    "67 names of the neighbour's": "__name__ = 'honest'; __file__ = 'honest.py'",
}


@pytest.mark.parametrize("what", STATES)
def test_a_changed_state_is_gone_with_the_child(attack, what):
    # `attack` grades the neighbour before and after and compares the bytes.
    report = attack(f"import numpy as np\n{STATES[what]}\ndef softmax(Z, axis=-1):\n    return 0\n")
    assert report.score == 0


def test_64_a_change_of_the_arguments_does_not_reach_our_copies(attack):
    report = attack(
        """
        import numpy as np
        def softmax(Z, axis=-1):
            Z[...] = 0.0
            Z.shape = (Z.size,)
            return Z
        """
    )
    assert report.score == 0


def test_64_an_answer_changed_after_it_was_given_stays_as_it_was_given(attack):
    report = attack(
        """
        import numpy as np
        out = np.zeros((64, 64))
        def softmax(Z, axis=-1):
            E = np.exp(Z - Z.max(axis=axis, keepdims=True))
            out[:] = 0.0
            part = out[tuple(slice(0, n) for n in (1,) * (2 - Z.ndim) + Z.shape)].reshape(Z.shape)
            part[...] = E / E.sum(axis=axis, keepdims=True)
            return part
        """
    )
    assert report.score > 0


def test_67_the_same_work_of_another_student_gets_the_same_report(arena):
    import msgspec

    first = arena.submission("import numpy as np\ndef softmax(Z, axis=-1):\n    return Z\n")
    second = msgspec.structs.replace(first, student="mallory")
    one, two = (arena.judge.grade(s, ["softmax"]) for s in (first, second))
    assert (one.student, two.student) == ("eve", "mallory")
    assert one.problems == two.problems


LEFT = {
    "65 a file in the scratch": "open('left.txt', 'w').write('x')",
    "65 a file in the folder for temporary ones": "tempfile.NamedTemporaryFile(delete=False)",
    "65 a file at home": "open(os.path.expanduser('~/left.txt'), 'w').write('x')",
    "66 a module beside numpy": "open(np.__file__ + '.py', 'w').write('x')",
    "66 a compiled module": "os.makedirs('__pycache__'); open('__pycache__/softmax.pyc', 'w')",
    "66 a compiled module of Python's": "importlib.util.cache_from_source(os.__file__)\n"
    "open(importlib.util.cache_from_source(os.__file__), 'r+b')",
}


@pytest.mark.parametrize("what", LEFT)
def test_no_file_is_there_for_the_next(attack, arena, what):
    head = "import importlib.util, os, tempfile\nimport numpy as np\n"
    attack(f"{head}{LEFT[what]}\ndef softmax(Z, axis=-1):\n    return Z\n", explain=False)
    look = "found = [p for p in ('.', os.path.expanduser('~'), tempfile.gettempdir()) "
    look += "if os.listdir(p)] + [p for p in (np.__file__ + '.py',) if os.path.exists(p)]\n"
    body = "def softmax(Z, axis=-1):\n    raise LookupError(found)\n"
    report = attack(head + look + body, explain=False)
    assert "LookupError: []" in report.problems[0].checks[0].message


def test_a_hundred_hostile_neighbours_change_no_byte(arena):
    sources = [
        "import os\nos._exit(1)\n",
        "raise SystemExit\n",
        "def softmax(Z, axis=-1): raise KeyboardInterrupt\n",
        "import numpy as np\nnp.exp = None\ndef softmax(Z, axis=-1): return np\n",
        "def softmax(Z, axis=-1): return softmax\n",
    ]
    for n in range(100):
        arena.judge.grade(arena.submission(sources[n % 5]), ["softmax"], explain=False)
    arena.assert_neighbour_unharmed()
