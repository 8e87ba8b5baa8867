"""Citations by author and year, and the reference lists without numbers that they lead to. All lists and sentences are made up."""

from __future__ import annotations

import gc
import time

import pytest

from sodiokg.model import Source
from sodiokg.text import read_document
from sodiokg.text.author_year import find_author_years

APA = """Gao, P., & Xue, T. (2020). Tin coats for ceramics. Journal of Fictional Power, 5(3), 45–48. https://doi.org/10.1000/jfp.1

Lu, X., Li, G., & van der Berg, J. Y. (2014). Liquid anodes at work. Nature Tin, 7, 4578.

Oh, S.-H., Kim, T., … Park, J. (2021a). First of two papers. Tin Lett., 3, 10–12.

Oh, S.-H., Kim, T., & Park, J. (2021b). Second of two papers. Tin Lett., 3, 13–15.

Töpke, J. (2009). The book of tin (2nd ed.). Tin Press.
"""
FIRST = (("Gao", "Xue"), "Tin coats for ceramics", 2020, "5", "45-48")
SECOND = (("Lu", "Li", "Berg"), "Liquid anodes at work", 2014, "7", "4578")
LISTS = {
    "Harvard": "Gao, P., Xue, T., 2020. Tin coats for ceramics. J. Fict. Power 5, 45–48. https://doi.org/10.1000/jfp.1\n"
    "Lu, X., Li, G., Berg, J.Y., 2014. Liquid anodes at work. Nat. Tin 7, 4578.",
    "Harvard, quoted": "Gao, P. and Xue, T. (2020) ‘Tin coats for ceramics’, J. Fict. Power, vol. 5, no. 3, pp. 45–48.\n\n"
    "Lu, X., Li, G. and Berg, J. (2014) ‘Liquid anodes at work’, Nat. Tin, 7(2), p. 4578.",
    "Springer": "Gao P, Xue T (2020) Tin coats for ceramics. J Fict Power 5:45–48\n\n"
    "Lu X, Li G, Berg JY et al (2014) Liquid anodes at work. Nat Tin 7:4578",
    "Frontiers": "Gao, P., and Xue, T. (2020). Tin coats for ceramics. J. Fict. Power 5:45-48. doi: 10.1000/jfp.1\n\n"
    "Lu, X., Li, G., and Berg, J. Y. (2014). Liquid anodes at work. Nat. Tin 7, 4578.",
    "Chicago": "Gao, Peng, and Tao Xue. 2020. “Tin coats for ceramics.” Journal of Fictional Power 5: 45–48.\n\n"
    "Lu, Xiaochuan, Guosheng Li, and Jin Y. Berg. 2014. “Liquid anodes at work.” Nature Tin 7 (2): 4578.",
    "MDPI without numbers": "Gao, P.; Xue, T. Tin coats for ceramics. J. Fict. Power 2020, 5, 45–48.\n"
    "Lu, X.; Li, G.; Berg, J.Y. Liquid anodes at work. Nat. Tin 2014, 7, 4578.",
}


def read(text, entries=APA):
    return read_document(Source("made-up", f"# Tin\n\n{text}\n\n## References\n\n{entries}", ""))


@pytest.mark.parametrize("entries", LISTS.values(), ids=LISTS)
def test_a_list_without_numbers_counts_by_its_order(entries):
    found = read("Tin wets (Gao and Xue, 2020).", entries).references
    assert [one.number for one in found] == [1, 2]
    for one, expected in zip(found, (FIRST, SECOND), strict=True):
        surnames = tuple(author.split(",")[0] for author in one.authors)
        assert (surnames, one.title, one.year, one.volume, one.pages) == expected


def test_the_letter_of_a_year_an_omission_and_a_book_are_read():
    found = read("Tin wets (Lu et al., 2014).").references
    assert [(one.surname, one.year) for one in found] == [
        ("Gao", 2020),
        ("Lu", 2014),
        ("Oh", 2021),
        ("Oh", 2021),
        ("Töpke", 2009),
    ]
    assert found[0].doi == "10.1000/jfp.1"
    assert found[2].authors == ("Oh, S.-H.", "Kim, T.", "Park, J.")


