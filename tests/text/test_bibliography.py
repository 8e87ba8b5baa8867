"""Reference lists as five publishers print them, and the BibTeX that ships."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sodiokg.errors import SourceError
from sodiokg.model import Source
from sodiokg.text import read_bibtex, read_document, read_references, read_source, study_key

SHIPPED = Path(__file__).parents[2] / "graph" / "sources"


def fields(entry: str) -> tuple[object, ...]:
    [one] = read_references(f"1. {entry}")
    return one.authors, one.title, one.journal, one.year, one.volume, one.pages


TITLE = "Tin coats that molten sodium wets"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            f"Miller, A.B.; Smith-Jones, C.; van der Berg, D.; et al. {TITLE}. ACS Appl. Tin Interfaces 2019, 11, 2917-2924.",
            (("Miller, A.B.", "Smith-Jones, C.", "van der Berg, D."), TITLE, "ACS Appl. Tin Interfaces", 2019, "11", "2917-2924"),
        ),
        (
            f"Miller, A. B.; Hu, Y.-S. {TITLE}. J. Am. Tin Soc. 2018, 140 (1), 250-257.",
            (("Miller, A. B.", "Hu, Y.-S."), TITLE, "J. Am. Tin Soc.", 2018, "140", "250-257"),
        ),
        (
            "Miller, A. Does tin wet? A first look. Tin 2020, 18, 100515. [CrossRef]",
            (("Miller, A.",), "Does tin wet? A first look", "Tin", 2020, "18", "100515"),
        ),
        (
            f"Miller, A., Smith, B. & Hu, Y.-S. {TITLE}. Nat. Tin 5, 4578 (2014).",
            (("Miller, A.", "Smith, B.", "Hu, Y.-S."), TITLE, "Nat. Tin", 2014, "5", "4578"),
        ),
        (f"Miller, A. et al. {TITLE}. Tin Adv. 5, eaau6264 (2019).", (("Miller, A.",), TITLE, "Tin Adv.", 2019, "5", "eaau6264")),
        (
            f"A. Miller, B.C. Smith, {TITLE}, Tin Energy 57 (2019) 718-724. https://doi.org/10.1016/j.tin.2019.01.001",
            (("Miller, A.", "Smith, B.C."), TITLE, "Tin Energy", 2019, "57", "718-724"),
        ),
        (
            "A. Miller, B. Smith and C. D. Hu, J. Tin Chem. A, 2018, 6, 19703-19711.",
            (("Miller, A.", "Smith, B.", "Hu, C. D."), "", "J. Tin Chem. A", 2018, "6", "19703-19711"),
        ),
        (
            "L.-P. Miller, B. Smith, C. Hu et al., Chem. Tin, 2019, 55, 1901.",
            (("Miller, L.-P.", "Smith, B.", "Hu, C."), "", "Chem. Tin", 2019, "55", "1901"),
        ),
        (
            "Miller, A. B., Jr.; Hu, C. Does Tin Wet? Chem. Tin 2022, 34, 88-97.",
            (("Miller, A. B., Jr.", "Hu, C."), "Does Tin Wet?", "Chem. Tin", 2022, "34", "88-97"),
        ),
        (
            "Miller, A.; Hu, C. The Tin Battery; Tin and Lead: London, UK, 1985; pp. 4-9.",
            (("Miller, A.", "Hu, C."), "The Tin Battery", "", 1985, "", "4-9"),
        ),
        (
            "Miller, A. & Hu, C. The Tin Battery (Tin & Lead, 1985).",
            (("Miller, A.", "Hu, C."), "The Tin Battery", "", 1985, "", ""),
        ),
        (
            "Miller, A. Bismuth islands. Preprint at https://example.org/abs/2101.01234 (2021).",
            (("Miller, A.",), "Bismuth islands", "", 2021, "", ""),
        ),
        (
            "Miller AB, Smith C. Tin and sodium. Tin Lett. 2020;20(3):6837-44.",
            (("Miller, A.B.", "Smith, C."), "Tin and sodium", "Tin Lett", 2020, "20", "6837-44"),
        ),
    ],
)
def test_an_entry_of_each_custom_gives_all_its_fields(entry, expected):
    assert fields(entry) == expected


def test_a_doi_is_kept_and_an_entry_that_fits_no_custom_keeps_its_text_and_year():
    [one] = read_references("1. A. Miller, Tin, J. Tin 1 (2019) 2. https://doi.org/10.1016/j.tin.2019.01.001.")
    assert one.doi == "10.1016/j.tin.2019.01.001"
    [other] = read_references("1. The tin handbook, 2nd edition, 1998.")
    assert (other.text, other.year, other.journal) == ("The tin handbook, 2nd edition, 1998.", 1998, "")


def test_entries_broken_by_lines_and_pages_are_joined_and_a_footer_is_left_out():
    text = (
        "References\n\n1. Miller, A. Tin for All-\n\nSolid-State Cells. ACS Appl.\n\nTin 2019, 1, 10.\n\n"
        "2. Smith, B. Lead. J. Tin 2018, 2, 7. 3. Hu, C. Zinc. J. Tin 2017, 3, 8.\n\nRetrieved from a page"
    )
    first, second, third = read_references(text)
    assert (first.title, first.journal) == ("Tin for All-Solid-State Cells", "ACS Appl. Tin")
    assert (second.pages, third.number, third.pages, third.text[-2:]) == ("7", 3, "8", "8.")


def test_bracketed_numbers_count_too_and_a_hole_in_the_list_is_passed():
    numbers = [
        one.number for one in read_references("[1] Miller, A. Tin. J. Tin 2019, 1, 10.\n\n[3] Hu, C. Zinc. J. Tin 2017, 3, 8.")
    ]
    assert numbers == [1, 3]


@pytest.mark.parametrize("marker", ["({})", "{}", "{})", "[{}]"])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_every_publisher_s_way_of_numbering_a_list_is_read(marker, between):
    entries = (
        "A. Miller, J. Tin Chem. A, 2018, 6, 19.",
        "B. Smith and C. Hu, J. Tin, 2019, 7, 2.",
        "L.-P. Zhao et al., Tin, 2020, 8, 3.",
    )
    listed = between.join(f"{marker.format(number)} {entry}" for number, entry in enumerate(entries, 1))
    document = read_document(Source("t", f"Tin wets.^{{2}} Lead wets.^{{3}}\n\n## References\n\n{listed}\n", "0" * 64))
    assert [(one.number, one.surname, one.pages) for one in document.references] == [
        (1, "Miller", "19"),
        (2, "Smith", "2"),
        (3, "Zhao", "3"),
    ]
    assert [citation.numbers for citation in document.citations] == [(2,), (3,)]


def test_a_page_number_of_its_own_line_is_no_entry_of_a_list_with_marked_numbers():
    text = "1. Miller, A. Tin. J. Tin 2019, 1, 10.\n\n2. Smith, B. Lead. J. Tin 2018, 2, 7.\n\n3 Tin Society\n\n3. Hu, C. Zinc. J. Tin 2017, 3, 8."
    assert [one.surname for one in read_references(text)] == ["Miller", "Smith", "Hu"]


def test_full_and_abbreviated_journal_names_give_one_study_key():
    full, short, doubled = (
        read_references(f"1. Miller, A. {TITLE}. {journal} 1976, 11, 203-220.")[0]
        for journal in ("Materials Research Bulletin", "Mat. Res. Bull.", "Materials Research Bulletin. Mat. Res. Bull.")
    )
    assert study_key(full) == study_key(short) == study_key(doubled) == "mrb-1976-11-203"


def test_a_study_without_journal_is_keyed_by_its_title():
    [one] = read_references("1. The tin handbook, 2nd edition, 1998.")
    assert study_key(one) == "the-tin-handbook-2nd-edition-1998-1998"


def test_the_shipped_list_and_the_shipped_bibtex_agree():
    source = read_source(SHIPPED / "sodiophilicity-digest.md")
    listed = read_document(replace(source, bibliography=())).references
    entries = read_bibtex(SHIPPED / "sodiophilicity-digest.bib")
    assert source.bibliography == entries
    assert len(listed) == len(entries) == 79
    for one, other in zip(listed, entries, strict=True):
        names = ("number", "authors", "title", "journal", "year", "volume", "pages")
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
        assert study_key(one) == study_key(other)
    assert len({study_key(one) for one in listed}) == 79


def bib(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "tin.bib"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = '@article{a1,\n author = {T{\\"o}pke, J. and Li, Wei and others},\n title = "{Tin on {$\\beta\'\'$}-Al$_2$O$_3$}",\n year = 2020,\n}\n'


LIST = """We coated BASE [1] and NZSP [2], and others did more [3].

