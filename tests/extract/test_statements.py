"""Statements that are neither number nor intervention. All passages are written for these tests."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


def triples(text):
    return [(s.subject, s.relation, s.object) for s in extract(Source("made-up", text, "")).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bad wetting has often been ascribed to surface water.", [("surface water", "causes", "Bad wetting")]),
        (
            "Bad wetting is put down to the tension of the melt, or to old carbonate.",
            [("the tension of the melt", "causes", "Bad wetting"), ("old carbonate", "causes", "Bad wetting")],
        ),
        ("Owing to its roughness, the pellet stays dry.", [("its roughness", "causes", "the pellet stays dry")]),
        (
            "The coated pellet wets better than the bare pellet.",
            [("The coated pellet wets", "compares_higher_than", "the bare pellet")],
        ),
        ("The cell lasted for more than 400 h.", []),
        (
            "Bare carbon paper is intrinsically sodiophobic.",
            [("Bare carbon paper", "has_property", "is intrinsically sodiophobic")],
        ),
        ("The sign of the voltage depends on the cathode.", [("The sign of the voltage", "depends_on", "the cathode")]),
        ("The deciding factor for success is the pressure.", [("success", "depends_on", "the pressure")]),
        (
            "The film is compatible with esters, but not with ethers.",
            [("The film", "compatible_with", "esters"), ("The film", "incompatible_with", "ethers")],
        ),
        ("Tin foil was used in place of lead.", [("Tin foil was used", "replaces", "lead")]),
        ("In later cells lead was replaced by tin.", [("tin", "replaces", "In later cells lead")]),
        ("Lead was given up by putting tin in its place.", [("tin", "replaces", "Lead was given up")]),
        ("The pellets were put in their holder.", []),
        ("Oxide keeps the melt from spreading.", [("Oxide", "prevents", "the melt spreading")]),
    ],
)
def test_a_relation_is_read_with_both_its_ends(text, expected):
    assert triples(text) == expected


def test_an_open_question_is_asked_not_asserted():
    (statement,) = extract(Source("made-up", "It is unclear whether the method carries over to NASICON.", "")).statements
    assert (statement.relation, statement.object, statement.polarity) == ("transfers_to", "NASICON", "open_question")


def test_a_hedge_makes_a_statement_hypothesised():
    (statement,) = extract(Source("made-up", "Bad wetting is probably caused by surface water.", "")).statements
    assert statement.polarity == "hypothesised"
