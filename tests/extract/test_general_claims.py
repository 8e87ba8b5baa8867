"""What a text claims without citing anyone: beliefs, concessions, inferences, trends, and what is known from elsewhere."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source
from sodiokg.text.sentences import split_sentences


def read(text: str) -> tuple[Claim, ...]:
    return extract(Source("made-up", text, "")).claims


@pytest.mark.parametrize(
    "text",
    [
        "Ceramic membranes are commonly believed to be wetted by sodium as such.",
        "Sodium batteries run on islands today. However, fires restrict their further adoption.",
        "Foam hosts have been reported in the literature to suppress dendrites. Still, their pores are not well understood.",
        "Previous work found that silver foil suppresses dendrites of sodium.",
    ],
)
def test_a_general_statement_is_claimed_without_a_citation(text):
    own = " Herein, we coat sodium with tin, and dendrites are suppressed."
    assert read(text + own)[0].attribution == "own_statement"


def test_what_is_conceded_of_a_strategy_keeps_its_strategy_and_effect():
    text = (
        "Carbon skeletons have been reported in the literature to suppress dendrites. Still, their pores are not well understood."
    )
    first, second = read(text)
    assert (first.strategy_class, first.effects, first.polarity) == (("structural_host",), ("dendrite_suppressed",), "asserted")
    assert first.agents == ("carbon skeletons",)
    assert second.polarity == "open_question"


def test_what_has_been_reported_elsewhere_is_no_result_of_the_work():
    text = (
        "Copper foil was coated with tin, and the cells ran for 400 h at 1 mA cm-2. It has been reported that tin suppresses dendrites. "
        "Cells with bare foil failed after 20 h."
    )
    assert "own_statement" in {claim.attribution for claim in read(text)}


def test_a_trend_that_a_work_observes_is_claimed():
    text = "The curves are shown in Figure 2. With increasing pressure, fewer voids are seen at the sodium electrode in Figure 3."
    assert [claim.attribution for claim in read(text)] == ["own_result"]


def test_a_guarded_conclusion_is_the_text_s_own_and_not_that_of_the_work_cited_before():
    text = "Voids under the copper foil grow with time. [ 4] Thus, the noise of the sodium cells may be due to voids."
    cited, own = read(text)
    assert (cited.ref, own.ref, own.polarity) == ((4,), (), "hypothesised")


def test_a_marker_with_a_blank_or_a_letter_inside_ends_a_sentence():
    text = "Sodium creeps. [ 3,4] It flows. [5a,b] It wets."
    assert [text[start:end] for start, end in split_sentences(text)] == ["Sodium creeps. [ 3,4]", "It flows. [5a,b]", "It wets."]
