"""What a text finds beside its main claim: failed alternatives, guesses, questions, general judgements. All passages are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

BEFORE = "We coated NASICON with a film of tin. The film alloys with sodium, and the resistance fell to 12 Ω cm2. "
AFTER = " Symmetric cells cycled for 800 h."


def told(text):
    return extract(Source("made-up", text, "")).claims


def beside(sentence):
    """Return the polarity of the claim that begins with this sentence after the main one, None where there is none."""
    text = BEFORE + sentence + AFTER
    start = text.index(sentence)
    return next((claim.polarity for claim in told(text) if start <= claim.start < start + len(sentence)), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Washing the pellet in acid, tried as an alternative, brought nothing.",
        "A thicker film changed nothing in the life of the cells.",
        "A second dip was meant to seal the pores but did not do so.",
        "Neither measure alone sufficed.",
        "A week in moist air removed every advantage.",
        "Beyond 1 mA cm-2 the benefit was lost.",
        "A pretreatment in vacuum made no difference.",
        "Pressing the pellet harder did more harm than good.",
        "Neither a longer nor a hotter treatment was of any use.",
        "The rate capability was not affected by the film.",
        "Polished pellets were no better than untreated ones.",
        "Attempts to deposit iron failed.",
        "Attempts to replace tin by iron failed.",
    ],
)
def test_what_brought_nothing_is_denied_beside_the_main_claim(sentence):
    assert beside(sentence) == "negated"


@pytest.mark.parametrize(
    "sentence",
    ["A film of copper changed nothing: the angle was 131° before and 129° after.", "Polishing helped little for wetting."],
)
def test_what_brought_nothing_for_wetting_is_an_asserted_effect(sentence):
    claim = next(claim for claim in told(BEFORE + sentence + AFTER) if claim.quote.startswith(sentence[:8]))
    assert (claim.polarity, claim.effects) == ("asserted", ("no_wetting_improvement",))


@pytest.mark.parametrize(
    "sentence",
    [
        "The film presumably contains some oxide.",
        "We infer that the alloy dissolves in the metal.",
        "We expect the same film to work on garnets.",
        "The same film ought to work for potassium.",
        "It is conceivable that oxygen vacancies take part.",
        "Our guess is that capillary forces do the rest.",
        "The film dissolves, and the alloy is probably what remains.",
    ],
)
def test_a_guess_is_supposed_beside_the_main_claim(sentence):
    assert beside(sentence) == "hypothesised"


@pytest.mark.parametrize(
    "sentence",
    [
        "The wear of the film has, to our knowledge, never been examined.",
        "Whether the film lasts in deep cycling is the most pressing question.",
    ],
)
def test_a_question_is_open_beside_the_main_claim(sentence):
    assert beside(sentence) == "open_question"


@pytest.mark.parametrize(
    "sentence",
    [
        "No dendrites were found after 500 h.",
        "The film is 2 µm thick and possibly hollow.",
        "The resistance came to 14 Ω cm2 at the end of this test and was still low.",
        "No pressure was applied.",
    ],
)
def test_a_further_detail_is_no_claim_of_its_own(sentence):
    assert beside(sentence) is None


def test_a_further_agent_and_what_came_of_it_is_a_claim_of_its_own():
    text = BEFORE + "Adding bismuth chloride to the bath lowered the resistance further to 3 Ω cm2." + AFTER
    main, second = told(text)
    assert second.quote.startswith("Adding")
    assert any("bismuth" in agent.lower() or "BiCl3" in agent for agent in second.agents)
    assert not {*main.agents} & {*second.agents}


def test_harm_beyond_the_settings_of_a_work_is_asserted():
    assert beside("Should the film be thinner than 50 nm, adhesion is lost.") == "asserted"


def test_what_failed_in_the_hands_of_others_is_denied():
    text = "Zinc seeds guide sodium [1]. In the hands of Novak et al. [2], such seeds made no difference in thick deposits."
    assert told(text)[-1].polarity == "negated"


def test_a_question_about_all_works_is_not_of_the_last():
    text = "Gels hold sodium. Novak et al. [1] made a gel layer that suppressed dendrites. It is unknown how any of these layers ages."
    last = told(text)[-1]
    assert (last.polarity, last.ref) == ("open_question", ())


def test_judgements_side_by_side_are_claims_each():
    text = (
        "Zinc seeds guide sodium [1].\n\nHosts keep the contact but add weight; alloy layers lower the resistance but wear off."
    )
    assert [claim.quote[:5] for claim in told(text)[1:]] == ["Hosts", "alloy"]


def test_a_comparison_that_cannot_be_made_is_stated():
    text = "Zinc seeds guide sodium [1].\n\nA fair comparison of hosts is impossible, because capacities differ."
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The wetting of a ceramic says little about its behaviour in the cold.", "asserted"),
        ("Interlayers only help if sodium can diffuse through them.", "asserted"),
        ("For molten cells, surface tension outweighs all else.", "asserted"),
        ("Mixed conductors might solve both problems at once.", "hypothesised"),
        ("The gain is probably due to the removal of carbonate from the ceramic.", "hypothesised"),
    ],
)
def test_a_verdict_or_guess_on_the_field_is_a_claim(sentence, polarity):
    text = f"Zinc seeds guide sodium [1].\n\n{sentence}"
    assert [(claim.quote, claim.polarity) for claim in told(text)[1:]] == [(sentence, polarity)]
