"""Which study owns a place in the text. All passages are written for these tests."""

import pytest

from sodiokg.extract.findings import find
from sodiokg.extract.lexicon import load_lexicon
from sodiokg.extract.records import extract
from sodiokg.extract.studies import read_frames
from sodiokg.model import Source
from sodiokg.text import read_document

REFERENCES = """

## References

1. Novak, P.; Adler, R. Zinc seeds for sodium. *J. Fict. Electrochem.* 2021, 1, 10–20.
2. Okafor, C.; Lind, S. Heating of ceramic pellets. *J. Fict. Electrochem.* 2022, 2, 30–40.
3. Marsh, T.; Ito, K. Bismuth films. *Imagin. Mater.* 2020, 3, 50–60.
4. Ferro, L. Antimony layers. *Imagin. Mater.* 2019, 4, 70–80.
"""


def owner(text, words):
    document = read_document(Source("made-up", "## 1. Anodes\n\n" + text + REFERENCES, ""))
    start = document.plain.text.index(words)
    return read_frames(document, find(document, load_lexicon())).owner(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "refs"),
    [
        ("Novak et al. seeded copper with zinc [1]. As a result, the cell ran for 90 h.", "90 h", (1,)),
        ("Novak et al. seeded copper with zinc. The resulting anode ran for 90 h [1].", "seeded", (1,)),
        ("Novak et al. seeded copper with zinc [1]. Okafor et al. heated pellets at 700 °C [2].", "700 °C", (2,)),
        ("Novak et al. seeded copper with zinc [1]. In later work the same group heated pellets at 700 °C [2].", "700 °C", (2,)),
        ("Films of Bi [3], Sb [4] and seeds of Zn [1] were tried.", "Sb", (4,)),
        ("Films of Bi or Sb were tried [3,4].", "Bi or Sb", (3, 4)),
        ("Novak et al. made Zn@Cu hosts [1]. However, few works have looked at ceramics.", "few works", ()),
        (
            "Novak et al. made Zn@Cu hosts [1]. The Zn@Cu host took up sodium at 320 °C. Okafor et al. heated pellets [2].",
            "320 °C",
            (1,),
        ),
        ("A pellet heated in argon wets well [2]. Consequently, its cell ran for 90 h.", "90 h", (2,)),
        ("Heating a pellet makes it wet. The improvement is ascribed to a cleaner surface [2].", "Heating a pellet", (2,)),
        ("Hosts with high conductivity (such as Zn@Cu [1] or Bi film [3]) are not enough for this.", "not enough", ()),
        ("Sodium is soft.", "soft", ()),
    ],
)
def test_a_place_is_owned_by_the_study_under_discussion(text, words, refs):
    assert owner(text, words) == refs


def test_a_new_heading_ends_a_study():
    text = "Novak et al. seeded copper with zinc [1].\n\n## 2. Ceramics\n\nThe pellets were heated at 700 °C."
    assert owner(text, "700 °C") == ()


def test_an_author_without_a_citation_is_found_in_the_reference_list_when_the_name_is_unique():
    assert owner("Ferro et al. laid antimony on the ceramic.", "antimony") == (4,)


LIST = """

## References

Novak, P., & Adler, R. (2021). Zinc seeds for sodium. Journal of Fictional Power, 1, 10–20.

Okafor, C., Lind, S., & Petrov, M. (2022a). Heating of ceramic pellets. Imagin. Mater., 2, 30–40.

Okafor, C., Lind, S., & Marsh, T. (2022b). Cooling of ceramic pellets. Imagin. Mater., 3, 50–60.

Young, T. (1999). Drops on plates. Imagin. Mater., 4, 70–80.
"""


def frames_of(text, entries=""):
    document = read_document(Source("made-up", "## 1. Anodes\n\n" + text + entries, ""))
    return document, read_frames(document, find(document, load_lexicon()))


