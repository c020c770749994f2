from __future__ import annotations

import pytest

from grader.errors import IntakeError
from grader.intake.decode import decode


def refusal(data: bytes) -> str:
    with pytest.raises(IntakeError) as refused:
        decode("hw.py", data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é = 1\n".encode(), "é = 1\n"),
        (b"\xef\xbb\xbfx = 1", "x = 1"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"# -*- coding: latin-1 -*-\ns = '\xe9'", "# -*- coding: latin-1 -*-\ns = 'é'"),
        (b"#!/usr/bin/python\r\n# vim: coding=cp1252\r\n'\x80'", None),
        (b"# coding: UTF8\n'\xc3\xa9'", "# coding: UTF8\n'é'"),
        (b"\xef\xbb\xbf# coding: latin-1\n'\xc3\xa9'", "# coding: latin-1\n'é'"),
    ],
)
def test_text_is_decoded(data, text):
    expected = "#!/usr/bin/python\n# vim: coding=cp1252\n'€'" if text is None else text
    assert decode("hw.py", data) == expected


def test_a_cookie_behind_code_or_on_line_three_does_not_count():
    assert "line 2: the byte 0xe9 is not UTF-8" in refusal(b"x = 1\n# coding: latin-1 \xe9")
    assert "line 3: the byte 0xe9 is not UTF-8" in refusal(b"\n\n# coding: latin-1 \xe9")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_line_of_the_first_bad_byte_is_named(end):
    data = end.join([b"a = 1", b"b = 2", b"c = '\xff'", b"\xfe"])
    assert refusal(data) == "hw.py, line 3: the byte 0xff is not UTF-8; save the file as UTF-8"
    assert "line 3: the byte 0xff" in refusal(b"\xef\xbb\xbf" + data)


def test_bytes_that_are_not_of_the_encoding_the_file_names_are_refused():
    text = refusal(b"# coding: ascii\n\n'\xe9'")
    assert text.startswith("hw.py, line 3: the byte 0xe9 is not ascii, though the file says it is")


@pytest.mark.parametrize(
    "codec",
    [
        *("klingon", "hex", "rot13", "utf-7", "utf-16", "unicode_escape", "idna", "punycode"),
        *("undefined", "cp037", "raw_unicode_escape", "zlib", "x" * 5000, "os.path", "-", "."),
    ],
)
def test_an_encoding_that_is_none_for_python_source_is_named(codec):
    text = refusal(f"# coding: {codec}\nx = 1".encode())
    assert text.startswith(f"hw.py, line 1: names the encoding '{codec[:50]}")
    assert len(text) < 300


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_refused(codec):
    assert "save it as UTF-8" in refusal("x = 1\n".encode(codec))


def test_a_nul_byte_is_refused_with_its_line():
    assert refusal(b"x = 1\ny\0").startswith("hw.py, line 2: holds a NUL byte")


def test_a_source_file_may_have_one_mebibyte():
    assert len(decode("hw.py", b"#" * 2**20)) == 2**20
    assert refusal(b"#" * (2**20 + 1)) == (
        "hw.py: is too large; a source file may have 1 MiB at most"
    )
