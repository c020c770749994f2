from __future__ import annotations

import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest

from grader.errors import IntakeError
from grader.intake import archive
from grader.intake.archive import read_archive


def make(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes], how: int = 8) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", how) as target:
        warnings.simplefilter("ignore")  # that a name is there twice is what a test wants
        for name, data in entries:
            target.writestr(name, data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(IntakeError) as refused:
        read_archive(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def special(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (mode | 0o644) << 16
    return info


def test_sources_at_any_depth_are_read_and_the_rest_is_passed_over(tmp_path):
    path = make(
        tmp_path / "hw.zip",
        ("hw/b.py", b"b"),
        ("hw/deep/er/A.IPYNB", b"{}"),
        ("hw/data.csv", b"1"),
        ("__MACOSX/hw/._b.py", b"\0"),
        ("hw/.ipynb_checkpoints/b.py", b""),
        ("hw/env/pyvenv.cfg", b""),
        ("hw/env/lib/x.py", b""),
        ("hw/environment.py", b"e"),
        ("hw/old.zip", b"PK"),
    )
    assert [(raw.name, raw.data, raw.why) for raw in read_archive(path)] == [
        ("hw/b.py", b"b", ""),
        ("hw/deep/er/A.IPYNB", b"{}", ""),
        ("hw/environment.py", b"e", ""),
        ("hw/old.zip", None, "a zip inside the submission is not opened"),
    ]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../a.py", "leads out of it"),
        ("hw/../../a.py", "leads out of it"),
        ("..\\a.py", "leads out of it"),
        ("/etc/a.py", "has an absolute path"),
        ("\\\\host\\a.py", "has an absolute path"),
        ("C:\\a.py", "has an absolute path"),
        ("c:a.txt", "has an absolute path"),
        (special("a.py", stat.S_IFLNK), "is a symbolic link"),
        (special("a.py", stat.S_IFBLK), "is a device"),
        (special("a.py", stat.S_IFCHR), "is a device"),
        (special("a.txt", stat.S_IFIFO), "is a pipe"),
    ],
)
def test_an_entry_that_is_not_a_plain_file_inside_refuses_the_zip(tmp_path, name, why):
    text = refusal(make(tmp_path / "hw.zip", ("ok.py", b""), (name, b"x")))
    assert text.startswith('hw.zip: the entry "') and text.endswith(f"{why}, so the zip is refused")


@pytest.mark.parametrize("other", ["a.py", "./a.py", "x\\..\\a.py", "e\u0301.py"])
def test_an_entry_that_is_there_twice_refuses_the_zip(tmp_path, other):
    path = make(tmp_path / "hw.zip", ("a.py", b"1"), ("\u00e9.py", b""), (other, b"2"))
    assert refusal(path).endswith(
        "leads out of it, so the zip is refused" if ".." in other else
        "is there twice, so the zip is refused"
    )  # fmt: skip


def test_an_encrypted_entry_refuses_the_zip(tmp_path):
    path = make(tmp_path / "hw.zip", ("a.py", b"x"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert refusal(path) == 'hw.zip: the entry "a.py" is encrypted, so the zip is refused'


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"no zip at all", b"PK\5\6" + b"\xff" * 18])
def test_what_is_no_zip_is_refused(tmp_path, data):
    (tmp_path / "hw.zip").write_bytes(data)
    assert refusal(tmp_path / "hw.zip") == "hw.zip: is not a sound zip file; pack it again"


def test_one_damaged_entry_carries_its_reason(tmp_path):
    path = make(tmp_path / "hw.zip", ("a.py", b"first"), ("b.py", b"second"), how=0)
    path.write_bytes(path.read_bytes().replace(b"first", b"worst"))
    damaged, sound = read_archive(path)
    assert damaged.why == "is damaged inside the zip; pack it again"
    assert sound.data == b"second"


def test_an_uncommon_packing_carries_its_reason(tmp_path):
    [raw] = read_archive(make(tmp_path / "hw.zip", ("a.py", b"x"), how=zipfile.ZIP_LZMA))
    assert raw.why == "is packed by an uncommon method; pack it as an ordinary zip"


def test_a_bomb_in_one_file_is_unpacked_only_to_its_cap(tmp_path):
    path = make(tmp_path / "hw.zip", ("a.py", b"#" * 2**25))
    [raw] = read_archive(path)
    assert raw.data == b"#" * (2**20 + 1)


def test_many_files_may_not_unpack_to_more_than_the_total(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "TOTAL_BYTES", 2**20)
    files = [(f"{n}.py", b"#" * 2**18) for n in range(4)]
    assert len(read_archive(make(tmp_path / "hw.zip", *files))) == 4
    text = refusal(make(tmp_path / "hw.zip", *files, ("x.py", b"#")))
    assert text == "hw.zip: unpacks to more than 1 MiB of source files"


def test_a_zip_may_have_two_thousand_entries(tmp_path):
    files = [(f"{n}.csv", b"") for n in range(2000)]
    assert read_archive(make(tmp_path / "hw.zip", *files)) == ()
    text = refusal(make(tmp_path / "hw.zip", *files, ("a.py", b"")))
    assert text.startswith("hw.zip: holds 2,001 entries, but may hold 2,000 at most")


def test_a_large_zip_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "ARCHIVE_BYTES", 2**20)
    (tmp_path / "hw.zip").write_bytes(b"x" * (2**20 + 1))
    assert refusal(tmp_path / "hw.zip") == "hw.zip: is too large; a zip may have 1 MiB at most"


def test_names_are_read_as_the_packer_meant_them(tmp_path):
    path = make(tmp_path / "hw.zip", ("hw\\e\u0301.py", b""))
    data = path.read_bytes()
    # Without the flag that says UTF-8, as some packers leave it.
    for mark, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        place = data.index(mark) + flags
        data = data[:place] + b"\0\0" + data[place + 2 :]
    path.write_bytes(data)
    assert [raw.name for raw in read_archive(path)] == ["hw/\u00e9.py"]


def test_an_entry_beyond_the_largest_number_is_damaged(tmp_path):
    path = make(tmp_path / "hw.zip", ("a.py", b"x"))
    data = path.read_bytes()
    start, end = data.index(b"PK\1\2"), data.index(b"PK\5\6")
    entry, tail = bytearray(data[start:end]), bytearray(data[end:])
    # The place of the entry, told by a zip64 field of twelve bytes.
    entry[30:32], entry[42:46] = struct.pack("<H", 12), b"\xff" * 4
    entry += struct.pack("<HHQ", 1, 8, 2**64 - 1)
    tail[12:16] = struct.pack("<I", len(entry))
    path.write_bytes(data[:start] + entry + tail)
    [raw] = read_archive(path)
    assert raw.why == "is damaged inside the zip; pack it again"


def test_an_entry_without_a_name_is_passed_over(tmp_path):
    path = make(tmp_path / "hw.zip", ("?", b"x"), ("b.py", b"y"))
    path.write_bytes(path.read_bytes().replace(b"?", b"\0"))
    assert [raw.name for raw in read_archive(path)] == ["b.py"]
