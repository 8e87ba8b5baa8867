"""Which study owns a place in the text. All passages are written for these tests."""

import pytest

from sodiokg.extract.findings import find
from sodiokg.extract.lexicon import load_lexicon
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
