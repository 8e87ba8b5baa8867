"""What a person gets from a paper in the format that they have: the same records, whoever typeset it."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
import typesetting as typeset

from sodiokg.errors import MissingExtraError
from sodiokg.extract.records import extract
from sodiokg.model import Source
from sodiokg.text import read_document, read_source
from sodiokg.text.readers import FORMATS

TYPESET = {
    "paper.docx": typeset.docx,
    "paper.htm": typeset.page,
    "paper.html": typeset.page,
    "paper.nxml": typeset.jats,
    "paper.pdf": typeset.pdf,
    "paper.tex": typeset.tex,
    "paper.xhtml": typeset.page,
    "paper.xml": typeset.jats,
}


@pytest.fixture
def read(tmp_path):
    """Read the text that the bytes of a file give."""

    def read(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_source(path).text

    return read


def plain(text):
    return read_document(Source("paper", text, "")).plain.text


def what_is_read(path):
    records = extract(read_source(path))
    numbers = [
        (number.property, number.value, number.value_max, number.unit, number.phase, number.ref, number.section, number.substrate)
        for number in records.measurements
    ]
    claims = [
        (claim.strategy_class, claim.agents, claim.phases_formed, claim.mechanisms, claim.effects, claim.ref, claim.polarity)
        for claim in records.claims
    ]
    listed = [(entry.number, entry.authors, entry.journal, entry.year, entry.pages) for entry in records.document.references]
    return numbers, claims, listed


@pytest.mark.parametrize("name", TYPESET)
def test_the_same_passage_gives_the_same_records_in_every_format(tmp_path, name):
    (tmp_path / "paper.md").write_bytes(typeset.markdown())
    (tmp_path / name).write_bytes(TYPESET[name]())
    expected = what_is_read(tmp_path / "paper.md")
    assert len(expected[0]) >= 14
    assert what_is_read(tmp_path / name) == expected


def test_every_format_is_typeset_here():
    assert {f".{name.partition('.')[2]}" for name in TYPESET} == set(FORMATS)


@pytest.mark.parametrize("name", TYPESET)
def test_records_point_into_the_text_that_the_reader_made(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(TYPESET[name]())
    source = read_source(path)
    records = extract(source)
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert all(source.text[number.start : number.end] == number.span for number in records.measurements)
    assert read_source(path).text == source.text
    # Saved as Markdown, the text is read like the paper.
    (tmp_path / "saved.md").write_text(source.text)
    assert what_is_read(tmp_path / "saved.md") == what_is_read(path)


def test_no_reader_is_imported_before_it_is_needed(tmp_path):
    (tmp_path / "a.txt").write_text("Na wets Sn.")
    code = (
        "import sys\nfrom sodiokg.text import read_source\nread_source('a.txt')\n"
        "print([name for name in ('lxml', 'pypdfium2', 'sodiokg.text.readers.pdf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("name", "package"), [("paper.pdf", "pypdfium2"), ("paper.docx", "lxml"), ("paper.html", "lxml")])
def test_a_missing_package_is_named_with_the_command_that_installs_it(tmp_path, monkeypatch, name, package):
    for module in [module for module in sys.modules if module.startswith("sodiokg.text.readers.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_bytes(TYPESET[name]())
    with pytest.raises(MissingExtraError, match=rf"needs {package}") as caught:
        read_source(tmp_path / name)
    assert "pip install 'sodiokg[readers]'" in caught.value.mend


def test_html_keeps_the_article_and_drops_what_surrounds_it(read):
    text = read("a.html", typeset.page('<div hidden>77 mV</div><p style="display: none">78 mV</p><noscript>79 mV</noscript>'))
    assert not any(words in text for words in ("offers", "12.5", "color", "Cookies", "77", "78", "79"))
    assert text.startswith(f"# {typeset.TITLE}\n\n## 1. Introduction\n\n")


def test_html_citations_become_markers_however_they_are_linked(read):
    text = read(
        "a.html",
        "<p>It wets<sup>[<a href='#r1'>1</a>]</sup> and spreads [<a href='#r2'>2</a>,<a href='#r3'>3</a>] "
        "fast<sup><a href='p.html#r4'>4</a>–<a href='#r6'>6</a></sup> at 5 mA cm<sup>−2</sup>, see <a href='/x'>7</a>.</p>",
    )
    assert plain(text) == "It wets[1] and spreads [2,3] fast[4-6] at 5 mA cm-2, see 7."


def test_html_formulas_are_read_from_mathml_and_from_mathjax(read):
    text = read(
        "a.html",
        "<p>A film of <math><msub><mi>Na</mi><mn>15</mn></msub><msub><mi>Sn</mi><mn>4</mn></msub></math> at "
        "<script type='math/tex'>250\\ ^\\circ\\text{C}</script><span aria-hidden='true'>250C</span> and "
        "<math><mn>3</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup><mtext> S cm</mtext></math>.</p>",
    )
    assert plain(text) == "A film of Na15Sn4 at 250 °C and 3×10-3 S cm."


@pytest.mark.parametrize("kind", ["ol", "ul"])
def test_html_references_lose_the_buttons_of_the_publisher(read, kind):
    entry = '<li id="r1"><span class="label">1</span> Cook, E. Oxides. Fibre Lett. 2019, 7, 88. <a href="https://a.org">Crossref</a></li>'
    text = read("a.html", f"<p>Na wets Sn [<a href='#r1'>1</a>].</p><h2>References</h2><{kind}>{entry}</{kind}>")
    assert text.endswith("## References\n\n[1] Cook, E. Oxides. Fibre Lett. 2019, 7, 88.\n")


def test_html_in_an_old_encoding_is_read_as_it_says(read):
    assert "Töpke at 120 °C" in read("a.html", "<meta charset=iso-8859-1><p>Töpke at 120 °C</p>".encode("latin1"))
    assert "Töpke at 120 °C" in read("a.html", "<p>Töpke at 120 °C</p>")
    assert "Töpke at 120 °C" in read("a.html", "<p>Töpke at 120 °C</p>".encode("utf-16"))


def test_rows_of_a_table_keep_their_cells_together(read):
    table = "<table><tr><th>Host</th><th>Angle</th></tr><tr><td>NZSP</td><td>62.5°</td></tr></table>"
    assert read("a.html", table) == "| Host | Angle |\n\n| NZSP | 62.5° |\n"
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in ("NZSP", "62.5°"))
    assert read("a.docx", typeset.docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == "| NZSP | 62.5° |\n"


def article(body, back="", head=""):
    return f"<article><front><article-meta>{head}</article-meta></front><body>{body}</body><back>{back}</back></article>"


def test_jats_citations_take_the_numbers_of_the_list_whatever_they_print(read):
    refs = '<ref-list><ref id="b7"><mixed-citation>Cook, E. A.</mixed-citation></ref><ref id="b9"><mixed-citation>B</mixed-citation></ref></ref-list>'
    text = read("a.xml", article('<p>It wets (<xref ref-type="bibr" rid="b9">Cook et al., 2019</xref>).</p>', refs))
    assert text == "It wets (Cook et al., 2019 [2]).\n\n## References\n\n[1] Cook, E. A.\n\n[2] B\n"


def test_jats_references_of_fields_alone_become_entries(read):
    fields = (
        "<person-group><name><surname>Cook</surname><given-names>Eve Ann</given-names></name></person-group><article-title>Oxides"
        "</article-title><source>Fibre Lett.</source><year>2019</year><volume>7</volume><fpage>88</fpage><lpage>93</lpage>"
    )
    text = read(
        "a.xml", article("<p>A.</p>", f'<ref-list><ref id="a"><element-citation>{fields}</element-citation></ref></ref-list>')
    )
    reference = read_document(Source("a", text, "")).references[0]
    assert (reference.authors, reference.journal, reference.pages) == (("Cook, E.A.",), "Fibre Lett.", "88-93")


def test_jats_captions_and_formulas_are_read_and_metadata_is_not(read):
    text = read(
        "a.xml",
        article(
            "<sec><title>Results</title><p>At <inline-formula><alternatives><tex-math>\\documentclass{x}\\begin{document}$5\\ "
            "\\text{mA}\\ \\text{cm}^{-2}$\\end{document}</tex-math></alternatives></inline-formula> it ran.</p><fig><label>Figure 2"
            "</label><caption><p>Angle on NZSP.</p></caption></fig></sec>",
            head="<title-group><article-title>T</article-title></title-group><history><year>1999</year></history>"
            "<abstract><p>Na wets &alpha;-Sn.</p></abstract>",
        ).replace("<article>", '<!DOCTYPE article SYSTEM "jats.dtd"><article>'),
    )
    assert plain(text).split("\n\n") == [
        "T",
        "Abstract",
        "Na wets α-Sn.",
        "Results",
        "At 5 mA cm-2 it ran.",
        "Figure 2. Angle on NZSP.",
    ]


def test_tex_prints_units_formulas_and_the_commands_that_the_author_defines(read):
    text = read(
        "a.tex",
        r"""\newcommand{\base}{$\beta''$-alumina}\newcommand{\cell}[2][Na]{#1$|$#2}
        \begin{document}\section{Cells}\label{s} On \base{} a \cell{NZSP} cell % a note of 99 V
 ran at \qtyrange{0.1}{0.5}{\milli\ampere\per\cm\squared} for \num{1.5e3} h; \SIlist{1;2;3}{\volt} were set.\footnote{Dried.}
        \begin{figure}\includegraphics[width=3cm]{a-12-V}\caption{The \emph{angle} of \ce{Na_xSn}.}\end{figure}
        K\"onig and Mu\v{s}i\'c \verb disagree. \subsection*{Notes} $\sigma = \qty{5}{\milli\siemens\per\cm}$.\end{document}""",
    )
    assert plain(text).split("\n\n")[:6] == [
        "1. Cells",
        "On β''-alumina a Na|NZSP cell ran at 0.1-0.5 mA cm-2 for 1.5 × 103 h; 1, 2 and 3 V were set.",
        "Dried.",
        "The angle of NaxSn.",
        "König and Mušić disagree.",
        "Notes",
    ]
    assert plain(text).endswith("σ = 5 mS cm-1.")
    assert "99" not in text
    assert "12-V" not in text


