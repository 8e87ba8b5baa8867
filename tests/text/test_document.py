"""Sections, sentences and citations as a reader would mark them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sodiokg.model import Document, Source
from sodiokg.text import read_document, read_source
from sodiokg.text.citations import find_citations
from sodiokg.text.sentences import split_sentences

PAPER = """# Tin on Ceramic Pellets

A. Miller, B. Smith

Keywords: tin, pellet

Pellets wet badly. Tin helps them [1].

## 1. Introduction

Miller et al. coated pellets with tin [1,3-5]. The angle fell.

### 1.1. Older Work

It was tried before [2]. [3] Then it was left.

## 2. Results

1. Mix the powders

2. Heat the mixture for 5 h.

## References

1. Miller, A.; Smith, B. Tin on pellets. J. Tin 2019, 1, 10-20.
2. Smith, B. Lead on pellets. J. Tin 2018, 2, 7.
3. Smith, B. Zinc on pellets. J. Tin 2017, 3, 8.
4. Smith, B. Iron on pellets. J. Tin 2016, 4, 9.
5. Smith, B. Gold on pellets. J. Tin 2015, 5, 1.

Retrieved from https://tin.example/1
"""


def read(text: str) -> Document:
    return read_document(Source("paper", text, ""))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def test_sections_carry_their_numbers_and_cover_the_text():
    document = read(PAPER)
    assert [(section.number, section.title) for section in document.sections] == [
        ("abstract", ""),
        ("1", "Introduction"),
        ("1.1", "Older Work"),
        ("2", "Results"),
        ("references", "References"),
    ]
    assert document.sections[0].start == 0
    assert document.sections[-1].end == len(document.plain.text)
    assert all(one.end == other.start for one, other in pairwise(document.sections))


def test_headings_titles_names_keywords_and_references_are_no_sentences():
    document = read(PAPER)
    assert [(one.section, one.paragraph, document.words(one.start, one.end)) for one in document.sentences] == [
        ("abstract", 0, "Pellets wet badly."),
        ("abstract", 0, "Tin helps them [1]."),
        ("1", 1, "Miller et al. coated pellets with tin [1,3-5]."),
        ("1", 1, "The angle fell."),
        ("1.1", 2, "It was tried before [2]. [3]"),
        ("1.1", 2, "Then it was left."),
        ("2", 3, "1. Mix the powders"),
        ("2", 4, "2. Heat the mixture for 5 h."),
    ]


def test_headings_without_marks_are_found_by_their_numbers():
    text = "Tin on Pellets\n\nTin wets.\n\n1. First Steps\n\nWe began.\n\n1.1. Tin\n\n3. Take tin\n\nIt wet.\n\n2. More\n\nDone.\n\nReferences\n\n1. A"
    assert [section.number for section in read(text).sections] == ["abstract", "1", "1.1", "2", "references"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_kind_of_line_end_changes_nothing(end):
    one, other = read(PAPER), read(PAPER.replace("\n", end))
    assert other.plain.text == one.plain.text
    assert (other.sections, other.sentences, other.citations, other.references) == (
        one.sections,
        one.sentences,
        one.citations,
        one.references,
    )


def test_underlined_headings_and_metadata_are_read_as_markdown_has_them():
    document = read("---\ntitle: Tin\n---\n\nTin\n===\n\nTin wets.\n\nResults\n-------\n\nIt does.\n\n---\nDone.")
    assert [(section.number, section.title) for section in document.sections] == [("abstract", ""), ("results", "Results")]
    assert [document.words(one.start, one.end) for one in document.sentences] == ["Tin wets.", "It does.", "Done."]


def test_page_numbers_and_rules_are_no_sentences():
    document = read("## 1. Tin\n\nTin wets.\n\n12\n\n---\n\nIt does.")
    assert [document.words(one.start, one.end) for one in document.sentences] == ["Tin wets.", "It does."]


def test_an_abstract_with_a_heading_leaves_what_is_before_it_out():
    document = read("# Title\n\nThis text restates another.\n\n## Abstract\n\nTin wets.\n\n## 1. Tin\n\nIt does.")
    assert [section.number for section in document.sections] == ["front", "abstract", "1"]
    assert [document.words(one.start, one.end) for one in document.sentences] == ["Tin wets.", "It does."]


def test_a_bare_text_is_one_section_and_may_lack_citations_and_references():
    document = read("Tin wets sodium at 200 °C")
    assert [(section.number, section.title) for section in document.sections] == [("", "")]
    assert [document.words(one.start, one.end) for one in document.sentences] == ["Tin wets sodium at 200 °C"]
    assert document.citations == ()
    assert document.references == ()


def test_an_empty_text_gives_an_empty_document():
    document = read(" \n ")
    assert (document.plain.text, document.sections, document.sentences) == ("", (), ())


def test_citations_stand_outside_the_reference_list_and_within_its_numbers():
    document = read(PAPER.replace("The angle fell.", "The angle fell [6] along the list [5]."))
    assert [citation.numbers for citation in document.citations] == [(1,), (1, 3, 4, 5), (5,), (2,), (3,)]
    assert [reference.number for reference in document.references] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("wets [9].", [(9,)]),
        ("wets [3,5-7] and", [(3, 5, 6, 7)]),
        ("wets [8][9][10] and", [(8, 9, 10)]),
        ("wets [8], [9] and", [(8, 9)]),
        ("wets [8] and [9]", [(8,), (9,)]),
        ("wets [32-38] [33]", [(32, 33, 34, 35, 36, 37, 38)]),
        ("grown along [100] and the [110] direction", []),
        ("the [001] plane [4]", [(4,)]),
        ("an interval [0, 1] of x", []),
        ("a range [9-3]", []),
        ("an [Fe] and [x] and []", []),
    ],
)
def test_markers_are_merged_and_what_is_no_citation_is_left(text, numbers):
    assert [citation.numbers for citation in find_citations(text)] == numbers


@pytest.mark.parametrize(
    "written",
    ["[1][2]", r"[\[1\]\[2\]](#)", "^{[1][2]}", "<sup>[1,2]</sup>", "<sup>1,2</sup>", "¹˒²", "^[1][2]", "[1–2]", "[1,2](#b)"],
)
def test_every_style_of_citation_is_read(written):
    [citation] = read(f"It wets the surface{written}.").citations
    assert citation.numbers == (1, 2)


@pytest.mark.parametrize(
    "parts",
    [
        ["Lu et al. coated it.", "Then it wet."],
        ["It was shown by Lu et al.", "The angle fell."],
        ["Metals (e.g., Sn, i.e. tin) wet.", "They do (cf. Fig. 2 and Eq. (3) in Ref. 4)."],
        ["About ca. 6 wt.% of Sn vs. Na wets.", "It holds."],
        ["It wets the surface.[9]", "Then it spread. [10]", "Later it froze [11]."],
        ["The angle fell to 72.5° at 0.5 mA cm-2 .", "It stayed at 1 C.", "A cell of 5 V.", "B. Miller said so."],
        ["Coats of Sn, In, Bi, etc. were tried.", "Others (Zn, etc.) failed."],
        ["A pellet (see above. It is white) was used.", "It held."],
        ['They call it "sunny-side-up."', 'The name fits "well".'],
        ["(See the second pellet.)", "Next it froze."],
        ["J. B. Miller and A. Smith agree.", "So do we!", "Do they?", "Yes."],
        ["See No. 5 and Vol. 3 there.", "β-Alumina differs.", "pH matters.", "r-GO does too.", "3D hosts hold."],
        ["It ended at 300 K.", "The rest is silent..."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert sentences(" ".join(parts)) == parts


def test_hostile_punctuation_takes_linear_time():
    for unit in (". A", "(a. B ", "A.) ", "[1]. ", "?!", "et al. "):
        assert sentences(unit * 40_000)


def test_a_file_is_read_from_the_disk_into_a_document(tmp_path):
    path = tmp_path / "paper.md"
    path.write_text(PAPER, encoding="utf-8")
    document = read_document(read_source(path))
    assert document.source.name == "paper"
    assert all(document.source.text[slice(*document.plain.to_source(one.start, one.end))] for one in document.sentences)


PIECES = [
    "References\n\n", "1. ", "[1] ", "Abstract\n\n", "## 1. X\n\n", "Lu, X.; ", "2020, 5, 6.", "A. B", "et al. ", "[1,2-4]", "(", ")", ". ", "# T\n",
    "\n", "\n\n", "$", "^{", "}", "</sup>", "<sup>", "[\\[1\\]](#)", "*", "tin ", "Na", "°", "~", "- ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_gives_a_document_whose_parts_are_in_order_and_lead_to_the_source(text):
    document = read(text)
    for one in document.sentences:
        start, end = document.plain.to_source(one.start, one.end)
        assert document.words(one.start, one.end).strip() == document.words(one.start, one.end) != ""
        assert 0 <= start < end <= len(text)
    assert all(one.end <= other.start for one, other in pairwise(document.sentences))
    assert all(one.end == other.start for one, other in pairwise(document.sections))
    assert all(document.words(one.start, one.end)[0] in "[(12" for one in document.citations)


SHIPPED = Path(__file__).parents[2] / "graph" / "sources" / "sodiophilicity-digest.md"


def test_every_sentence_of_the_shipped_text_begins_and_ends_as_one():
    document = read_document(read_source(SHIPPED))
    for one in document.sentences:
        words = document.words(one.start, one.end)
        assert words[0].isupper() or not words[0].isalpha()
        assert words[-1] in ".]"
    assert len(document.references) == 79


def test_a_passage_that_begins_in_the_middle_of_a_text_has_sections():
    text = "2. Results and Discussion\n\nWe found that it wets.\n\n2.1. Wetting\n\nIt wets at once.\n\n3. Conclusions\n\nIt is done.\n"
    assert [section.number for section in read_document(Source("a", text, "")).sections] == ["2", "2.1", "3"]
    assert [section.number for section in read_document(Source("a", "2. We found that it wets.", "")).sections] == [""]


TWICE = """Contents