def study(text, words, entries=""):
    document, frames = frames_of(text, entries)
    frame = frames.at(document.plain.text.index(words))
    return frame.study(document), frame.refs, frame.attribution


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Novak and Adler (2021) seeded copper. The cell ran for 90 h.", "90 h", ("Novak et al. 2021", (1,), "reported")),
        ("Seeds help (Novak & Adler, 2021; Okafor et al., 2022b).", "help", (None, (1, 3), "listed")),
        ("Okafor et al. (2022a) heated pellets. Okafor also saw 90 h.", "90 h", ("Okafor et al. 2022", (2,), "reported")),
        ("Petrov's group (Okafor et al., 2022a) saw 90 h.", "90 h", ("Okafor et al. 2022", (2,), "reported")),
        ("Seeds wet. Novak reported 75° on copper.", "75°", ("Novak et al. 2021", (1,), "reported")),
        ("Young reported 75° on glass.", "75°", ("Young 1999", (4,), "reported")),
        ("Zhou et al. (2018) saw 90 h.", "90 h", ("Zhou et al. 2018", (), "reported")),
    ],
)
def test_a_work_cited_by_author_and_year_is_the_one_of_the_list(text, words, expected):
    assert study(text, words, LIST) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lu et al. (2014) coated copper. The cell ran for 90 h.", ("Lu et al. 2014", (), "reported")),
        ("Seeds help (Lu et al., 2014). Kim (2019a) reported 90 h.", ("Kim 2019a", (), "reported")),
        ("Seeds help (Lu et al., 2014; Kim, 2019): 90 h.", ("Lu et al. 2014; Kim 2019", (), "listed")),
        ("The group of Petrov saw 90 h.", ("Petrov et al.", (), "reported")),
        ("Ito and colleagues saw 90 h.", ("Ito et al.", (), "reported")),
        ("Dias found that the cell ran for 90 h.", ("Dias", (), "reported")),
        ("Kowalski and Stein reported 90 h.", ("Kowalski and Stein", (), "reported")),
        ("Seeds help [4], and Fischer reported 90 h [5].", ("Fischer", (5,), "reported")),
    ],
)
def test_without_a_list_a_study_has_the_name_that_the_text_gives_it(text, expected):
    assert study(text, "90 h") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tafel showed 90 h.",
        "Raman and Nernst showed 90 h.",
        "Copper showed a life of 90 h.",
        "Tin and Bismuth showed 90 h.",
        "Cells reported so far last 90 h.",
        "Values measured by us reach 90 h.",
        "Researchers found that it lasts 90 h.",
        "Results showed a life of 90 h.",
        "Germany and France supported 90 h.",
        "In 2014, Berlin hosted 90 h of talks.",
    ],
)
def test_what_is_no_person_is_no_author(text):
    assert study(text, "90 h")[0] is None


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Marsh et al. seeded copper with zinc [1].", "name_differs", "“Marsh et al.” is no author of what is cited: [1] Novak"),
        ("Novak et al. (2019) seeded copper with zinc [1].", "year_differs", "has another year than what is cited: [1] Novak"),
        (
            "Zhou et al. seeded copper with zinc.",
            "unlisted",
            "“Zhou et al.” is cited by no number and is not in the reference list",
        ),
    ],
)
def test_a_name_or_year_that_the_list_does_not_bear_out_is_remarked(text, kind, words):
    [remark] = frames_of(text, REFERENCES)[1].remarks
    assert remark.kind == kind
    assert words in remark.what


@pytest.mark.parametrize(
    "text", ["Novak et al. seeded copper with zinc [1].", "Adler's group seeded copper with zinc [1].", "Zinc helps [1]."]
)
def test_a_name_that_the_list_bears_out_draws_no_remark(text):
    assert frames_of(text, REFERENCES)[1].remarks == ()


def test_remarks_come_with_the_records_by_place_in_the_source():
    text = "Tin wets (Kim, 2018). Zhou et al. (2019) saw 90 h." + LIST
    records = extract(Source("made-up", text, ""))
    assert [(one.kind, text[one.start : one.end]) for one in records.remarks] == [
        ("unlisted", "(Kim, 2018)"),
        ("unlisted", "(2019)"),
    ]
    assert [(number.study, number.attribution) for number in records.measurements] == [("Zhou et al. 2019", "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "Unlike the 12 mV that Novak et al. [1] found, we observe 4 mV.",
        "While Novak et al. [1] found 12 mV, our cell showed 4 mV.",
        "Compared with the 12 mV of ref. [1], our anode showed 4 mV.",
    ],
)
def test_what_is_set_against_a_cited_result_is_the_text_s_own(text):
    assert owner(text, "12 mV") == (1,)
    assert owner(text, "4 mV") == ()


def test_a_clause_that_only_goes_on_stays_the_cited_work_s():
    assert owner("Novak et al. [1] found 12 mV, as we expected from 4 mV.", "4 mV") == (1,)


def test_a_clause_of_its_own_that_cites_one_work_after_a_run_reports_it():
    text = "Many films were tried [2-4]; the best of them gave 2 Ω cm² [1]. Films of Sb [3,4]; films of Bi [2]."
    records = extract(Source("made-up", "## 1. Anodes\n\n" + text + REFERENCES, ""))
    assert [(number.ref, number.attribution) for number in records.measurements] == [((1,), "reported")]
    assert {claim.attribution for claim in records.claims if claim.ref == (2,)} <= {"listed"}


@pytest.mark.parametrize("words", ["4 and", "5 Ω"])
def test_what_two_works_are_said_to_have_found_together_is_lent_to_neither(words):
    assert owner("Novak et al. [1] and Okafor et al. [2] measured 4 and 5 Ω cm².", words) == (1, 2)
    assert owner("Novak et al. [1], Okafor et al. [2] and Ferro [4] measured 4 and 5 Ω cm².", words) == (1, 2, 4)


def test_a_second_author_after_a_clause_of_the_first_begins_another_work():
    text = "Novak et al. had seen another angle [1], and Okafor et al. reported 75° [2]."
    assert (owner(text, "another angle"), owner(text, "75°")) == ((1,), (2,))
