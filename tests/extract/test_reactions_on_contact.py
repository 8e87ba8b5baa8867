"""Works that present themselves without "we", and what reacts on contact there. Every sentence is made up here."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

PROBLEM = "Liquid sodium does not wet the ceramic NZSP, and dendrites form."
RESULT = "Symmetric cells ran for 700 h at 1 mA cm-2."


def own(text):
    """Return the claim of the work that an abstract with `text` between problem and result presents."""
    claims = extract(Source("made-up", f"{PROBLEM} {text} {RESULT}", "")).claims
    return next(claim for claim in claims if claim.attribution == "own_result")


@pytest.mark.parametrize(
    "deed",
    ["screen-printed on", "sprayed onto", "rolled onto", "first pressed on", "brushed onto", "spread over", "spin-coated on"],
)
def test_a_work_begins_where_its_first_sentence_tells_what_is_done(deed):
    claim = own(f"A layer of SnF2 is {deed} the disc. It lowers the resistance.")
    assert (claim.agents, claim.strategy_class) == (("SnF2",), ("surface_coating",))


@pytest.mark.parametrize("adverb", ["seldom", "rarely", "often", "usually"])
def test_what_is_done_often_or_rarely_is_no_work_of_its_own(adverb):
    claim = own(f"Tin is {adverb} sprayed onto ceramics. Here, a layer of SnF2 is cast on the disc.")
    assert claim.agents == ("SnF2",)


def test_how_others_avoid_a_problem_is_background_right_before_the_work():
    text = "Gels made inside the cell avoid both drawbacks. Here we report a gel of polyacrylonitrile with SnF2."
    assert own(text).start > (f"{PROBLEM} {text}").index("drawbacks")


@pytest.mark.parametrize(
    ("named", "formula"),
    [("vanadium nitride", "VN"), ("bismuth oxide", "Bi2O3"), ("molybdenum phosphide", "MoP"), ("tin fluoride", "SnF2")],
)
def test_a_compound_named_in_words_and_by_its_formula_is_one_agent(named, formula):
    assert own(f"Here, dots of {named} are loaded on carbon cloth. The {formula} dots guide the metal.").agents == (formula,)


def test_a_name_stays_where_two_formulas_could_be_meant():
    assert "tin oxide" in own("Here, tin oxide is loaded on carbon cloth. SnO2 and SnO were seen side by side.").agents


@pytest.mark.parametrize(
    "sentence",
    [
        "The salt is partly converted into NaF and tin.",
        "Its spontaneous conversion by the metal gives NaF.",
        "On contact it is completely transformed into NaF.",
        "The conversion yields NaF.",
    ],
)
def test_what_is_converted_on_contact_tells_a_conversion_reaction(sentence):
    assert "conversion_reaction" in own(f"Here, SnF2 is spread on the disc. {sentence}").mechanisms


@pytest.mark.parametrize(
    "sentence",
    [
        "In contact with the metal SnF2 + 3 Na → 2 NaF + NaSn.",
        "The melt solidifies with Na15Sn4.",
        "Na15Sn4 is formed.",
    ],
)
def test_an_alloy_that_a_reaction_leaves_tells_alloying(sentence):
    assert "alloying" in own(f"Here, SnF2 is spread on the disc. {sentence}").mechanisms


@pytest.mark.parametrize(
    "sentence",
    [
        "It is reduced to a scaffold of Na3Sn.",
        "It turns into a porous skeleton with NaF.",
        "Its grains are embedded in an insulating matrix.",
    ],
)
def test_a_scaffold_that_a_reaction_leaves_is_no_host(sentence):
    assert "structural_host" not in own(f"Here, SnF2 is spread on sodium foil. {sentence}").strategy_class


@pytest.mark.parametrize(
    ("sentence", "mechanism"),
    [
        ("The former transports Na+ and the latter electrons.", "mixed_conduction"),
        ("The nitride takes care of ion transport, the alloy of electron transport.", "mixed_conduction"),
        ("Sodium binds to tin with -2.1 eV and to copper with -0.3 eV.", "adsorption_enhancement"),
        ("The adsorption energy is -2.1 eV as opposed to -0.3 eV on bare copper for sodium.", "adsorption_enhancement"),
        ("A self-limiting interphase arises.", "sei_stabilization"),
        ("The interphase contains much NaF.", "sei_stabilization"),
        ("The skeleton bears the load of the pressed cell.", "mechanical_support"),
    ],
)
def test_who_carries_what_and_how_firmly_metal_is_bound_are_mechanisms(sentence, mechanism):
    text = f"Dendrites form on sodium. Here, SnF2 is stirred into sodium. {sentence} {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    assert mechanism in {found for claim in claims for found in claim.mechanisms}


@pytest.mark.parametrize(
    "sentence",
    [
        "The layer transports Na+ and blocks electrons.",
        "The anion is bound to the solvent by 0.3 eV.",
        "When integrated into cells with an interphase, it lasts.",
        "The adsorption energy was computed for slabs.",
    ],
)
def test_what_only_sounds_like_them_is_none(sentence):
    text = f"Dendrites form on sodium. Here, SnF2 is stirred into sodium. {sentence} {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    assert not {found for claim in claims for found in claim.mechanisms}


def test_a_dose_in_a_salt_solution_is_an_additive():
    text = "Dendrites form on sodium. Here, 20 mM SnF2 plus 5 mM thiourea in 1 M NaPF6/diglyme was tried."
    claims = extract(Source("made-up", f"{text} {RESULT}", "")).claims
    assert [claim.strategy_class for claim in claims if claim.agents] == [("electrolyte_additive",)]


@pytest.mark.parametrize(("place", "strategy"), [("inside", "structural_host"), ("beside", "heteroatom_doping")])
def test_a_doped_carbon_in_which_something_is_put_is_the_host(place, strategy):
    text = f"Dendrites form on sodium. Here, we place dots of MoP {place} nitrogen-doped carbon spheres. {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    assert any(strategy in claim.strategy_class for claim in claims)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Here, para-substituted thiophenols, HS-C6H4-X, were adsorbed on copper foil.", ("thiophenols",)),
        ("Here, thiophenols with X = NH2, OCH3 and CN are grafted on copper foil.", ("thiophenols",)),
        ("Here, thiophenols, which bind to the metal, were adsorbed on copper foil.", ("thiophenols",)),
        ("Here, we put dots of MoP inside nitrogen-doped carbon spheres.", ("MoP",)),
        ("Here, a gel is made of 1,3-dioxolane in the presence of Sc(OTf)3.", ("1,3-dioxolane", "Sc(OTf)3")),
        (
            "Here, polyimide is plasticized by succinonitrile.",
            (
                "polyimide",
                "succinonitrile",
            ),
        ),
    ],
)
def test_a_molecule_is_brought_in_and_neither_its_parts_nor_what_dopes_the_place(text, agents):
    claims = extract(Source("made-up", f"Dendrites form on lithium. {text} {RESULT}", "")).claims
    assert [claim.agents for claim in claims if claim.agents] == [agents]


def test_a_compound_of_a_metal_stirred_into_the_melt_makes_no_alloy_anode():
    claim = own("Here, 15 wt% of aluminium nitride is stirred into molten sodium. The melt solidifies with Na3Al.")
    assert claim.strategy_class == ("composite_anode",)


@pytest.mark.parametrize(
    "sentence", ["A powder of SnF2 is spread on sodium foil.", "A glass fibre is wetted with 1 M NaPF6 in diglyme."]
)
def test_what_is_spread_or_wetted_by_hand_shows_no_better_wetting(sentence):
    text = f"Dendrites form on sodium. Here, SnF2 is used. {sentence} {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    assert not any("wettability_improved" in claim.effects for claim in claims)


def test_held_anions_bind_no_metal():
    text = "Here, tin is cast on sodium. Owing to the anchored anions, the flux of sodium ions is even."
    claims = extract(Source("made-up", f"Dendrites form on sodium. {text} {RESULT}", "")).claims
    assert {found for claim in claims for found in claim.mechanisms} == {"ion_flux_homogenization"}


@pytest.mark.parametrize(
    ("sentence", "agents"),
    [
        ("A static analogue failed at 90 h.", ()),
        ("A control with talc failed at 90 h.", ("talc",)),
        ("A layer of the same weight but without pores gave dendrites after 90 h.", ("SnF2",)),
    ],
)
def test_a_control_has_a_claim_of_one_sentence_and_no_gain(sentence, agents):
    text = f"Dendrites form on sodium. Here, a layer of SnF2 is cast on sodium foil. {sentence} {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    (control,) = (claim for claim in claims if claim.quote.rstrip(".") == sentence.rstrip("."))
    assert (control.strategy_class, control.effects) == (("surface_coating",), ())
    assert set(control.agents) <= set(agents)
    (work,) = (claim for claim in claims if "cycling_stability_improved" in claim.effects)
    assert work.agents == ("SnF2",)


@pytest.mark.parametrize("sentence", ["A control experiment showed it.", "A layer with the same pores was used, too."])
def test_a_test_of_the_work_itself_is_no_control(sentence):
    text = f"Dendrites form on sodium. Here, a layer of SnF2 is cast on sodium foil. {sentence} {RESULT}"
    claims = extract(Source("made-up", text, "")).claims
    assert not any(claim.quote.rstrip(".") == sentence.rstrip(".") for claim in claims)


def test_what_else_attacks_and_less_contact_tell_that_side_reactions_are_prevented():
    for sentence in ("It holds the nitrile, which otherwise attacks sodium.", "It means reduced contact with the solvent."):
        text = f"Dendrites form on sodium. Here, a layer of SnF2 is cast on sodium foil. {sentence} {RESULT}"
        assert any("side_reaction_prevention" in claim.mechanisms for claim in extract(Source("made-up", text, "")).claims)


@pytest.mark.parametrize(
    "sentence", ["Its reduction supplies NaF.", "NaF is contributed by the salt.", "NaF appears.", "The ring contributes NaF."]
)
def test_what_a_reaction_supplies_is_a_phase(sentence):
    text = f"Dendrites form on sodium. Here, SnBr2 is added to the electrolyte. {sentence} {RESULT}"
    assert any("NaF" in claim.phases_formed for claim in extract(Source("made-up", text, "")).claims)


@pytest.mark.parametrize(
    ("sentence", "agent"),
    [
        ("Sb is alloyed first, and Sb guides the metal.", "Sb"),
        ("Sb is alloyed first.", "antimony"),
        ("It is alloyed.", "antimony"),
    ],
)
def test_a_metal_has_the_symbol_that_the_text_goes_on_with(sentence, agent):
    assert own(f"Here, a layer of antimony is cast on the disc. {sentence}").agents == (agent,)
