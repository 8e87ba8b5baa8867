"""What the words of a record name: substances, treatments, surface states and quantities, found in clauses and not only as whole phrases."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.graph.assertions import assertions
from sodiokg.graph.build import substance_index
from sodiokg.graph.mentions import concepts_in
from sodiokg.model import Source


@pytest.fixture(scope="module")
def told():
    """Return the short names of what a property leads to in the graph of a text."""

    def told(words, predicate):
        source = Source("paper", words, "0" * 64)
        quads = assertions(extract(source), substance_index())
        return {
            str(quad.object.value).rsplit("#")[-1].rsplit("/")[-1] for quad in quads if quad.predicate.value.endswith(predicate)
        }

    return told


def test_a_clause_points_at_the_substances_and_the_poor_wetting_that_it_names(told):
    words = "That Na wets BASE poorly is due to the surface tension of the melt of Na, which is high.\n"
    assert told(words, "#objectMentions") >= {"base", "PoorWetting"}
    assert told(words, "#subjectMentions") >= {"SurfaceTension", "Na"}


def test_an_abbreviation_that_the_document_defines_is_understood_in_a_clause(told):
    words = "Carbon cloth (CC) is light. Bare CC is sodiophobic towards molten Na.\n"
    assert "carbon-cloth" in told(words, "#subjectMentions")
    assert "PoorWetting" in told(words, "#objectMentions")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pellets annealed in argon", {"Annealing"}),
        ("the felt was heated and then not modified further", {"HeatTreatment", "UnmodifiedSurface"}),
        ("sodium does not wet the ceramic, whose surface is rough", {"PoorWetting", "RoughSurface"}),
        ("a modified felt that sodium wets well", set()),
        ("unpolished theatre", set()),
        ("", set()),
    ],
)
def test_words_tell_treatments_surfaces_and_wetting(words, expected):
    assert {one.value.rsplit("#")[-1] for one in concepts_in(words)} == expected


def test_what_a_mention_may_name_is_a_term_of_the_ontology():
    from sodiokg.graph.mentions import _matcher
    from sodiokg.graph.store import ontology_quads

    terms = {quad.subject.value for quad in ontology_quads()}
    assert {cue.key for cue in _matcher()._cues} <= terms
