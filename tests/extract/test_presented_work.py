"""What a work does and with what, read from the sentences in which it presents itself. All passages are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source

PROBLEM = "Dendrites hamper the use of sodium metal."
RESULT = "Symmetric cells ran for 700 h at 1 mA cm-2."


def presented(text: str) -> Claim:
    """Return the claim of an abstract whose middle is `text`."""
    claims = extract(Source("made-up", f"{PROBLEM} {text} {RESULT}", "")).claims
    (own,) = (claim for claim in claims if claim.attribution == "own_result")
    return own


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Here, carbon nanotubes (CNTs) are coated on copper foil.", ("CNTs",)),
        ("Herein, triphenylphosphine oxide (TPPO) is used as an additive.", ("TPPO",)),
        ("Here we add tin tetrachloride, SnCl4, to the electrolyte.", ("SnCl4",)),
        ("Here, a layer of indium (XRD) is sputtered on sodium.", ("indium",)),
    ],
)
def test_an_agent_is_written_in_the_short_form_that_the_text_goes_on_with(text, agents):
    assert presented(text).agents == agents


def test_what_is_brought_in_is_told_where_the_work_presents_itself():
    claim = presented(
        "Here we coat sodium with a zinc layer. It lowers the barrier. Copper foil with a gold layer was worse. A nickel host failed."
    )
    assert (claim.agents, claim.strategy_class) == (("zinc",), ("surface_coating",))


def test_a_later_sentence_tells_what_was_done_where_no_earlier_one_does():
    claim = presented("Here we report a stable anode. It lasts long. For it, sodium was coated with zinc.")
    assert (claim.agents, claim.strategy_class) == (("zinc",), ("surface_coating",))


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("Herein, a tin-decorated carbon felt is prepared as host.", {"structural_host", "metal_decoration"}),
        ("Herein, hollow carbon fibres loaded with ruthenium oxide serve as host.", {"structural_host", "oxide_decoration"}),
        ("Adding 3 wt% of sodium triflate to the electrolyte is proposed here.", {"electrolyte_additive"}),
        ("Here we report an amorphous interlayer fabricated in situ on sodium.", {"in_situ_interlayer"}),
        ("In this work, calcium-doped NASICON ceramics were made.", {"bulk_doping"}),
        ("Here, a gel polymer electrolyte filled with silica particles is cast.", {"composite_electrolyte"}),
        ("Here, silica nanoparticles are mixed into a composite electrolyte of a polymer.", {"composite_electrolyte"}),
        ("Here, a sodium-tin alloy/NaF interlayer is built on NASICON by a coating of SnF2.", {"surface_coating"}),
        ("Here we use a carbon network with PbO nanoparticles on BASE.", {"surface_coating", "oxide_decoration"}),
    ],
)
def test_the_strategy_follows_from_what_was_made(text, strategies):
    assert strategies <= {*presented(text).strategy_class}
    assert not {"alloy_anode", "composite_anode"} & {*presented(text).strategy_class}


def test_a_zeolitic_framework_is_a_material_and_no_host():
    claim = presented("Here, a zeolitic imidazolate framework layer is coated on sodium.")
    assert claim.strategy_class == ("surface_coating",)


def test_what_takes_something_away_is_brought_in():
    assert presented("Here, the carbonate skin of garnet is removed with phosphoric acid.").agents == ("phosphoric acid",)


def test_a_metal_on_another_thing_is_told_from_what_it_stands_on():
    assert "silver" in presented("Here we report on lithium held by silver-coated copper foam.").agents


def test_an_alloy_is_told_by_the_metal_that_makes_it_where_that_is_named():
    assert presented("Here we use a sodium alloy, Na-In, with 3 at. % In as anode.").agents == ("In",)


def test_salts_that_a_layer_is_made_of_are_its_agents_where_nothing_else_is():
    assert set(presented("Here we build an artificial layer consisting of NaF and NaCl on the metal.").agents) == {"NaF", "NaCl"}


@pytest.mark.parametrize(
    "sentence",
    [
        "No self-discharge is observed in this case.",
        "Calculations suggest that the zinc can markedly improve the wetting.",
        "This design is expected to provide a way to other anodes.",
    ],
)
def test_good_news_is_neither_denial_nor_guess(sentence):
    claims = extract(Source("made-up", f"{PROBLEM} Here we coat NASICON with zinc. {sentence} {RESULT}", "")).claims
    assert {claim.polarity for claim in claims} == {"asserted"}


def test_an_abstract_may_present_its_work_late():
    text = "The alloy is liquid. It does not mix with oils. It spreads. It is cheap. Here we report that it fills a zinc-coated felt."
    claims = extract(Source("made-up", text, "")).claims
    assert claims[-1].attribution == "own_result"
    assert claims[-1].agents == ("zinc",)


def test_a_title_claims_nothing():
    text = "Sodium that wets its host\n\nSodium wets poorly. Here we coat NASICON with zinc, and wetting is improved."
    assert all("Sodium that wets" not in claim.quote for claim in extract(Source("made-up", text, "")).claims)


def test_members_of_a_list_in_brackets_keep_their_strategies():
    claims = extract(
        Source(
            "made-up", "Many ways (protective coatings [6,7], porous hosts [8,9], others [10]) guard sodium from dendrites.", ""
        )
    ).claims
    assert [claim.strategy_class for claim in claims[:2]] == [("surface_coating",), ("structural_host",)]


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("We report an interphase rich in antimony formed by treating Na foil with SbCl3.", ("in_situ_interlayer",)),
        ("Here we leave a NaI film on sodium by immersing it in a solution of I2 in dioxolane.", ("in_situ_interlayer",)),
        ("Here, electrodes of sodium with 4 mol% tin are used as anode.", ("alloy_anode",)),
        ("Here we show that sodium-indium alloys stay in touch with the ceramic.", ("alloy_anode",)),
        ("Here we mix carbon black into molten sodium to give a composite anode.", ("composite_anode",)),
        ("Here, titanium foam with TiO2 nanotubes is used as scaffold for sodium.", ("oxide_decoration", "structural_host")),
        ("Here a magnesium interlayer prevents the formation of voids.", ("surface_coating",)),
        ("Here carbon cloth is used as host rather than a coating.", ("structural_host",)),
        ("Here we add a surfactant, CTAB, to the electrolyte.", ("electrolyte_additive",)),
        ("A salt-like additive, methylimidazolium propane sulfonate (MIPS), is introduced here.", ("electrolyte_additive",)),
        ("Here the hydroxide on NASICON is removed by argon plasma cleaning.", ("surface_cleaning",)),
    ],
)
def test_the_class_of_a_strategy_follows_the_deed_alone(text, strategies):
    assert sorted(presented(text).strategy_class) == sorted(strategies)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Here we treat sodium with a 0.1 M solution of SnCl2 in dimethoxyethane, which leaves a layer.", ("SnCl2",)),
        ("Here sodium is dipped into 20 mM BiCl3 in DME and covered by a film.", ("BiCl3",)),
        ("Here we cast a membrane of poly(ethylene oxide) with NASICON fillers as electrolyte.", ("NASICON",)),
        ("Here we report a polypropylene scaffold coated with silver.", ("silver",)),
        ("Here, Ga-substituted garnet ceramics are sintered.", ("Ga",)),
        ("Here a zinc film is deposited on Ta-doped garnet.", ("zinc",)),
        ("Here we compare cells with 1 M NaPF6 in diglyme at low temperature.", ("NaPF6", "diglyme")),
        ("Here, a mesh of a felt decorated with Mg2+-modified carbon nitride is made.", ("Mg",)),
        ("Here we dope carbon cloth; co-doping with N and P is best.", ("N", "P")),
    ],
)
def test_an_agent_is_told_from_what_dissolves_holds_or_carries_it(text, agents):
    assert set(agents) <= {*presented(text).agents}
    assert not {"dimethoxyethane", "DME", "polypropylene", "Ta", "Co"} & {*presented(text).agents}


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Does the zinc also keep water away?", "open_question"),
        ("These data rule out diffusion in the bulk.", "negated"),
        ("The content of binder had no influence.", "negated"),
        ("We are inclined to believe that the zinc dissolves.", "hypothesised"),
    ],
)
def test_further_ways_to_ask_deny_and_guess(sentence, polarity):
    claims = extract(Source("made-up", f"{PROBLEM} Here we coat NASICON with zinc, and wetting improves. {sentence}", "")).claims
    assert claims[-1].polarity == polarity


def described(text: str) -> Claim:
    """Return the claim of a sentence that cites one work."""
    (found,) = extract(Source("made-up", text, "")).claims
    return found


@pytest.mark.parametrize(
    ("text", "strategies", "agents"),
    [
        ("Alder et al. [3] sprayed MXene on copper, and dendrites were suppressed.", ("surface_coating",), ("MXene",)),
        ("A PEO-based polymer interlayer by Alder et al. [3] improves the contact.", ("surface_coating",), ("PEO",)),
        ("Alder et al. [3] used a fluorine-containing solvent, and the SEI is stable.", (), ("fluorine-containing solvent",)),
    ],
)
def test_a_cited_work_is_told_by_what_it_laid_on(text, strategies, agents):
    assert (described(text).strategy_class, described(text).agents) == (strategies, agents)


def test_ions_that_replace_others_are_listed_without_their_charge():
    claims = extract(Source("made-up", "Doping NASICON with Mg2+ [4], Zn2+ [5] or La3+ [6] raises its conductivity.", "")).claims
    assert [claim.agents for claim in claims] == [("Mg",), ("Zn",), ("La",)]


def test_a_member_of_a_list_is_told_by_what_its_host_carries():
    claims = extract(
        Source("made-up", "Carbon cloth with Co3O4 wires [4] and Ni foam coated with Au [5] have served as hosts for sodium.", "")
    ).claims
    assert [claim.agents for claim in claims] == [("Co3O4",), ("Au",)]


def test_a_host_joined_with_what_is_brought_in_is_brought_in_too():
    claim = presented("Herein, a composite of SnO2 spheres, MXene sheets and graphene is used as host for sodium.")
    assert set(claim.agents) == {"SnO2", "MXene", "graphene"}


def test_a_valence_is_no_iodide():
    claim = presented("Here a Mg(II)@carbon cloth is made as host for sodium.")
    assert claim.agents[:1] == ("Mg",)
    assert "metal_decoration" in claim.strategy_class


def test_an_mxene_called_a_layer_is_no_host():
    claim = presented("Here we use Ti3C2 MXene as the protective layer for copper foil.")
    assert (claim.strategy_class, claim.agents) == (("surface_coating",), ("Ti3C2 MXene",))


def test_a_sample_that_is_compared_is_the_agent_of_its_claim():
    text = "We tested NYZC and NPS as separators. The NYZC cell failed at once. The NPS cell cycled stably for 300 cycles."
    claims = extract(Source("made-up", text, "")).claims
    assert {claim.agents for claim in claims} >= {("NYZC",), ("NPS",)}


def test_an_explanation_that_is_denied_is_no_failure_of_the_strategy():
    claims = extract(
        Source(
            "made-up",
            f"{PROBLEM} Here we coat NASICON with zinc, and wetting improves. Diffusion is thus not the bottleneck.",
            "",
        )
    ).claims
    assert (claims[-1].polarity, claims[-1].strategy_class) == ("negated", ())


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("The passivation of the surface layer limits the use of sodium [3].", ()),
        ("Caesium ions act by electrostatic shielding and suppress dendrites [3].", ("electrolyte_additive",)),
        ("Alder et al. [3] soaked carbon paper with the alloy, and wetting was good.", ("alloy_anode", "structural_host")),
        ("This in situ interlayer suppressed dendrites [3].", ("in_situ_interlayer",)),
    ],
)
def test_a_cited_sentence_has_a_strategy_where_it_says_that_one_helps(text, strategies):
    assert sorted(described(text).strategy_class) == sorted(strategies)


@pytest.mark.parametrize(
    ("text", "strategies", "agents"),
    [
        ("By fluorinating nickel foam with NH4F we made a host.", {"surface_treatment", "structural_host"}, ("NH4F",)),
        (
            "Here, boron nitride sheets are dispersed in PEO to give composite polymer electrolytes.",
            {"composite_electrolyte"},
            ("boron nitride",),
        ),
        ("Here we use a magnesium-containing sodium alloy as anode.", {"alloy_anode"}, ("magnesium",)),
        ("Here a 3D printed carbon lattice holds the sodium.", {"structural_host"}, ("carbon",)),
        ("Here we form a layer on sodium through an exchange reaction with ZnI2.", {"in_situ_interlayer"}, ("ZnI2",)),
    ],
)
def test_further_deeds_are_told_by_their_words(text, strategies, agents):
    assert {*presented(text).strategy_class} == strategies
    assert presented(text).agents == agents


def test_an_electrolyte_that_something_is_coated_with_is_brought_in():
    assert presented("Here, sodium foil is coated with a layer of NASICON.").agents == ("NASICON",)


OPENINGS = [
    "Herein, a tin coating is laid on sodium to suppress dendrites.",
    "Here we show that a tin coating suppresses dendrites of sodium.",
    "In this work, a tin-coated sodium anode was developed.",
    "We report a tin-coated sodium anode.",
    "This work reports a tin-coated sodium anode.",
    "A tin coating is introduced on sodium by sputtering.",
    "To tackle this problem, a tin coating was applied to sodium.",
    "To this end, sodium was coated with tin.",
    "By coating sodium with tin, dendrites are suppressed.",
    "Coating sodium with tin suppresses dendrites effectively.",
    "In response, we coated sodium with tin.",
    "Inspired by plants, a tin coating was designed for sodium.",
    "A facile strategy is proposed to coat sodium with tin.",
    "The present study demonstrates a tin-coated sodium anode.",
    "It is demonstrated that coating sodium with tin suppresses dendrites.",
    "It is found that a tin coating suppresses dendrites of sodium.",
    "Herein, by coating sodium with tin, we realize a dendrite-free anode.",
    "A tin-coated sodium anode is fabricated through a simple dip.",
    "In this paper, we coat sodium with tin.",
    "This study presents a coating of tin on sodium.",
    "We propose to coat sodium with tin.",
    "Our strategy is to coat sodium with tin.",
    "The problem is solved by coating sodium with tin.",
    "These issues are addressed by coating sodium with tin.",
    "A tin coating is used to protect sodium.",
]
RESULTS = (
    "Dendrites are absent, and symmetric cells run for 900 h at 1 mA cm-2. The full cell keeps 90% of its capacity after 400 cycles at 1C. "
    "This work offers insights into better sodium anodes."
)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_work_is_one_claim_however_it_presents_itself(opening):
    text = f"Sodium anodes suffer from dendrites. {opening} {RESULTS}"
    problem, own = extract(Source("made-up", text, "")).claims
    assert (problem.attribution, own.attribution) == ("own_statement", "own_result")
    assert (own.strategy_class, own.agents) == (("surface_coating",), ("tin",))
    assert {*own.effects} == {"dendrite_suppressed", "cycling_stability_improved"}