## References

1. Hu, Y. Zinc. 2017.
2. Töpke, J. Tin, 2020.
"""
BESIDE = """@article{a, author={Hu, Y.}, title={Zinc}, journal={Adv. Mater.}, year={2017}, volume={2}, pages={1--2}, doi={10.1/x}, note={reference 1}}
@article{b, author={Li, W.}, title={Lead}, journal={Adv. Mater.}, year={2020}, note={reference 2}}
@article{c, author={Poe, E.}, title={Skins}, journal={Adv. Mater.}, year={2021}, volume={3}, pages={7}, note={reference 3}}
@article{own, author={Me, M.}, title={This very paper}, year={2023}}
"""


def test_a_bibtex_file_beside_a_text_fills_up_its_list_and_adds_what_it_lacks(tmp_path):
    (tmp_path / "note.md").write_text(LIST, encoding="utf-8")
    (tmp_path / "note.bib").write_text(BESIDE, encoding="utf-8")
    first, second, third = read_document(read_source(tmp_path / "note.md")).references
    assert (first.journal, first.pages, first.doi) == ("Adv. Mater.", "1-2", "10.1/x")
    assert (second.surname, second.journal) == ("Töpke", "")
    assert study_key(third) == "am-2021-3-7"


def test_a_broken_bibtex_file_beside_a_text_is_reported_with_line_and_entry(tmp_path):
    (tmp_path / "note.md").write_text(LIST, encoding="utf-8")
    (tmp_path / "note.bib").write_text(BESIDE.replace("title={Skins},", "title={Skins"), encoding="utf-8")
    with pytest.raises(SourceError, match=r"note\.bib:3: entry 'c'"):
        read_source(tmp_path / "note.md")


def test_bibtex_gives_plain_fields_and_numbers_by_place_or_note(tmp_path):
    text = GOOD + "@article{b, author={Hu, Y.}, title={{Zinc}}, year={2017}, pages={1--2}, note={reference 1 of the list}}"
    second, first = sorted(
        read_bibtex(bib(tmp_path, text.replace("year = 2020", "note = {Reference 2}, year = 2020"))), key=lambda one: one.number
    )[::-1]
    assert (first.number, first.pages, first.title) == (1, "1-2", "Zinc")
    assert (second.number, second.authors, second.title) == (2, ("Töpke, J.", "Li, Wei"), "Tin on β''-Al2O3")


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        (GOOD + "@article{b,\n title = {Tin,\n year = {2020}\n}\n", "entry 'b': the value of the field 'title' is not closed", 7),
        (GOOD + "@article{b,\n title = {Tin}\n year = {2020}\n}\n", "entry 'b': a comma is missing after the field 'title'", 7),
        (GOOD + "@article{b,\n title {Tin}}\n", "entry 'b': here should stand a field", 7),
        (GOOD + "@article{b, author = {A}, title = {T}, year = {2020},\n", "entry 'b': the entry is not closed", 6),
        (GOOD + "@article{b, author = {A}, title = {T}}\n", "entry 'b': the field 'year' is missing", 6),
        (
            GOOD + "@article{b, author = {A}, title = {T}, year = {in press}}\n",
            "entry 'b': the year 'in press' is not four digits",
            6,
        ),
        (GOOD + "@article{b, author = , title = {T}}\n", "entry 'b': the field 'author' has no value", 6),
        (GOOD + GOOD, "entry 'a1': the key 'a1' is used twice", 6),
        (GOOD + "@article{ title = {T}}\n", "the entry has no key", 6),
        ("nothing here", "no BibTeX entry in this file", None),
    ],
)
def test_a_broken_entry_is_named_with_its_line(tmp_path, text, what, line):
    with pytest.raises(SourceError) as caught:
        read_bibtex(bib(tmp_path, text))
    assert what in caught.value.what
    assert line is None or caught.value.where.endswith(f"tin.bib:{line}")


def test_hostile_lists_take_linear_time():
    for unit in ("2020, ", "Lu, X.; ", "1. A ", "\n\n1. A ", "X. Lu, ", "A. B", "[1] "):
        assert len(read_references("1. " + unit * 20_000)) <= 20_000
