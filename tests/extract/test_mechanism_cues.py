"""Mechanisms and effects by their cues: for each a phrase that says it and one that comes near without saying it. All are written here."""

import pytest

from sodiokg.errors import OntologyError
from sodiokg.extract.lexicon import read_lexicon
from sodiokg.extract.records import extract
from sodiokg.model import Source


def said(sentence):
    """Return what is asserted by a work's own text."""
    claims = extract(Source("made-up", f"We coated BASE with zinc. {sentence}", "")).claims
    return {item.value for claim in claims for item in claim.items if item.polarity == "asserted"}


PAIRS = [
    ("surface_tension_reduction", "Zinc depresses the surface tension of the melt.", "The melt has a large surface tension."),
    ("surface_tension_reduction", "The tension of the liquid metal fell.", "The tension of the spring was set by hand."),
    ("passivation_removal", "Rinsing gets rid of the carbonate.", "The carbonate covers the pellet."),
    ("passivation_removal", "An acid dip etches the resistive skin away.", "A resistive skin was seen on the pellet."),
    ("passivation_removal", "Li2CO3 vanished from the spectra.", "Li2CO3 was seen in the spectra."),
    ("alloying", "On contact the film turns into an alloy.", "The foil was cut from an alloy."),
    ("conversion_reaction", "SnO2 turns into Na2O and tin.", "SnO2 turns into a film on drying."),
    ("conversion_reaction", "SnO2 takes part in a displacement reaction.", "SnO2 and its reaction are well known."),
    ("capillary_infiltration", "The felt wicks the melt.", "The felt was laid into the melt."),
    ("adsorption_enhancement", "Carbonyl groups attract Na+ ions.", "Carbonyl groups attract much interest."),
    ("adsorption_enhancement", "A strong interaction of the groups with sodium was found.", "A long interaction with users was found."),
    ("nucleation_barrier_reduction", "It lowers the overpotential for nucleation and the nucleation overpotential.", "The nucleation overpotential was read off."),
    ("nucleation_barrier_reduction", "It cuts the overpotential for the nucleation of sodium.", "Its grains are nucleation sites."),
    ("nucleation_barrier_reduction", "It brings the nucleation barrier down.", "The nucleation overpotential was as low as on tin."),
    ("nucleation_barrier_reduction", "The barrier for nucleation is small.", "The barrier for diffusion is small."),
    ("local_current_density_reduction", "It shares the current over a wide area.", "The current was set for a wide area."),
    ("local_current_density_reduction", "The effective current density drops.", "The current density drops to 1 mA cm⁻²."),
    ("ion_flux_homogenization", "Ions are distributed evenly.", "Grains are distributed evenly."),
    ("ion_flux_homogenization", "It flattens the concentration gradient.", "It flattens the foil."),
    ("ion_flux_homogenization", "It gives uniform migration of ions, so uniform ion migration.", "It was made from a uniform powder."),
    ("sei_stabilization", "The salt improves the SEI.", "The salt gives an unstable SEI."),
    ("sei_stabilization", "A tough interphase was laid on it.", "An artificial interphase was laid on it."),
    ("sei_stabilization", "Its products leave a layer that soon passivates the metal.", "The interphase lost its stability."),
    ("sei_stabilization", "The interphase is robust.", "The interphase is not stable."),
    ("sei_stabilization", "A Li3N-containing layer forms.", "A polymer-containing layer is known."),
    ("sei_stabilization", "A fluorinated SEI is found.", "The SEI layer is broken and formed again."),
    ("interlayer_formation", "An interlayer grew in situ.", "The interlayer goes on growing."),
    ("adsorption_enhancement", "A strong sodium adsorption was computed.", "The adsorption was left out."),
    ("wettability_improved", "The melt was infiltrated spontaneously.", "The melt was infiltrated under pressure."),
    ("wettability_improved", "It makes the tube more wettable.", "It makes the tube wider."),
    ("cycling_stability_improved", "It keeps a high coulombic efficiency.", "High reactivity leads to low coulombic efficiency."),
    ("cycling_stability_improved", "It strips and plates sodium steadily.", "It strips and plates sodium."),
    ("cycling_stability_improved", "It gives a better capacity retention.", "The capacity retention was read off."),
    ("roughness_reduction", "The surface was flatter.", "The surface was wider."),
    ("interlayer_formation", "Heating leaves a conformal film.", "Heating leaves a residue."),
    ("interlayer_formation", "A film grew in situ.", "A film was bought."),
    ("mixed_conduction", "It gives channels for ions and electrons.", "It gives channels for liquids."),
    ("mixed_conduction", "It is a MIEC.", "It is an insulator."),
    ("self_healing", "The liquid heals cracks by itself.", "The liquid shows cracks."),
    ("mechanical_support", "The film has a high elastic modulus.", "The film has a high price."),
    ("mechanical_support", "The layer is stiff yet rigid and flexible.", "The layer is a stiff paste."),
    ("interface_energy_reduction", "It lowers the energy of the interface.", "It lowers the energy of the cell."),
    ("grain_boundary_filling", "The glass seals the grain boundaries.", "The glass melts near the grain boundaries."),
    ("vacancy_diffusion_enhancement", "Vacancies are refilled.", "Vials are refilled."),
    ("volume_change_accommodation", "Its inner pores take the volume up and host the volume.", "Its inner pores were imaged."),
    ("volume_change_accommodation", "It tolerates the volume swing.", "It shows a volume swing."),
    ("side_reaction_prevention", "It avoids direct contact.", "It has direct contact."),
    ("side_reaction_prevention", "It stops the salt from reaching sodium.", "It stops at noon."),
    ("side_reaction_prevention", "It slows the decomposition of the solvent.", "The decomposition of the solvent goes on."),
    ("side_reaction_prevention", "It lessens unwanted reactions.", "Sodium is hindered by side reactions."),
    ("defect_sites", "Oxygen vacancies were made.", "Oxygen gas was made."),
    ("wettability_improved", "The contact angle shrank.", "The contact angle was read."),
    ("wettability_improved", "The ceramic took up sodium.", "The work took up time."),
    ("wettability_improved", "Droplets of sodium flattened at once.", "Droplets of sodium stood high."),
    ("wettability_improved", "It brings better physical contact.", "It brings physical contact to mind."),
    ("wettability_improved", "A lithiophobic sheet turns into a lithiophilic one.", "A lithiophobic sheet was left."),
    ("dendrite_suppressed", "Filaments are blocked.", "Dendrites hinder its use."),
    ("dendrite_suppressed", "Cells run without dendrites.", "Without the film, dendrites were found."),
    ("side_reaction_prevention", "Side reactions are mitigated.", "Side reactions limit its use."),
    ("dendrite_suppressed", "Filaments were never seen.", "Filaments were often seen."),
    ("dendrite_suppressed", "The surface is free from dendrites.", "The metal grows dendrites and swells without limit."),
    ("dendrite_suppressed", "Hardly any mossy metal is left.", "Much mossy metal is left."),
    ("dendrite_suppressed", "The melt cannot form dendrites.", "Dendrites were not suppressed."),
    ("interfacial_resistance_reduced", "The interfacial resistance declines.", "The interfacial resistance did not change."),
    ("interfacial_resistance_reduced", "The resistance is a third of that of the bare tube.", "There is an increase in interfacial resistance."),
    ("cycling_stability_improved", "It prolongs the life.", "Tests were made to evaluate the cycling stability."),
    ("cycling_stability_improved", "Plating is highly reversible.", "Plating is fast."),
    ("cycling_stability_improved", "Cells lived for years, over 900 h.", "It shows poor cycling stability."),
    ("rate_performance_improved", "It was confirmed by its rate capability.", "It was cycled at a low rate."),
    ("densification_improved", "The relative density rises.", "The relative humidity rises."),
    ("volume_change_reduced", "The thickness grows only slightly.", "The thickness grows on plating."),
    ("adhesion_improved", "Sodium adheres well to it.", "Sodium slides off it."),
    ("alloying", "The film becomes an alloy.", "The film becomes a nuisance."),
    ("alloying", "It turns dark and alloys with the tin.", "Two alloys were bought."),
    ("conversion_reaction", "SnO2 is attacked, and tin is left as a metal behind.", "SnO2 was left on the shelf."),
    ("conversion_reaction", "Sodium reduces the oxide SnO2.", "Sodium reduces the cost of SnO2."),
    ("conversion_reaction", "The salt is converted, and NaF remains.", "The salt is converted to a gel."),
    ("adsorption_enhancement", "Its atoms hold sodium firmly.", "Its clamps hold the cell."),
    ("adsorption_enhancement", "Doping strengthens the binding of sodium.", "Doping lowers the price of sodium."),
    ("ion_flux_homogenization", "It makes the electric field homogeneous.", "It makes the colour homogeneous."),
    ("ion_flux_homogenization", "The film carries ions evenly.", "The film carries a label."),
    ("interlayer_formation", "An interlayer forms on contact.", "There is growth of the interlayer that forms."),
    ("interface_energy_reduction", "Contacts of low-tension interfaces help.", "A low-tension cable was used."),
    ("grain_boundary_filling", "The niobate sits between the boundaries.", "The niobate sits on a tray."),
    ("volume_change_accommodation", "There the metal can swell and shrink.", "There the metal can be weighed."),
    ("side_reaction_prevention", "Parasitic reactions come to a halt.", "Parasitic reactions go on."),
    ("self_healing", "The liquid closes its cracks.", "The valve closes."),
    ("wettability_improved", "The felt fills with molten sodium.", "The box is filled with argon."),
    ("dendrite_suppressed", "It holds back the growth of dendrites.", "It holds dendrites to be the reason."),
    ("dendrite_suppressed", "Filaments do not grow.", "Filaments grow."),
    ("dendrite_suppressed", "Filaments could not be found.", "Filaments could not be suppressed."),
    ("dendrite_suppressed", "It keeps dendrites from forming.", "It keeps forming dendrites."),
    ("dendrite_suppressed", "Grains grow instead of dendrites.", "Grains and dendrites grow."),
    ("rate_performance_improved", "It withstands higher rates.", "It was charged at higher rates."),
    ("rate_performance_improved", "Cells show excellent rate and cycling behaviour.", "Cells show a rate of one."),
    ("densification_improved", "The pellets became denser.", "The fog became denser."),
    ("densification_improved", "It sinters to a higher density.", "It runs at a higher current density."),
    ("volume_change_reduced", "It limits the swelling of the metal.", "It shows the swelling of the metal."),
    ("volume_change_reduced", "The outer thickness stays at a constant thickness.", "The thickness was read."),
    ("cycling_stability_improved", "Cells went through 900 cycles.", "It would do if the cell is to cycle stably."),
    ("no_wetting_improvement", "The wettability was unchanged.", "The wettability was measured."),
]  # fmt: skip