def test_tex_citations_by_name_print_the_name_and_the_number_of_the_list(read):
    items = r"\bibitem[Cook(2019)]{c} Cook, E. Oxides. \bibitem[{Baker et~al.(2020)Baker, Jones}]{b} Baker, C. Papers."
    text = read(
        "a.tex", rf"\citet{{b}} wetted it \citep[see][p.~2]{{c,b}}.\begin{{thebibliography}}{{9}}{items}\end{{thebibliography}}"
    )
    assert plain(text).startswith("Baker et al. [2] wetted it [1,2].\n\nReferences\n\n[1] Cook, E. Oxides.\n\n[2] Baker")


def test_word_notes_formulas_and_tracked_changes_are_read_as_printed(read):
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
    document = (
        f"<w:p>{run('It wets')}<w:r><w:endnoteReference w:id='4'/></w:r><w:del><w:r><w:delText> 9 V</w:delText></w:r></w:del>"
        f"<w:ins>{run(' at 5 mA cm')}</w:ins><m:oMath {m}><m:sSup><m:e/><m:sup><m:r><m:t>−2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        f"<w:r><w:footnoteReference w:id='2'/></w:r>{run(' on ')}<w:r><w:sym w:font='Symbol' w:char='F062'/></w:r>{run('-alumina.')}</w:p>"
    )
    note = "<w:{0} w:id='{1}'><w:p><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}>".format
    data = typeset.docx(document, endnotes=note("endnote", 4, "Cook, E. A."), footnotes=note("footnote", 2, "Dried."))
    text = read("a.docx", data)
    assert plain(text) == "It wets[1] at 5 mA cm-2 on β-alumina.\n\nDried.\n\nReferences\n\n[1] Cook, E. A."


