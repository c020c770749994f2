"""A, C and D. Values and frames made to trip whoever receives them: none earns a point or ends the
judge. They know the code on both ends; no ring has a part in it, so one mode is enough."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from modes import MODES  # tests are no package

pytestmark = pytest.mark.parametrize("mode", MODES[:1], ids=str, indirect=True)

ODD = {
    "04 an array that points at nothing": "Pointing()",
    "04 an object that is to be loaded by a capsule": "Capsule()",
    "04 a buffer": "memoryview(np.zeros(Z.shape))",
    "04 arrays of entries without a size": "np.zeros(Z.shape, 'V0')",
    "04 arrays of empty text": "np.zeros(Z.shape, 'S0')",
    "04 one number of no kind": "np.void(b'12345678')",
    "04 a negative step": "np.zeros(Z.shape)[..., ::-1].T.T",
    "20 an array of thirty-two axes": "np.zeros((1,) * 32)",
    "20 an array of sixty-four axes": "np.zeros((1,) * 64)",
    "20 nothing, times very much": "np.zeros((0, 2**45))",
    "20 parts of different lengths": "[[0.5], [0.5, 0.5]]",
    "20 a list of huge integers": "[16**2900, -16**2900]",
    "20 a huge integer": "16**2900",
    "20 huge integers and numbers": "[[0.5, 16**300], [0.5, 0.5]]",
    "20 a signalling nan": "np.full(Z.shape, 0x7F800001, np.uint32).view(np.float32)",
    "20 numbers as keys": "{0.5: 0.5, np.float32(0.25): np.nan, (): [], None: {}}",
    "20 keys that are no number": "{float('nan'): 1, float('nan'): 2}",
    "44 very many empty lists": "[[] for _ in range(190_000)]",
    "44 very many truths": "[True] * 190_000",
    "44 an array whose header lies": "lying()",
    "46 tuples thirty deep": "nested(30)",
}
MAKERS = """
import ctypes
class Pointing:
    __array_interface__ = {"shape": (2,), "typestr": "<f8", "data": (8, False), "version": 3}
class Capsule:
    def __dlpack__(self, *a, **k): raise SystemExit
    def __dlpack_device__(self): raise SystemExit
    def __buffer__(self, flags): raise SystemExit
def nested(depth):
    value = ()
    for _ in range(depth): value = (value,)
    return value
def lying():
    # The sizes of an array stand where its header points.
    array = np.zeros(4)
    sizes = ctypes.c_void_p.from_address(id(array) + 32).value
    ctypes.c_int64.from_address(sizes).value = 10**15
    return array
"""


@pytest.mark.parametrize("what", ODD)
def test_values_that_nobody_expects_fail_with_words(attack, what):
    report = attack(
        f"import numpy as np\n{MAKERS}\ndef softmax(Z, axis=-1):\n    return {ODD[what]}\n"
    )
    assert report.score == 0
    assert all(check.message for check in report.problems[0].checks)


# A tuple and a number of numpy's with one hash: a dict that holds both compares them, and numpy
# answers such a question entry by entry.
FORGED = {
    "46 keys that cannot be compared": "tagged(['d', [['t', *pair()], 0], [['s', '<i8', 0], 1]],"
    " hash(pair()).to_bytes(8, 'little', signed=True))",
    "47 truth values that are neither": "tagged(['a', '|b1', [2], 0], b'\\x02\\xff')",
    "47 code in a list": "tagged(['l', ['f', 'exit()']], b'')",
    "47 a place of huge numbers": "frame([['raised', ['ValueError'], 'x', [2**63, 2**63, 2**63]]])",
    "47 an exception of all classes": "frame([['raised', dir(builtins) * 9, 'x', []]])",
    "47 warnings of every kind": "frame([['value', 0.5, False, 0, False, [[], {}, None, 'x']]])",
    "47 a number that is an array": "raw(wire.Encoder().frame(np.zeros(3), []))",
    "47 a number that is true": "raw(wire.Encoder().frame(True, []))",
    "47 three parts": "raw(wire.Encoder().frame(boss()['number'], [], []))",
    "47 no part": "raw(wire.Encoder().frame())",
    "47 a frame cut in the middle": "raw(wire.Encoder().frame(boss()['number'], [])[:-1])",
    "13 the first word of a child again": "raw(wire.Encoder().frame('ready'))",
    "13 a hundred thousand frames": "raw(wire.Encoder().frame(1, 2) * 100_000)",
}


FORGERY = """
import builtins, msgspec
def pair():
    return next((n, 1) for n in range(99) if -2**61 < hash((n, 1)) < 2**61 - 1)
def tagged(tree, payload):
    calls = boss()["arguments"][2]
    answer = ["l", ["l", "value", tree, False, 0, False, ["l"]]]
    sizes = [len(payload)] * bool(payload)
    header = msgspec.msgpack.encode([[boss()["number"], answer], sizes])
    raw(wire.FRAME.pack(len(header), len(payload)) + header + payload)
def frame(answers):
    raw(wire.Encoder().frame(boss()["number"], answers))
