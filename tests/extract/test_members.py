"""What several citations in one sentence own, and which of them only bear out the text's own results. All passages are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


def owners(text: str) -> list[tuple[int, ...]]:
    """Return the references of each claim by place."""
    return [claim.ref for claim in extract(Source("made-up", text, "")).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Factors such as temperature [3], stack pressure [4] and surface flaws [5] decide when sodium dendrites grow.",
        "Such an interphase keeps sodium from reacting with the ceramic [3], leading to a slower growth of dendrites [4,5].",
        "A native film of sodium oxide cannot stop the corrosion of the anode [3], thereby lowering the efficiency of the cell [4,5].",
        "It was argued that a soft glass (for example, borate glass with E = 20 GPa [3]) lets sodium dendrites grow through tin oxide [4,5].",
        "It was argued that a soft glass (for example, borate glass with E = 20 GPa (ref. 3)) lets sodium dendrites grow through tin oxide (refs 4,5).",
        "Sodium dendrites grow in stiff garnet [4], whatever its shear modulus (E = 150 GPa in one case [3]).",
    ],
)
def test_a_sentence_with_one_thing_to_say_is_one_claim_of_all_that_it_cites(text):
    assert [{*refs} for refs in owners(text)] in ([{3, 4, 5}], [{3, 4}])


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Films of Bi [3], Sb [4] and seeds of Zn [5] suppress dendrites.", [(3,), (4,), (5,)]),
        ("Dendrites were slowed by protective coatings [3], while porous hosts [4] held the sodium.", [(3,), (4,)]),
        ("Many ways were tried against dendrites (coatings [3], porous hosts [4]).", [(3,), (4,)]),
        ("Sodium dendrites are feared [3], most likely because cells burn [4].", [(3,), (4,)]),
        ("Dendrites suffer no pressure [3]; voids grow without it [4].", [(3,), (4,)]),
    ],
)
def test_each_member_of_a_list_and_each_clause_with_a_turn_keeps_its_own_work(text, refs):
    assert owners(text) == refs


RESULT = "We coated the pellet with a tin film. The tin film lowered the interfacial resistance to 12 Ω cm2 (Figure 2a). "


@pytest.mark.parametrize(
    "text",
    [
        "The tin film offers sodium many sites to nucleate, which keeps dendrites away. [7]",
        "The cell with the bare pellet failed after 9 h (Figure 2b), due to a short circuit. [7]",
    ],
)
def test_a_citation_at_the_end_of_a_sentence_on_own_results_only_bears_them_out(text):
    assert owners(RESULT + text) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The tin film is known to suppress dendrites in liquid cells. [7]",
        "Tin films have been reported to suppress dendrites in liquid cells. [7]",
        "Novak et al. showed that the tin film suppresses dendrites in liquid cells. [7]",
    ],
)
def test_a_cited_finding_amid_own_results_stays_that_of_the_work_cited(text):
    assert (7,) in owners(RESULT + text)


CITED = "A graphite film on sodium keeps it from the solvent. [7] "


@pytest.mark.parametrize(
    "text",
    [
        "By using this film in cells with sulfur, efficiencies above 99 % were kept over 200 cycles.",
        "As such, it is an artificial skin that suppresses dendrites.",
        "A capacity of 850 mAh g-1 was also achieved after 200 cycles.",
        "A large gain in the capacity of such cells, by a factor of five, was reported for thicker films.",
        "They also show that the film suppresses dendrites.",
        "When the protected anode was put into cells, dendrites were suppressed.",
    ],
)
def test_what_a_cited_work_went_on_to_do_belongs_to_it(text):
    assert owners(CITED + text) == [(7,)]


@pytest.mark.parametrize(
    "text",
    [
        "Recently, a life of 200 cycles was reached with tin, but dendrites remain a problem.",
        "However, dendrites remain a problem for all such films.",
    ],
)
def test_what_is_said_of_others_or_of_all_does_not_belong_to_the_work_cited_before(text):
    assert owners(CITED + text) == [(7,), ()]


def test_an_uncited_strategy_is_one_claim_with_the_sentence_that_takes_it_up():
    text = (
        "Sodium reacts with glass [1]. In another way, tin nitrate was used as an additive of the electrolyte to form a layer of sodium nitride in situ. "
        "This layer suppresses dendrites and lowers the interfacial resistance."
    )
    claims = extract(Source("made-up", text, "")).claims
    assert [claim.quote.endswith("resistance.") for claim in claims] == [False, True]


def test_a_property_taken_up_without_article_is_still_that_of_the_work_cited():
    text = "The tin alloy has a high diffusion coefficient of sodium [7]. A high coefficient evens out the flux and suppresses dendrites."
    assert owners(text) == [(7,)]
    text = (
        "The tin alloy has a high diffusion coefficient of sodium [7]. A porous host evens out the flux and suppresses dendrites."
    )
    assert owners(text) == [(7,), ()]