def test_a_numbered_list_in_the_same_style_keeps_its_numbers():
    numbered = "\n".join(f"{number}. {entry}" for number, entry in zip((1, 2, 4, 5, 6), APA.strip().split("\n\n"), strict=True))
    assert [one.number for one in read("Tin wets [1].", numbered).references] == [1, 2, 4, 5, 6]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It wets (Lu et al., 2014).", [(2,)]),
        ("Lu et al. (2014) wet it.", [(2,)]),
        ("It wets (Gao and Xue, 2020; Oh et al., 2021a).", [(1, 3)]),
        ("It wets (e.g., Gao & Xue, 2020, Lu et al. 2014).", [(1, 2)]),
        ("It wets (see e.g. Lu 2014).", [(2,)]),
        ("It wets [Lu et al., 2014, p. 3].", [(2,)]),
        ("It wets (cf. Fig. 2; Lu, Li, & van der Berg, 2014).", [(2,)]),
        ("It wets (Oh et al., 2021a,b).", [(3, 4)]),
        ("Later, Gao and Xue (2020) wet it, and so did Oh et al. (2021b).", [(1,), (4,)]),
        ("As Gao & Xue 2020 say, it wets.", [(1,)]),
        ("As Topke 2009 says, it wets.", [(5,)]),
        ("Töpke’s (2009) book has it.", [(5,)]),
        ("It was bought in May 2014 (Alfa Aesar, 2019) and used in 2020 (Table 2020).", []),
    ],
)
def test_every_way_to_cite_by_author_and_year_leads_to_the_list(text, numbers):
    document = read(text)
    assert [citation.numbers for citation in document.citations] == numbers
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("text", "kind", "words", "unlisted"),
    [
        ("It wets (Kim, 2018).", "unlisted", "not in the reference list", ("Kim 2018",)),
        ("Lu et al. (2013) wet it.", "unlisted", "which has Lu 2014 [2]", ("Lu et al. 2013",)),
        ("It wets (Oh et al., 2021).", "ambiguous", "any of [3], [4]", ("Oh et al. 2021",)),
        ("It wets (Gao and Smith, 2020).", "name_differs", "other authors than [1]", ()),
    ],
)
def test_what_the_list_does_not_bear_out_is_remarked(text, kind, words, unlisted):
    document = read(text)
    [citation], [remark] = document.citations, document.remarks
    assert (remark.kind, citation.unlisted) == (kind, unlisted)
    assert words in remark.what
    assert document.words(citation.start, citation.end) == document.words(remark.start, remark.end)


def test_without_a_list_works_are_known_by_their_names():
    document = read_document(
        Source("made-up", "Tin wets (Gao and Xue, 2020; Smith-Jones et al., 2021a). O'Neill (1999) agrees.", "")
    )
    assert [one.works for one in document.citations] == [("Gao and Xue 2020", "Smith-Jones et al. 2021a"), ("O'Neill 1999",)]
    assert document.remarks == ()


def test_a_text_with_numbered_citations_is_read_by_these_though_it_names_a_year():
    text = "It wets [1]. Tan et al. (2019) wet it as well [2]. It held [3]."
    assert [one.numbers for one in read_document(Source("made-up", text, "")).citations] == [(1,), (2,), (3,)]


def test_hostile_names_take_linear_time():
    def seconds(text):
        gc.disable()  # what other tests left behind is not this function's to sort
        start = time.process_time()
        find_author_years(text)
        spent = time.process_time() - start
        gc.enable()
        return spent

    for unit in (
        "(Lu, ",
        "Lu and Lu ",
        "A, B, C, ",
        "(2014, ",
        "van de der ",
        "Lu et al., 2014; ",
        "(Lu 2014, ",
        "O'",
        "Lu-",
        "2014, a, ",
    ):
        assert seconds(unit * 8000) < 12 * seconds(unit * 2000) + 0.05, unit