"""


ALONE = [what for what in FORGED if "tagged" in FORGED[what]]


@pytest.mark.parametrize(
    ("what", "when"), [(w, "every call") for w in FORGED] + [(w, "calls put alone") for w in ALONE]
)
def test_frames_that_know_the_receiver_earn_nothing(attack, inside, what, when):
    # Many calls at once are a check's; one alone is put while a counterexample is looked for.
    which = "True" if when == "every call" else "len(boss()['arguments'][2]) == 1"
    report = attack(
        f"""{inside}{FORGERY}
def softmax(Z, axis=-1):
    if {which}:
        {FORGED[what]}
        dropped[0] = True
    return Z
"""
    )
    assert report.score == 0


AT_LOAD = {
    "13 a hundred thousand statements": "raw(wire.Encoder().frame('at', 0, 0) * 100_000)",
    "13 statements that are arrays": "raw(wire.Encoder().frame('at', np.zeros(3), np.zeros(3)))",
    "13 a tag that is an array": "raw(wire.Encoder().frame(np.zeros(3), 0, 0))",
    "13 statements by truth": "raw(wire.Encoder().frame('at', True, False)); os._exit(0)",
    "05 another struct": "import struct; wire.FRAME = struct.Struct('>QI')",
    "05 an encoder that always says yes": "wire._ENCODER.encode; wire._ENCODER = Yes()",
    "05 lengths that never match": "wire.Encoder._buffer = lambda self, data: 0",
    "48 a line that is never read": "line.receive = lambda *a: time.sleep(1000)",
    "13 a thread that never stops sending": "import threading\nto = fd()\n"
    "def shout():\n    while True: os.write(to, wire.Encoder().frame(1, []))\n"
    "threading.Thread(target=shout, daemon=True).start()",
}


@pytest.mark.parametrize("what", AT_LOAD)
def test_a_line_that_was_spoilt_while_loading_earns_nothing(attack, inside, what):
    yes = "class Yes:\n    def encode(self, value): return b'\\x92\\x90\\x90'\n"
    stub = "def softmax(Z, axis=-1):\n    return np.zeros(np.shape(Z))\n"
    assert attack(f"{inside}{yes}{AT_LOAD[what]}\n{stub}").score == 0


STATES = {
    "10 an audit that refuses all": "sys.addaudithook(refuse)",
    "10 collections that raise": "gc.callbacks.append(refuse)",
    "10 a clock that rings without end": "signal.signal(signal.SIGALRM, refuse); "
    "signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)",
    "10 an end in a tenth of a second": "faulthandler.dump_traceback_later(0.1, exit=True)",
    "10 errors of text that are calls": "codecs.register_error('replace', refuse)",
    "10 threads that change at every step": "sys.setswitchinterval(1e-9)",
    "10 hash and length by others": "builtins.len = builtins.type = builtins.isinstance = refuse",
    "49 hardly any room to call": "sys.setrecursionlimit(40)",
    "63 warnings as errors": "warnings.simplefilter('error'); warnings.showwarning = refuse",
    "63 numbers shown by others": "np.set_printoptions(formatter={'all': refuse})",
    "63 errors that call": "np.seterrcall(refuse); np.seterr(all='call')",
}
STATE_HEAD = """
import builtins, codecs, faulthandler, gc, signal, sys, warnings
import numpy as np
def refuse(*a, **k): raise RuntimeError("mine")
"""


@pytest.mark.parametrize("what", STATES)
def test_a_spoilt_interpreter_is_the_childs_own(attack, what):
    report = attack(
        f"{STATE_HEAD}{STATES[what]}\n"
        f"def softmax(Z, axis=-1):\n    {STATES[what]}\n    return np.zeros(Z.shape)\n"
    )
    assert report.score == 0


ERRORS = {
    "26 a group of very many": "raise ExceptionGroup('x', [ValueError()] * 10**6)",
    "26 groups in groups": "e = ValueError()\n"
    "    for _ in range(5000): e = ExceptionGroup('x', [e])\n    raise e",
    "26 a long chain of causes": "e = None\n"
    "    for _ in range(50_000):\n        f = ValueError(); f.__cause__ = e; e = f\n    raise e",
    "26 a text of 100 MB": "raise ValueError('x' * 10**8)",
    "26 a hundred thousand frames": "raise ValueError().with_traceback(long())",
    "26 a line in no file": "exec(compile('raise ValueError', '<student a b>', 'exec'))",
    "26 a line in a file of no end": "exec(compile('raise ValueError', '<student ', 'exec'))",
    "26 a line far below the last": "exec(compile(chr(10) * 9999 + 'raise ValueError', "
    "'<student 0 0>', 'exec'))",
    "46 an end while it is packed": "return Packed()",
}
ERROR_HEAD = """
import sys, types
import numpy as np
class Packed(dict):
    def __reduce__(self): return self.__reduce__()
    def __len__(self): raise SystemExit
    __iter__ = keys = items = values = __getitem__ = __len__
def long():
    trace = None
    for _ in range(100_000):
        trace = types.TracebackType(trace, sys._getframe(), 0, 1)
    return trace
"""


@pytest.mark.parametrize("what", ERRORS)
def test_errors_of_any_size_are_told_or_lost(attack, what):
    report = attack(f"{ERROR_HEAD}\ndef softmax(Z, axis=-1):\n    {ERRORS[what]}\n", explain=False)
    assert report.score == 0
    assert len(report.to_json()) < 50_000