@pytest.mark.parametrize(("key", "positive", "negative"), PAIRS)
def test_a_cue_says_its_concept_and_a_near_miss_does_not(key, positive, negative):
    assert key in said(positive)
    assert key not in said(negative)


@pytest.mark.parametrize(
    ("key", "positive", "negative"),
    [
        ("wettability_improved", "The contact angle was 40°.", "The contact angle was 120°."),
        ("cycling_stability_improved", "The coulombic efficiency was 99.7%.", "The coulombic efficiency was 61%."),
        ("cycling_stability_improved", "Cells gave 120 mAh g⁻¹ after 800 cycles.", "Cells gave 120 mAh g⁻¹ after 3 cycles."),
        (
            "interfacial_resistance_reduced",
            "The area-specific resistance was 8 Ω cm², and 300 Ω cm² on plain BASE.",
            "The area-specific resistance was 8 Ω cm², and 9 Ω cm² on plain BASE.",
        ),
        (
            "interfacial_resistance_reduced",
            "An area-specific resistance as low as 2 Ω cm² was found.",
            "An area-specific resistance of 2 Ω cm² was found.",
        ),
    ],
)
def test_a_number_shows_an_effect_from_a_size_on(key, positive, negative):
    assert key in {effect for claim in own(positive) for effect in claim.effects}
    assert key not in {effect for claim in own(negative) for effect in claim.effects}


