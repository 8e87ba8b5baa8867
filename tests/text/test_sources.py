"""What a person sees when a source cannot be read, and that what can be read is read exactly."""

from __future__ import annotations

import hashlib

import pytest

from sodiokg.errors import SourceError
from sodiokg.text import read_source


def test_a_source_keeps_its_line_ends_and_the_hash_of_its_bytes(tmp_path):
    path = tmp_path / "notes.v2.txt"
    data = "Na wets Sn.\r\nAt 120 °C.\n".encode()
    path.write_bytes(data)
    source = read_source(path)
    assert source.text == "Na wets Sn.\r\nAt 120 °C.\n"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.name, source.path) == ("notes.v2", str(path))


def test_a_byte_order_mark_is_not_part_of_the_text_but_of_the_hash(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfNa")
    source = read_source(str(path))
    assert source.text == "Na"
    assert source.sha256 == hashlib.sha256(b"\xef\xbb\xbfNa").hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("paper.odt", b"PK", ".tex, .txt, .xhtml, .xml, not .odt"),
        ("paper", b"Na", ".txt, .xhtml, .xml, not files without ending"),
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\t\n", "empty"),
        ("zeros.txt", b"Na\x00\x01\x02", "binary"),
        ("late-zero.txt", b"Na wets Sn. " * 9000 + b"\x00", "binary"),
        ("noise.txt", bytes(range(1, 32)) * 9, "binary"),
        ("noise.html", bytes(range(1, 32)) * 9, "binary"),
        ("zeros.tex", b"Na\x00wets", "binary"),
        ("wide.tex", "Na wets".encode("utf-16"), "UTF-16"),
        ("wide.txt", "Na wets".encode("utf-16"), "UTF-16"),
        ("latin.txt", "Na at 120 °C".encode("latin1"), "byte 10 (0xb0) is not UTF-8"),
        ("latin-mark.txt", b"\xef\xbb\xbf" + "°C".encode("latin1"), "byte 3 (0xb0) is not UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_a_reason_and_a_remedy(tmp_path, name, data, what):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_source(path)
    assert what in caught.value.what
    assert caught.value.where == str(path)
    assert caught.value.mend


def test_the_remedy_for_a_wrong_encoding_is_a_command_that_can_be_run(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("Töpke".encode("latin1"))
    with pytest.raises(SourceError, match="not UTF-8") as caught:
        read_source(path)
    assert "iconv -f latin1 -t utf-8 old.txt" in caught.value.mend


def test_a_missing_file_and_a_folder_are_named_as_such(tmp_path):
    with pytest.raises(SourceError, match="no such file"):
        read_source(tmp_path / "nothing.txt")
    with pytest.raises(SourceError, match="folder"):
        read_source(tmp_path)
