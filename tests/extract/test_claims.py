"""What a study claims. All passages are written for these tests."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

REFERENCES = """

## References

1. Novak, P.; Adler, R. Zinc seeds for sodium. *J. Fict. Electrochem.* 2021, 1, 10–20.
2. Okafor, C.; Lind, S. Heating of ceramic pellets. *J. Fict. Electrochem.* 2022, 2, 30–40.
3. Marsh, T.; Ito, K. Bismuth films. *Imagin. Mater.* 2020, 3, 50–60.
"""


def read(text, heading="2. All-solid-state cells"):
    source = Source("made-up", f"## {heading}\n\n{text}{REFERENCES}", "")
    records = extract(source)
    assert all(source.text[r.start : r.end] == getattr(r, "quote", getattr(r, "span", "")) for r in records)
    return records


def only(text, **options):
    (claim,) = read(text, **options).claims
    return claim


@pytest.mark.parametrize(
    ("text", "mechanism"),
    [
        ("Novak et al. [1] put zinc on BASE, which lowers the surface tension of the melt.", "surface_tension_reduction"),
        ("Okafor et al. [2] polished NZSP so that its carbonate contamination was removed.", "passivation_removal"),
        ("Marsh et al. [3] laid Bi on NZSP, and a Na3Bi layer formed on contact.", "alloying"),
        ("Marsh et al. [3] drew sodium into a felt by capillary forces.", "capillary_infiltration"),
        ("In the host of Novak et al. [1] the local current density is reduced.", "local_current_density_reduction"),
        ("Novak et al. [1] found that the nucleation barrier of sodium falls.", "nucleation_barrier_reduction"),
        ("Marsh et al. [3] report an anode that conducts both ions and electrons.", "mixed_conduction"),
        ("The additive of Novak et al. [1] builds a robust SEI.", "sei_stabilization"),
        ("Okafor et al. [2] found that glass fills the grain boundaries of NZSP.", "grain_boundary_filling"),
        ("The liquid anode of Marsh et al. [3] is self-healing.", "self_healing"),
    ],
)
def test_a_mechanism_is_read_from_its_cue(text, mechanism):
    assert mechanism in only(text).mechanisms


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Novak et al. [1] coated BASE with zinc and wetting became better.", "wettability_improved"),
        ("With the coating of Novak et al. [1] dendrites were suppressed.", "dendrite_suppressed"),
        ("Okafor et al. [2] heated NZSP, and its interfacial resistance fell.", "interfacial_resistance_reduced"),
        ("The cells of Okafor et al. [2] cycled stably.", "cycling_stability_improved"),
        ("The coating of Novak et al. [1] gave a better rate capability.", "rate_performance_improved"),
        ("The foam of Marsh et al. [3] reduces the volume change.", "volume_change_reduced"),
    ],
)
def test_an_effect_is_read_from_its_cue(text, effect):
    assert effect in only(text).effects


def test_what_is_denied_hedged_or_wished_is_not_asserted():
    items = {
        i.value: i.polarity
        for i in only("Novak et al. [1] coated BASE with zinc. It might lower the surface tension of the melt.").items
    }
    assert items["surface_tension_reduction"] == "hypothesised"
    items = {
        i.value: i.polarity for i in only("Novak et al. [1] coated BASE with zinc, but dendrites were not suppressed.").items
    }
    assert items["dendrite_suppressed"] == "negated"
    assert "dendrite_suppressed" not in only("Novak et al. [1] coated BASE with zinc in order to suppress dendrites.").effects


def test_a_result_credited_to_something_other_than_wetting_is_an_effect_of_its_own():
    claims = read(
        "Novak et al. [1] reinforced BASE with silica, and dendrites were suppressed by the stiff matrix instead of by wetting."
    ).claims
    assert [claim.effects for claim in claims] == [("dendrite_suppressed",), ("no_wetting_improvement",)]


def test_members_of_a_citation_run_lend_each_other_nothing():
    claims = read("Coatings of Zn [1] and of Bi [3] improve wetting.").claims
    assert [(claim.ref, claim.agents, claim.attribution) for claim in claims] == [
        ((1,), ("Zn",), "listed"),
        ((3,), ("Bi",), "listed"),
    ]


def test_an_open_question_claims_no_effect():
    claim = only("It is unclear whether this would improve the wetting of NASICON.")
    assert (claim.polarity, claim.effects, claim.attribution) == ("open_question", (), "own_statement")


def test_the_grid_that_cells_are_built_for_is_no_mesh():
    assert not only("Sodium cells are considered for storage on the grid [1][2].").strategy_class
    assert "mesh_or_network" in only("Novak et al. [1] laid a nickel grid on BASE.").strategy_class


def test_text_that_only_says_that_works_exist_is_no_claim():
    assert read("Sodium batteries have a long history [1,2,3].").claims == ()


def test_carbon_is_an_agent_on_a_solid_electrolyte_and_the_host_of_a_liquid_cell():
    assert only("Marsh et al. [3] coated BASE with porous carbon.").agents == ("porous carbon",)
    host = only("Marsh et al. [3] coated porous carbon with SnO2.", heading="3. Conventional batteries with liquid electrolytes")
    assert (host.agents, host.substrate_class) == (("SnO2",), "carbon")


def test_an_abbreviation_means_what_the_document_defines():
    felt = only("Novak et al. [1] used carbon felt (CF). Sodium entered the CF at once.", heading="3. Liquid electrolytes")
    foam = only("Novak et al. [1] used copper foam (CF). Sodium entered the CF at once.", heading="3. Liquid electrolytes")
    assert (felt.substrate_class, foam.substrate_class) == ("carbon", "metal")


def test_a_substitute_agent_makes_a_claim_of_its_own():
    claims = read("Novak et al. [1] coated BASE with Pb to make it wet better. It also worked after replacing Pb with Zn.").claims
    assert [claim.agents for claim in claims] == [("Pb",), ("Zn",)]


OWN_WORK = "Here we coat NASICON with zinc, and wetting becomes better."


def own(text):
    """Read a text that cites nobody: what it tells of is its own work."""
    return extract(Source("made-up", text, "")).claims


def test_results_make_a_claim_of_a_works_own_text_even_where_no_strategy_is_named():
    (claim,) = own("We cycled sodium in glyme. The coulombic efficiency was 99.2% for 300 cycles at 1 mA cm⁻².")
    assert (claim.attribution, claim.polarity) == ("own_result", "asserted")


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("We suspect that humidity would act likewise.", "hypothesised"),
        ("The larger surface may be the reason.", "hypothesised"),
        ("The deposits were flat, and we believe that the salt is responsible.", "hypothesised"),
        ("A thicker film brought no further benefit.", "negated"),
        ("Moreover, we find that roughness alone cannot account for it.", "negated"),
        ("Whether the film survives freezing remains open.", "open_question"),
        ("Possibly traces of water take part.", "hypothesised"),
        ("The early failure of a few cells is probably a matter of handling.", "hypothesised"),
        ("We suggest that films of this kind would suit garnets.", "hypothesised"),
        ("If the film were renewed during use, cells might live longer.", "hypothesised"),
        ("Zinc alone, without annealing, did not help.", "negated"),
        ("None of the ceramics has suppressed dendrites.", "negated"),
        ("Etching the foil brought no comparable stability.", "negated"),
        ("Thicker layers were of no use.", "negated"),
        ("Neither washing nor drying improved the contact.", "negated"),
        ("An increase of the salt content to 3 M was detrimental to the cycle life.", "negated"),
        ("The gain vanished once the film was thicker than 200 nm.", "negated"),
        ("Mechanical pressure alone is not sufficient to close the voids.", "negated"),
        ("A contribution of alloying can be excluded.", "negated"),
        ("Transfer of charge is not the slow step.", "negated"),
        ("The oil was unable to remove the gas.", "negated"),
        ("A catalytic role of the metal cannot be excluded.", "hypothesised"),
        ("The early rise is tentatively ascribed to handling.", "hypothesised"),
        ("The scatter could be due to traces of oxygen.", "hypothesised"),
        ("Most likely, the voids collapse under pressure.", "hypothesised"),
        ("One possible explanation is creep of the metal.", "hypothesised"),
        ("In principle, the method should be applicable to potassium.", "hypothesised"),
        ("The treatment is expected to work for sulfides as well.", "hypothesised"),
        ("What happens at higher pressure is left for future work.", "open_question"),
        ("The role of the binder deserves further study.", "open_question"),
        ("No data exist so far on the behaviour below 0 °C.", "open_question"),
        ("Nothing is known about its stability in air.", "open_question"),
        ("The slow rise of the voltage is a matter of debate.", "open_question"),
        ("Why the voltage rises after 500 h eludes us.", "open_question"),
        ("To what extent the pores contribute could not be determined.", "open_question"),
        ("An explanation for this is still missing.", "open_question"),
        ("A second bath failed to reduce the interfacial resistance.", "negated"),
        ("Storage in argon does not prolong its life.", "negated"),
        ("The grain size of the ceramic is therefore not the decisive factor.", "negated"),
        ("The gain nevertheless ends once the zinc peels off.", "negated"),
        ("Which thickness is best has yet to be determined.", "open_question"),
        ("How long the film lasts in moist air is not settled.", "open_question"),
        ("Neither cost nor recycling has been examined.", "open_question"),
        ("We cannot yet say whether other ceramics behave likewise.", "open_question"),
        ("Whether sputtering would do as well is a matter we have not addressed.", "open_question"),
        ("Why a thicker film cracks is an open issue.", "open_question"),
        ("It is not understood, though, which face the zinc grows on.", "open_question"),
    ],
)
def test_what_a_work_supposes_denies_or_asks_stands_beside_its_claim(sentence, polarity):
    main, aside = own(f"We coated NASICON with zinc, and wetting became better. {sentence}")
    assert (main.polarity, aside.polarity) == ("asserted", polarity)
    assert not aside.strategy_class or polarity == "negated" or aside.agents
    assert aside.agents in {(), ("zinc",)}
    assert polarity == "negated" or not aside.effects


@pytest.mark.parametrize(
    "sentence",
    [
        "The film did not change the lattice of the ceramic.",
        "The cells did not reach 300 h with thick sodium.",
        "Without the film, a cell is not worth testing.",
        "The film, however, remains thin.",
        "Its thickness may be as small as 20 nm.",
        "The film can be made thinner without loss of stability.",
        "However, the film stays whole and never peels off.",
        "The phase that forms is no insulator but a mixed conductor.",
        "Not only does the film protect the metal, it also carries ions.",
        "Growth of dendrites was not observed, which is due to the film.",
        "If the film is made of silver, the resistance falls to 4 Ω cm².",
        "The film ends the growth of dendrites.",
    ],
)
def test_a_denial_of_no_help_is_no_claim_of_its_own(sentence):
    (claim,) = own(f"We coated NASICON with zinc, and wetting became better. {sentence}")
    assert claim.polarity == "asserted"


def test_what_is_denied_keeps_the_effect_that_it_lacks():
    _, aside = own(f"{OWN_WORK} Heating alone did not suppress dendrites.")
    assert (aside.polarity, aside.effects) == ("negated", ("dendrite_suppressed",))


@pytest.mark.parametrize(
    "sentence",
    ["Drops of sodium on the bare ceramic did not spread.", "A pristine pellet, in contrast, was not wetted by the melt."],
)
def test_the_untreated_thing_that_is_not_wetted_is_a_fact_beside_the_claim(sentence):
    _, aside = own(f"{OWN_WORK} {sentence}")
    assert (aside.polarity, aside.effects, aside.strategy_class) == ("asserted", (), ())


def test_where_a_text_only_denies_and_supposes_nothing_is_left_for_a_main_claim():
    claims = own("We saw that no film has suppressed dendrites at high rate. If films could heal, the limit might fall.")
    assert [claim.polarity for claim in claims] == ["negated", "hypothesised"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In a variant, Ag particles were added to the ceramic, and dendrites were suppressed.",
        "A second series was coated with silver, and dendrites were suppressed.",
        "Alternatively, the pellets were coated with silver, and dendrites were suppressed.",
        "Particles of silver solve this problem, and dendrites are suppressed.",
    ],
)
def test_another_version_of_the_work_makes_a_claim_of_its_own(sentence):
    main, other = own(f"{OWN_WORK} The film cracks after 90 h. {sentence} Cells live for 900 h.")
    assert (main.attribution, other.attribution) == ("own_result", "own_result")
    assert "dendrite_suppressed" not in main.effects
    assert {"dendrite_suppressed", "cycling_stability_improved"} <= {*other.effects}


def test_reasons_that_are_counted_stay_in_one_claim():
    (claim,) = own(f"{OWN_WORK} First, the film takes up sodium. Second, the film lowers the interfacial energy.")
    assert "interface_energy_reduction" in claim.mechanisms


def test_a_problem_told_by_what_cannot_be_done_is_asserted():
    problem, _ = own(f"Sodium cannot be cycled stably in carbonates. {OWN_WORK}")
    assert problem.polarity == "asserted"


def test_a_cited_work_that_only_denies_is_negated():
    assert only("A foam without seeds does not suppress dendrites [1].").polarity == "negated"


def test_what_a_subordinate_clause_denies_is_not_denied_after_it():
    (claim,) = own("Because our film never saw air, dendrites were suppressed.")
    assert (claim.polarity, claim.effects) == ("asserted", ("dendrite_suppressed",))


def test_a_hedge_in_a_clause_that_hangs_on_the_sentence_makes_no_claim_of_its_own():
    (claim,) = own("We coated NASICON with zinc. The contact angle fell to 40°, since the film may take up sodium.")
    assert claim.polarity == "asserted"


def test_a_work_that_only_asks_is_one_open_question():
    (claim,) = own("In this work we ask whether a thinner host can carry sodium.")
    assert claim.polarity == "open_question"


def test_a_study_whose_first_result_is_a_denied_wetting_makes_one_claim():
    (claim,) = read(
        "Marsh et al. [3] saw no improvement in wetting with a polymer film on NZSP, though cells ran for 200 h."
    ).claims
    assert "no_wetting_improvement" in claim.effects


def test_what_is_replaced_in_a_studys_first_sentence_is_what_it_did():
    (claim,) = read("Marsh et al. [3] replaced Pb by Bi on BASE, and it was wetted at 180 °C.").claims
    assert claim.ref == (3,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Uneven deposits of sodium degrade the electrode and are a hazard.",
        "A weak interphase on sodium leads to early failure of the cell.",
        "However, NASICON is stiff, so that contact with Na is lost.",
        "The growth of dendrites remains a challenge.",
        "One way of keeping sodium flat is to give it a porous host.",
        "Sodium on bare aluminium turns to moss, and this bars the foil from long use.",
        "Around 200 °C sodium contracts to balls on NASICON, and the contact shrinks with it.",
        "Glyme would be a fine solvent for sodium were it not for its volatility.",
        "Fabrics are light hosts of sodium, yet weaving them takes days.",
    ],
)
def test_a_problem_told_before_the_own_work_is_a_claim(sentence):
    problem, main = own(f"{sentence} {OWN_WORK}")
    assert (problem.quote, problem.polarity, problem.effects) == (sentence, "asserted", problem.effects)
    assert main.attribution == "own_result"


@pytest.mark.parametrize(
    "sentence",
    [
        "Sodium is an ideal anode because of its theoretical capacity of 1166 mAh g⁻¹.",
        "Sodium batteries have attracted attention owing to their low cost.",
        "Great effort has been devoted to tackling the challenge of sodium dendrites.",
        "Sodium anodes were cheap long before cells reached 3.5 V.",
        "To suppress dendrites, several hosts have been devised.",
    ],
)
def test_praise_and_wishes_before_the_own_work_claim_nothing(sentence):
    (main,) = own(f"{sentence} {OWN_WORK}")
    assert main.attribution == "own_result"


def test_a_cited_statement_is_a_claim_unless_it_only_praises_or_says_that_a_thing_was_tried():
    assert only("Pores open where sodium is drawn off faster than it creeps [1,2].").attribution == "listed"
    assert read("Glasses have also been tried in sodium cells [1,2].").claims == ()
    assert read("Solid cells have gained much attention [1,2].").claims == ()


def test_a_cited_statement_that_is_hedged_as_a_whole_is_a_hypothesis():
    assert only("A resistive layer can potentially consume sodium [2].").polarity == "hypothesised"


def test_a_hedge_that_only_hangs_on_a_cited_statement_does_not_carry_it():
    claims = read("Sodium reacts with esters [1][2]; its salts would probably dissolve. Films may crack on sodium [2,3].").claims
    assert [claim.polarity for claim in claims if len(claim.ref) > 1] == ["asserted", "hypothesised"]


def test_a_result_with_a_figure_is_the_texts_own_even_where_it_cites_others():
    text = "Cells with the zinc film cycled stably for 400 h (Figure 2a). The control failed early, as is known for bare NASICON [2]."
    ours, theirs = read(text).claims
    assert (ours.attribution, theirs.ref) == ("own_result", (2,))


def test_a_citation_that_supports_an_own_result_does_not_own_it():
    assert only("Our spectra show that the zinc film has alloyed with sodium, as expected [1].").ref == ()


def test_an_outlook_is_no_hypothesis_of_a_work():
    assert len(own(f"{OWN_WORK} It may inspire other films in the future.")) == 1


def test_what_is_granted_before_the_text_turns_against_it_claims_nothing():
    turned, main = own(f"Oxide ceramics suppress dendrites. Nevertheless, their contact with sodium is poor. {OWN_WORK}")
    assert (turned.quote.split(",")[0], main.attribution) == ("Nevertheless", "own_result")


def test_a_guess_that_a_sentence_adds_to_its_result_is_no_claim_of_its_own():
    assert len(own(f"{OWN_WORK} The angle fell to 30°, which suggests that the surface energy is lowered.")) == 1


def test_a_spectrum_or_micrograph_goes_on_with_the_own_work():
    text = "Our film keeps BASE wet [1]. Micrographs of the film show no dendrites."
    assert len(read(text).claims) == 1


def test_variants_that_a_text_compares_are_claimed_one_by_one():
    claims = own(
        "Cells were built with three electrolytes (NQX, NPQ, or NBX). The cell using NQX failed at once, with an efficiency of 12%. "
        "It could not be charged again. The cell using NPQ reached 62%, more than that of NQX. Among the three, NBX kept the metal flat."
    )
    assert [claim.quote[:22].strip() for claim in claims] == [
        "The cell using NQX fai",
        "The cell using NPQ rea",
        "Among the three, NBX k",
    ]
    assert "charged again" in claims[0].quote


def test_methods_listed_side_by_side_are_no_variants():
    assert len(own(f"{OWN_WORK} XPS and SEM were used. XPS shows NaF after 20 h. SEM shows a flat film after 20 h.")) == 1


def test_rules_of_a_numbered_list_are_claimed_one_by_one():
    claims = own("Here we ask what governs wetting of BASE. 1) Heat makes sodium thin. It spreads. 2) A rough surface repels it.")
    assert [claim.quote for claim in claims[-2:]] == ["1) Heat makes sodium thin. It spreads.", "2) A rough surface repels it."]


def test_own_results_parted_by_a_supporting_citation_are_one_claim():
    claims = read(
        "Zinc-coated cells ran for 400 h (Figure 1a). The decay of bare cells is ascribed to dendrites [1]. "
        "At 2 mA cm⁻² the coated cells lasted for 200 h (Figure 1b)."
    ).claims
    assert [claim.ref for claim in claims] == [(), (1,)]
    assert claims[0].quote.endswith("(Figure 1b).")


def test_own_results_of_different_strategies_stay_apart():
    claims = read(
        "We coated BASE with zinc (Figure 1). Films like this are known to crack [1]. We then doped the carbon with nitrogen (Figure 2)."
    ).claims
    assert [claim.strategy_class for claim in claims if not claim.ref] == [("surface_coating",), ("heteroatom_doping",)]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("With a lead coating made for comparison, the angle was 60°.", "asserted"),
        ("Bismuth, tried for comparison, did not stick to the pellet.", "negated"),
        ("In contrast, a film of Al2O3 brought no benefit.", "negated"),
    ],
)
def test_an_agent_tried_for_comparison_makes_a_claim_of_its_own(sentence, polarity):
    main, other = own(f"{OWN_WORK} {sentence}")
    assert (other.polarity, len(other.agents)) == (polarity, 1)
    assert not set(main.agents) & set(other.agents)


def test_a_sentence_makes_one_claim_beside_the_main_one_however_often_it_hedges():
    assert len(own(f"{OWN_WORK} The film may suit other ceramics, but this has not been tested.")) == 2


def test_an_abstract_tells_of_its_own_work_though_the_text_below_it_cites_others():
    body = "## 1. Introduction\n\nVoids open on stripping [1]."
    abstract = "A zinc film is prepared on NASICON by evaporation. It wets well. Cells keep a low polarization."
    claims = extract(Source("made-up", f"{abstract}\n\n{body}{REFERENCES}", "")).claims
    assert [claim.attribution for claim in claims] == ["own_result", "reported"]


def test_a_summary_tells_of_the_own_work():
    (claim,) = own("In summary, borate fills the grain boundaries of NASICON and makes it dense.")
    assert claim.attribution == "own_result"


def test_an_own_finding_without_strategy_or_number_is_a_claim():
    (claim,) = own("We followed the interface of sodium. Stripping leads to voids beside the ceramic.")
    assert claim.attribution == "own_result"


@pytest.mark.parametrize(
    "sentence",
    [
        "We get round this with a borate salt, and cells live for 400 h at 1 mA cm⁻².",
        "Our way out is a borate salt, with which cells live for 400 h at 1 mA cm⁻².",
        "A film of tin was therefore evaporated on the ceramic, and cells live for 400 h.",
        "Traces of a borate salt remove this difficulty. Cells live for 400 h at 1 mA cm⁻².",
        "Stirring 5% of graphite into the melt gives a paste that sticks to the ceramic.",
        "A route is described by which the melt fills a cloth. We find that cells live for 400 h.",
        "A film of tin overcomes this limit. Cells live for 400 h at 1 mA cm⁻².",
        "We then show that this need not be so. With tin on the ceramic cells live for 400 h.",
    ],
)
def test_the_own_work_begins_where_the_text_first_tells_what_was_done(sentence):
    problem, main = own(f"Sodium reacts with glyme within 2 h and dendrites follow. {sentence}")
    assert (problem.attribution, main.attribution) == ("own_statement", "own_result")
    assert main.quote == sentence


def test_the_problem_may_stand_before_what_would_solve_it():
    problem, _ = own(f"Sodium turns to moss on copper. A film of fluoride would spare it this. {OWN_WORK}")
    assert problem.quote == "Sodium turns to moss on copper."


def test_a_recipe_with_its_amount_is_the_own_work_though_the_text_says_we_later():
    (claim,) = own("Milling sodium with 5% of graphite gives a paste. We find that it sticks to the ceramic.")
    assert claim.start == 0


def test_a_number_before_anything_is_told_of_the_own_work_is_no_result_of_it():
    problem, main = own(
        "Below 150 °C sodium shrinks to beads on a ceramic. Borate enables stable cycling of sodium. Cells keep 90% after 300 cycles."
    )
    assert (problem.attribution, main.attribution) == ("own_statement", "own_result")


@pytest.mark.parametrize(
    "sentence",
    [
        "What keeps sodium from spreading on a ceramic?",
        "The choice of salt decides over the life of sodium.",
        "Cells of sodium could serve as stores in houses.",
        "How sodium wets iron is an old topic.",
        "An interphase of fluoride would keep sodium smooth, provided that it formed.",
    ],
)
def test_questions_weights_and_conditions_before_the_own_work_claim_nothing(sentence):
    (main,) = own(f"{sentence} {OWN_WORK}")
    assert main.attribution == "own_result"


@pytest.mark.parametrize("last", ["", " This work shows what salts can do."])
def test_a_work_that_nothing_presents_is_told_from_its_first_gain_on(last):
    (claim,) = own(
        f"A fluorinated salt enables stable cycling of sodium. It builds a thin interphase. Cells keep 90% after 300 cycles.{last}"
    )
    assert (claim.attribution, claim.start) == ("own_result", 0)


def test_a_treatment_with_its_settings_in_brackets_is_the_own_work():
    text = (
        "Nitrogen plasma (80 W, 10 min) opens pores in carbon paper, and sodium then fills it. "
        "The paper ran for 900 h at 1 mA cm-2. We think that edges are what binds sodium."
    )
    first = extract(Source("made-up", text, "")).claims[0]
    assert first.attribution == "own_result"
    assert "surface_treatment" in first.strategy_class


def test_an_abbreviation_means_what_the_text_said_last():
    first, second = read(
        "Novak et al. [1] filled carbon felt (CF) with sodium. The Na@CF anode ran for 500 h.\n\n"
        "Marsh et al. [3] used copper foam (CF). This CF host lasted for 200 h.",
        heading="1. Hosts",
    ).claims
    assert (first.substrate, second.substrate) == ("carbon felt", "copper foam")
    assert second.agents == ("CF",)
