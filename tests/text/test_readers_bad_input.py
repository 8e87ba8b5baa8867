"""What a person sees when a file is encrypted, scanned, cut off, hostile or far too large: one clear sentence and a remedy."""

from __future__ import annotations

import contextlib
import http.server
import io
import random
import threading
import time
import zipfile

import pytest
import typesetting as typeset

from sodiokg.errors import SourceError
from sodiokg.text import read_source
from sodiokg.text.readers import FORMATS

LAUGHS = "<!DOCTYPE article [" + "<!ENTITY a0 'Na '>" + "".join(
    f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10)
) + "]>"  # fmt: skip


@pytest.fixture
def refused(tmp_path):
    """Return the error that reading the bytes of a file gives, held to what every error has."""

    def refused(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        begun = time.perf_counter()
        with pytest.raises(SourceError) as caught:
            read_source(path)
        assert time.perf_counter() - begun < 5
        assert str(path) in caught.value.where
        assert caught.value.mend
        return caught.value.what

    return refused


def scanned():
    press = typeset.Press()
    press = io.BytesIO()
    canvas = typeset.Canvas(press, pagesize=(300, 300))
    for _ in range(3):
        canvas.rect(20, 20, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return press.getvalue()


def archive(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts:
            written.writestr(name, data)
    return file.getvalue()


def test_an_encrypted_pdf_asks_for_its_password_to_be_removed(refused):
    assert "encrypted" in refused("a.pdf", typeset.pdf(encrypt="secret"))


def test_a_scanned_pdf_asks_for_a_text_layer(refused):
    assert "no text layer" in refused("a.pdf", scanned())


@pytest.mark.parametrize("part", [0.3, 0.6, 0.97])
def test_a_pdf_that_is_cut_off_is_said_to_be(refused, part):
    data = typeset.pdf()
    assert "cut off" in refused("a.pdf", data[: int(part * len(data))])


def test_what_is_no_pdf_or_a_damaged_one_is_refused(refused):
    assert "no PDF" in refused("a.pdf", "<html>Please log in</html>")
    assert "damaged" in refused("a.pdf", b"%PDF-1.7\n" + b"\x00garbage" * 500 + b"\n%%EOF\n")


def test_zip_bombs_in_docx_are_refused_before_they_are_unpacked(refused):
    assert "ZIP bomb" in refused("a.docx", archive([("word/document.xml", b" " * 30_000_000)]))
    assert "parts" in refused("b.docx", archive([(f"word/{number}.xml", b"") for number in range(10_001)]))


def test_a_docx_that_is_cut_off_damaged_or_none_is_refused(refused):
    data = typeset.docx()
    assert "cut off" in refused("a.docx", data[: len(data) // 2])
    assert "encrypted or an old Word file" in refused("b.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "no Word document" in refused("c.docx", archive([("mimetype", b"application/epub")]))
    start = data.index(b"word/document.xml") + 40
    assert "damaged" in refused("d.docx", data[:start] + bytes(60) + data[start + 60 :])


@pytest.mark.parametrize("where", ["text", "attribute"])
def test_entities_of_xml_are_not_expanded(refused, where):
    inside = "<p>&a9;</p>" if where == "text" else "<p id='&a9;'>Na</p>"
    refused("a.xml", f"{LAUGHS}<article><body>{inside}</body></article>")


def test_entities_in_a_docx_are_not_expanded(refused):
    document = f"{LAUGHS.replace('article', 'w:document')}<w:document {typeset.W}><w:body><w:p>&a9;</w:p></w:body></w:document>"
    assert "entities" in refused("a.docx", archive([("word/document.xml", document)]))


def test_an_entity_that_names_a_file_does_not_show_it(refused, tmp_path):
    (tmp_path / "secret.txt").write_text("12 V")
    entity = f"<!DOCTYPE article [<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    assert "12 V" not in refused("a.xml", f"{entity}<article><body><p>&x;</p></body></article>")


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.pdf", "a.tex", "a.xml"])
def test_a_file_changed_at_random_is_read_or_refused_and_nothing_else(tmp_path, name):
    made = {"a.docx": typeset.docx, "a.html": typeset.page, "a.pdf": typeset.pdf, "a.tex": typeset.tex, "a.xml": typeset.jats}
    chance, whole, path = random.Random(11), made[name](), tmp_path / name
    for _ in range(80):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(20)] = chance.randbytes(chance.randrange(20))
        path.write_bytes(data)
        with contextlib.suppress(SourceError):
            read_source(path)


def test_malformed_xml_is_refused_with_its_line(tmp_path):
    path = tmp_path / "a.xml"
    path.write_text("<article>\n<body>\n<p>Na</body></article>")
    with pytest.raises(SourceError, match="malformed XML") as caught:
        read_source(path)
    assert caught.value.where == f"{path}:3"


def test_xml_of_another_kind_is_named(refused):
    assert "<TEI>, not a JATS <article>" in refused("a.xml", "<TEI><text/></TEI>")


@pytest.mark.parametrize("name", ["a.xml", "a.html"])
def test_markup_that_nests_without_end_is_refused(refused, name):
    deep = "<article><body>" + "<list>" * 20_000 + "Na" + "</list>" * 20_000 + "</body></article>"
    assert "deep" in refused(name, deep.replace("list", "div") if name == "a.html" else deep)


def test_tex_commands_that_explode_are_refused(refused):
    define = "\\newcommand{{\\{}}}{{{}}}\n".format
    chain = "".join(define("x" * length, ("\\" + "x" * (length - 1) + " ") * 20) for length in range(2, 10))
    assert "many times longer" in refused("a.tex", define("x", "Na") + chain + "\\xxxxxxxxx")


@pytest.mark.parametrize("name", [f"a{ending}" for ending in ("", ".txt", ".md", *FORMATS)])
def test_a_file_of_100_megabytes_is_refused_at_once(refused, tmp_path, name):
    path = tmp_path / f"large-{name}"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    begun = time.perf_counter()
    with pytest.raises(SourceError, match="larger than") as caught:
        read_source(path)
    assert time.perf_counter() - begun < 2
    assert "split it" in caught.value.mend


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.xml", "a.tex", "a.pdf"])
def test_an_empty_file_of_any_format_is_said_to_be_empty(refused, name):
    assert "empty" in refused(name, b"")


def test_nothing_is_fetched(tmp_path):
    asked = []

    class Recorder(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Recorder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}"
        html = f"<html><head><base href='{at}/'><link rel=stylesheet href='{at}/a.css'><script src='{at}/a.js'></script></head><body>"
        (tmp_path / "a.html").write_text(
            f"{html}<img src='{at}/a.png'><iframe src='{at}/f'></iframe><p>Na wets Sn.</p></body></html>"
        )
        (tmp_path / "a.xml").write_text(
            f'<!DOCTYPE article SYSTEM "{at}/jats.dtd"><article xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>Na wets Sn.</p>'
            f'<xi:include href="{at}/more.xml"/></body></article>'
        )
        assert read_source(tmp_path / "a.html").text == "Na wets Sn.\n"
        assert read_source(tmp_path / "a.xml").text == "Na wets Sn.\n"
        server.shutdown()
    assert asked == []


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.tex", "\\textsubscript{"),
        ("a.tex", "\\begin{comment}"),
        ("a.tex", "\\begin{figure}"),
        ("a.tex", "\\( "),
        ("a.tex", "$x"),
        ("a.tex", "\\newcommand{\\a}["),
        ("a.tex", "\\SI[["),
        ("a.html", "<p>Na<sup><a href='#r'>3</a></sup>"),
        ("a.html", "Na<sub>2</sub> [3, "),
        ("a.html", "<ol><li>"),
        ("a.html", "<script>"),
    ],
)
def test_the_time_of_reading_grows_with_the_length(tmp_path, name, unit):
    def seconds(size):
        path = tmp_path / name
        path.write_text(unit * (size // len(unit)))
        begun = time.process_time()
        with contextlib.suppress(SourceError):
            read_source(path)
        return time.process_time() - begun

    seconds(10_000)
    assert seconds(400_000) < 5


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("lost", "is not beside it"),
        ("é" * 250, "is not beside it"),
        ("../secret", "is not beside it"),
        ("paper", "more than 200 parts"),
    ],
)
def test_a_part_that_is_lost_outside_or_holds_itself_is_an_error(tmp_path, named, said):
    folder = tmp_path / "article"
    folder.mkdir()
    (tmp_path / "secret.tex").write_text("55 mV")
    (folder / "paper.tex").write_text(f"\\begin{{document}}\\input{{{named}}}\\end{{document}}")
    with pytest.raises(SourceError, match=said):
        read_source(folder / "paper.tex")