1. Introduction

2. Results

References

Supplement

1. Introduction

Tin wets [1,2].

2. Results

It does [3].

References

1. Miller, A. Tin. J. Tin 2019, 1, 10.

2. Smith, B. Lead. J. Tin 2018, 2, 7.

References and notes

3. Hu, C. Zinc. J. Tin 2017, 3, 8.

Supplementary references

1. Poe, E. Gold. J. Tin 2016, 4, 9.
"""


def test_of_several_reference_lists_the_longest_counts_with_what_goes_on_where_it_ends():
    document = read(TWICE)
    assert [(one.number, one.surname) for one in document.references] == [(1, "Miller"), (2, "Smith"), (3, "Hu")]
    assert [one.numbers for one in document.citations] == [(1, 2), (3,)]


def test_the_line_of_a_table_of_contents_begins_no_reference_list():
    document = read(TWICE)
    assert {"Tin wets [1,2].", "It does [3]."} <= {document.words(one.start, one.end) for one in document.sentences}


LOWERED = "Tin wets BASE.1 It was shown before2,3 and again3 at 5 cm2 of sample12.\n\nReferences\n\n1. A. Bee, Tin, 2019.\n\n2. C. Dee, Lead, 2018.\n\n3. E. Fee, Zinc, 2017.\n"


def test_lowered_citation_numbers_are_read_where_a_numbered_list_bears_them_out():
    document = read(LOWERED.replace("BASE.1", "ceramics.1"))
    assert [one.numbers for one in document.citations] == [(1,), (2, 3), (3,)]
    assert [document.source.text[slice(*document.plain.to_source(one.start, one.end))] for one in document.citations] == [
        "1",
        "2,3",
        "3",
    ]
    assert "5 cm2 of sample12" in document.plain.text


@pytest.mark.parametrize(
    "text",
    [
        LOWERED.split("References")[0],
        LOWERED.replace("before2,3", "before7"),
        LOWERED.replace("BASE.1", "ceramics [1]."),
        LOWERED.replace("BASE.1", "ceramics.3"),
    ],
    ids=["no list", "beyond the list", "markers in brackets", "out of order"],
)
def test_lowered_numbers_that_may_be_anything_else_are_left(text):
    assert not {"[2,3]", "[7]", "[3]"} & set(read(text).plain.text.split())
    assert "before[" not in read(text).plain.text


GLUED = (
    "Sodium is cheap and plentiful1,2. It was put into pouch cells3, hard carbons4,5 and hosts made of felt (HMFs)6,7, the first in Japan8. "
    "Its skin is thin9\u201311. Nobody wets ceramics with bare Na12. Below 200 °C, as Roe showed,13 tin spreads at 0.5 mA cm-2 over the film10,14. "
    "The anode15 had lasted 300 h with NaPF6 in G2 before3.\n"
)


def test_lowered_citation_numbers_of_an_excerpt_without_list_are_read_where_they_count_up():
    document = read(GLUED)
    assert [one.numbers for one in document.citations] == [
        (1, 2), (3,), (4, 5), (6, 7), (8,), (9, 10, 11), (12,), (13,), (10, 14), (15,), (3,),
    ]  # fmt: skip
    assert "at 0.5 mA cm-2 over" in document.plain.text
    assert "300 h with NaPF6 in G2 before" in document.plain.text


def test_lists_of_numbers_after_brackets_and_units_join_those_after_words():
    document = read(
        "Cells wear out at high loads1,2. Alloys (LiSn)3,4 bear 5 V4,5, oxides (as of tin, near 2 mS cm\u22121)6,7 and foams of Ni8 less9,10."
    )
    assert [one.numbers for one in document.citations] == [(1, 2), (3, 4), (4, 5), (6, 7), (8,), (9, 10)]


def test_one_marker_of_three_numbers_needs_no_other():
    assert [one.numbers for one in read("Tin and zinc were put on pellets1,2,3. They wet.").citations] == [(1, 2, 3)]
    assert not read("Tin and zinc were put on pellets1,2. They wet.").citations


def test_the_markers_of_an_excerpt_may_begin_anywhere_and_lose_one_on_the_way():
    document = read("It creeps41,42. It wets steel44 and it spreads45. The same was known before7.")
    assert [one.numbers for one in document.citations] == [(41, 42), (44,), (45,), (7,)]


def test_a_number_after_an_aside_of_several_words_is_a_citation_where_it_is_due():
    document = read(
        "It creeps1,2,3. Hosts (felt, foam of copper)4,5, salts (in gels)6,7 and Na3(PO4)2 were tried (in vain)9 times."
    )
    assert [one.numbers for one in document.citations] == [(1, 2, 3), (4, 5), (6, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "Coating pellets1 and sintering2 were done by hand.",
        "Heated to700 and then kept again12, it was left overnight24.",
        "The cell1 and the sample2 and the electrode3 differ, and so does film4.",
        "Ann Smith1, Bob Miller2 and Eve Carter3",
        "Salts of Ca2, Mg3 and Al4 were used; Fig5 shows them.",
        "We tested10,000 pieces, of which were broken12,000 and mended13,000.",
        "It ran 1,2 or 3 h at 4 Ω cm2.5 Then it was cut into strips6 and 7 pieces.",
    ],
    ids=["too few", "out of order", "labels", "authors", "formulas", "thousands", "units"],
)
def test_numbers_glued_to_words_are_no_citations_where_they_do_not_count_up(text):
    document = read(text)
    assert document.citations == ()
    assert document.plain.text == text


def test_works_named_by_their_numbers_are_cited():
    document = read("It is not wetted at all (refs 7, 10 and 11). See Ref. 3 for tin, refs. 12-14 for lead; ref 2.5 is none.")
    assert [one.numbers for one in document.citations] == [(7, 10, 11), (3,), (12, 13, 14)]