def own(sentence):
    return extract(Source("made-up", f"We coated BASE with zinc. {sentence}", "")).claims


LISTS = [
    "The local current density is lowered by hosts such as carbon felt [1], copper foam [2] and MXene paper [3].",
    "The local current density is lowered by carbon felt [1], copper foam [2] and MXene paper [3].",
    "Carbon felt [1], copper foam [2] and MXene paper [3] lower the local current density.",
    "Carbon felt [1], copper foam [2] and MXene paper [3] have been used to lower the local current density.",
]


@pytest.mark.parametrize("sentence", LISTS)
def test_what_a_sentence_says_of_a_list_holds_for_each_member(sentence):
    claims = extract(Source("made-up", sentence, "")).claims
    assert [claim.ref for claim in claims] == [(1,), (2,), (3,)]
    assert all("local_current_density_reduction" in claim.mechanisms for claim in claims)


def test_what_is_said_of_the_last_member_alone_is_not_lent_to_the_others():
    sentence = "Among hosts are carbon felt [1], copper foam [2] and MXene paper [3], which lowers the local current density."
    claims = extract(Source("made-up", sentence, "")).claims
    assert {claim.ref for claim in claims if claim.mechanisms} == {(3,)}


def test_works_are_listed_for_the_end_that_the_text_has_named():
    end = "In order to suppress dendrites, various hosts are used. "
    listed = "Lithium was put into hosts such as carbon felt [1], copper foam [2] and MXene paper [3]."
    assert [claim.effects for claim in extract(Source("made-up", end + listed, "")).claims if claim.ref] == [
        ("dendrite_suppressed",)
    ] * 3
    assert not any(claim.effects for claim in extract(Source("made-up", listed, "")).claims)


def test_works_are_not_listed_for_a_gain_in_wetting_that_was_denied():
    text = "Hosts made no change in wetting. Lithium was put into hosts such as carbon felt [1], copper foam [2] and paper [3]."
    assert not any(claim.effects for claim in extract(Source("made-up", text, "")).claims if claim.ref)


def write_lexicon(folder, cue):
    path = folder / "lexicon.ttl"
    path.write_text(
        f'@prefix lex: <https://w3id.org/sodiokg/lexicon#> .\nlex:up lex:words "rise*|grew" .\nlex:a lex:cue "{cue}" .\n'
    )
    return path


def test_a_cue_may_name_a_class_of_words(tmp_path):
    lexicon = read_lexicon([write_lexicon(tmp_path, "@up|went .. yield*")])
    assert [hit.key for hit in lexicon.hits("It grew and the yields rise.", 0, 28)] == ["a"]


def test_a_class_without_words_is_told(tmp_path):
    with pytest.raises(OntologyError, match="@down"):
        read_lexicon([write_lexicon(tmp_path, "@down .. yield*")])