def test_word_numbers_headings_as_it_prints_them(read):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:styleId="H{level}"><w:name w:val="heading {level}"/><w:pPr><w:numPr><w:ilvl w:val="{level - 1}"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for level in (1, 2)
    )
    paragraph = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'.format
    body = (
        paragraph("H1", "Cells")
        + paragraph("H2", "Cold")
        + paragraph("H2", "Hot")
        + paragraph("H1", "Hosts")
        + paragraph("H2", "Felt")
    )
    text = read("a.docx", typeset.docx(body, numbering=numbering, styles=styles))
    assert text.split("\n\n") == ["## 1. Cells", "### 1.1 Cold", "### 1.2 Hot", "## 2. Hosts", "### 2.1 Felt\n"]


def test_a_latex_article_is_read_with_its_parts_and_the_list_that_bibtex_made(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "macros.tex").write_text("\\newcommand{\\host}{NZSP}")
    (tmp_path / "sub" / "results.tex").write_text("Tin on \\host{} had \\ang{32}~\\cite{smith}. % 99 mV\n")
    (tmp_path / "paper.bbl").write_text(
        "\\begin{thebibliography}{9}\n\\bibitem{miller} A. Miller, J. Tin 1 (2019) 2.\n\\bibitem{smith} B. Smith, J. Tin 3 (2018) 4.\n\\end{thebibliography}"
    )
    path = tmp_path / "paper.tex"
    path.write_text(
        "\\documentclass{a}\\input{macros}\\input{elsewhere}\n\\begin{document}\n\\section{Results}\n\\input{sub/results.tex}\n\\bibliography{all}\n\\end{document}"
    )
    document = read_document(read_source(path))
    assert "Tin on NZSP had 32° [2]." in document.source.text
    assert [(one.number, one.surname) for one in document.references] == [(1, "Miller"), (2, "Smith")]
