"""Problems, questions and summaries around the work of a text: which of their sentences are claims, and how they are said."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

OWN = " Here, we coat sodium with zinc, and dendrites vanish."


def claims(text):
    return extract(Source("made-up", text, "")).claims


PROBLEMS = [
    "Sodium stores energy. Nevertheless, realizing fast charging in the cold remains a considerable challenge.",
    "Sodium promises a high energy. However, instability at surfaces critically hinders its practical deployment.",
    "Currently, the poor stability in air and the incompatibility with sodium are two major issues.",
    "Usual separators lack the stability that sodium asks for, exacerbating the risk of fires.",
    "Gels face an inherent trade-off between the strength and the conductivity that sodium asks for.",
    "While coats protect sodium, most designs fail to guide its ions.",
    "Stable cycling of sodium is challenging in the cold (at -20 °C and below).",
    "But their development was seriously hindered by the unstable interface of sodium.",
    "Although sodium hosts can improve the performance, their pores are too complex.",
    "The swelling of sodium and its adverse effects have barred its use.",
    "The cyclability of sodium anodes is still far from satisfactory.",
]


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_a_work_finds_wrong_is_claimed_before_it(text):
    problem, own = claims(text + OWN)
    assert (problem.attribution, problem.polarity, problem.effects) == ("own_statement", "asserted", ())
    assert own.effects == ("dendrite_suppressed",)


@pytest.mark.parametrize(
    "text",
    [
        "A high conductivity is crucial for sodium batteries.",
        "Engineering a durable interphase is critical for sodium batteries that cycle stably.",
        "Sodium batteries have emerged as an alternative, driven by the abundance of sodium.",
    ],
)
def test_what_only_sets_the_scene_is_not_claimed(text):
    assert [claim.attribution for claim in claims(text + OWN)] == ["own_result"]


def test_a_problem_told_in_two_sentences_is_one_claim():
    problem, _ = claims("Sodium cells suffer from dendrites. These dendrites lead to short circuits." + OWN)
    assert problem.quote.startswith("Sodium cells")
    assert problem.quote.endswith("short circuits.")


def test_a_summary_below_an_abstract_repeats_no_problem():
    summary = "\n\nSodium cells suffer from dendrites. Here, the authors coat sodium with zinc."
    assert [claim.attribution for claim in claims("Sodium cells suffer from dendrites." + OWN + summary)].count(
        "own_statement"
    ) == 1


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("How sodium wets garnet is still debated [12].", "open_question"),
        ("Stiff conductors have been believed to suppress dendrites of sodium.", "hypothesised"),
        ("How dendrites crack hard sodium conductors remains under debate.", "open_question"),
        ("Significant debates persist on the wetting of garnet by sodium.", "open_question"),
        ("The double layer near sodium is still unsolved.", "open_question"),
        ("Sulfides are unstable against sodium, though the mechanism remains unclear.", "asserted"),
        ("Sodium anodes are hindered by gas, owing to reactions that are poorly understood.", "asserted"),
    ],
)
def test_a_question_that_is_only_added_to_a_statement_does_not_open_it(text, polarity):
    assert claims(text + OWN)[0].polarity == polarity


@pytest.mark.parametrize(
    "text",
    [
        "As a result, cells cycled stably for over 2000 h without soft shorting.",
        "It suits the cathode, without dissolution of polysulfides during cycling.",
        "Without the coating, dendrites were not suppressed.",
    ],
)
def test_what_is_done_without_denies_nothing_of_the_work(text):
    assert [claim.polarity for claim in claims(OWN + " " + text)] == ["asserted"]


def test_a_work_that_a_purpose_introduces_is_its_own():
    (own,) = claims("To address this, a novel zinc layer is constructed on sodium. It suppresses dendrites.")
    assert (own.attribution, own.effects) == ("own_result", ("dendrite_suppressed",))
    assert claims("To address this, layers are often coated onto sodium." + OWN)[-1].quote.startswith("Here")


def test_the_group_of_a_molecule_has_no_authors():
    assert {claim.study for claim in claims(OWN + " The amino group of TFMAB binds sodium, lowering the barrier.")} == {None}


def test_a_strategy_that_is_called_effective_is_claimed_with_it():
    first, *_ = claims("Metallic interlayers have been an effective strategy to regulate plating." + OWN)
    assert (first.attribution, first.strategy_class) == ("own_statement", ("surface_coating",))


WRONG = [
    "Uncontrolled dendrite growth limits the practical use of sodium metal anodes.",
    "The practical application of sodium metal is plagued by dendrite growth.",
    "Sodium metal anodes suffer from a low Coulombic efficiency.",
    "The high reactivity of sodium leads to an unstable interphase.",
    "The use of solid-state sodium batteries is limited by a high interfacial resistance.",
    "Poor contact between sodium and NASICON results in a high resistance.",
    "However, the poor wettability of molten sodium restricts its use.",
    "Dendrites remain the main obstacle to sodium metal batteries.",
    "Sodium dendrites can cause short circuits and fires.",
    "The commercialization of sodium batteries is hampered by unstable interfaces.",
    "Sluggish kinetics and dendrites in the cold lead to an early failure of sodium cells.",
    "Sodium metal is prone to react with the electrolyte.",
    "It is still challenging to achieve a stable plating of sodium.",
    "Stable cycling of sodium at high currents is difficult to achieve.",
    "Volume changes during cycling break the interphase on sodium.",
    "The interface between sodium and the ceramic is unstable.",
    "A major issue is the growth of dendrites in sodium batteries.",
    "Yet, voids that form during stripping cause a loss of contact of sodium.",
    "Dendrite formation remains one of the key challenges of solid sodium batteries.",
    "Nevertheless, the interphase on sodium is fragile.",
    "The lifetime of sodium anodes is short owing to side reactions with the solvent.",
    "Sodium metal batteries fail early in carbonate electrolytes.",
    "Sodium cells with lean electrolyte lose their capacity fast.",
]
SCENE = [
    "Sodium metal is an attractive anode because of its high capacity.",
    "Sodium batteries are promising for grid storage.",
    "Sodium metal anodes have received much attention.",
    "Solid electrolytes are considered a key to safe sodium batteries.",
    "Sodium metal is regarded as the ultimate anode.",
    "The demand for sodium batteries is growing.",
    "Sodium is abundant and cheap.",
    "Solid-state sodium batteries offer a high energy density and safety.",
    "Sodium batteries are the next generation of energy storage.",
    "Sodium metal has a high theoretical capacity and a low potential.",
    "Sodium metal batteries have attracted great interest owing to their low cost.",
    "A stable interphase is essential for sodium batteries.",
    "Developing better sodium anodes is of great significance.",
    "Sodium-sulfur batteries are widely used for stationary storage.",
    "Solid electrolytes can replace flammable solvents in sodium batteries.",
]


def told_before(sentence):
    return [claim.polarity for claim in claims(sentence + OWN) if claim.attribution == "own_statement"]


def test_a_problem_is_heard_in_many_wordings():
    assert [words for words in WRONG if told_before(words) != ["asserted"]] == []


def test_the_scene_is_set_in_many_wordings():
    assert [words for words in SCENE if told_before(words)] == []


def test_a_review_that_says_what_it_is_about_claims_nothing():
    text = "This review focuses on liquid electrolytes for sodium of the past five years."
    assert not claims("Sodium is a metal. " + text)


BESIDE = [
    "In contrast, bare sodium shorts after 80 h.",
    "By comparison, the pristine cell fails within 100 cycles.",
    "Without the coating, the cell dies after 90 h.",
    "Unlike bare copper, on which dendrites grow, the coated foil stays smooth.",
    "Bare sodium shows mossy deposits and a large polarization.",
    "The control cell delivers only 61% after 50 cycles.",
    "The overpotential of bare sodium rises rapidly.",
    "This is far better than for bare sodium, which does not survive 100 h.",
    "No side reactions are seen.",
    "No voids formed at the interface.",
    "The voltage did not change for 600 h.",
    "The layer does not crack during cycling.",
    "The coating hardly adds weight.",
    "Notably, no dendrites were observed after 500 h.",
    "The capacity does not fade within 300 cycles.",
    "Dendrites cannot penetrate the layer.",
    "The resistance does not increase with time.",
    "This may pave the way for better batteries.",
    "The strategy could be extended to lithium.",
    "These findings provide guidance for interfaces.",
]


def test_controls_harms_kept_away_and_outlooks_are_no_claims_of_their_own():
    work = "Here, we coat sodium with tin. Symmetric cells run for 900 h. "
    assert [words for words in BESIDE if [claim.polarity for claim in claims(work + words)] != ["asserted"]] == []


def test_a_clause_that_an_excerpt_breaks_off_says_nothing():
    assert [claim.polarity for claim in claims("Here, we coat sodium with tin. It cannot be used against air, but may")] == [
        "asserted"
    ]
