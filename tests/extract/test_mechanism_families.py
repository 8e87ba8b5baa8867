"""Mechanisms in the many wordings of the field, and what comes near without stating them. Every sentence is made up here."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

IN_LIQUID = "Here, a foil of sodium was dipped into a solution of AgF and cycled in a carbonate electrolyte."
ON_CERAMIC = "Here, NZSP pellets were coated with AgF and pressed onto sodium."


def mechanisms(sentence, work=IN_LIQUID):
    claims = extract(Source("made-up", f"{work} {sentence}", "")).claims
    return {mechanism for claim in claims for mechanism in claim.mechanisms}


@pytest.mark.parametrize(
    "sentence",
    [
        "A silver-rich interlayer is formed.",
        "This gives rise to a compact AgF-derived layer.",
        "It reacts with the metal to form a dense skin.",
        "The salt turns into a conformal coating.",
        "The formation of a mixed Ag/NaF layer was seen.",
        "An interphase of silver emerges at the surface.",
        "The layer was built on the metal by a displacement reaction.",
        "A film grows spontaneously.",
        "An in situ formed protective layer covers the foil.",
        "The film of silver on the surface of the foil was made by a spontaneous reaction.",
        "A composite interface was generated.",
        "The native skin is transformed into a sodiophilic layer.",
    ],
)
def test_a_layer_that_forms_is_an_interlayer(sentence):
    assert "interlayer_formation" in mechanisms(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It prevents the formation of an oxide film.",
        "A porous interphase forms on the bare metal.",
        "The cell was formed at the layer boundary.",
        "The layer is made of silver.",
        "Silver was evaporated as a thin film.",
        "Dendrites form under the film.",
        "The layer thickness was 2 µm.",
        "A Na-Ag alloy layer is formed.",
        "The interlayer was dried.",
        "Without the salt, no interlayer is formed.",
    ],
)
def test_a_layer_that_is_there_or_laid_on_or_kept_from_forming_is_no_interlayer(sentence):
    assert "interlayer_formation" not in mechanisms(sentence)


@pytest.mark.parametrize(
    "quality", ["robust", "stable and uniform", "thin, dense and elastic", "NaF-rich", "fluorinated", "durable"]
)
def test_a_good_sei_of_a_liquid_electrolyte_is_stabilized_and_no_interlayer_besides(quality):
    found = mechanisms(f"The salt forms a {quality} solid electrolyte interphase (SEI).")
    assert "sei_stabilization" in found
    assert "interlayer_formation" not in found


def test_what_forms_on_a_solid_electrolyte_is_an_interlayer():
    found = mechanisms("A NaF-rich interphase is formed on contact.", ON_CERAMIC)
    assert "interlayer_formation" in found
    assert "sei_stabilization" not in found


def test_a_stable_interphase_on_a_solid_electrolyte_is_told_by_its_stability():
    found = mechanisms("The spectra show the formation of a stable interphase.", ON_CERAMIC)
    assert "sei_stabilization" in found
    assert "interlayer_formation" not in found


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("alloying", "A sodium-silver alloy is generated."),
        ("alloying", "AgF is reduced to a Na-Ag alloy."),
        ("alloying", "The silver film dissolves in the molten sodium."),
        ("alloying", "The in situ derived alloy phase guides plating."),
        ("nucleation_barrier_reduction", "It shows a low nucleation overpotential of 6 mV."),
        ("nucleation_barrier_reduction", "The energy barrier for sodium deposition is reduced."),
        ("local_current_density_reduction", "This reduces the effective deposition current density."),
        ("ion_flux_homogenization", "It evens the migration of sodium ions."),
        ("side_reaction_prevention", "Side reactions between the metal and the electrolyte, as well as gassing, are suppressed."),
        ("sei_stabilization", "Its decomposition products passivate the surface of the metal."),
        ("sei_stabilization", "It strengthens the electrode-electrolyte interface."),
        ("conversion_reaction", "The Na2CO3 on the surface is converted into a fluoride."),
        ("sei_stabilization", "A dual-layered SEI is found."),
        ("sei_stabilization", "The salt regulates the formation of the SEI."),
        ("sei_stabilization", "A beneficial F-containing SEI is left."),
        ("interlayer_formation", "The film turns into a Li-In/Li2O composite interphase."),
        ("interlayer_formation", "The reaction of the salt with sodium builds a dense layer."),
        ("mechanical_support", "The fibres improve the mechanical strength of the gel."),
        ("mechanical_support", "The mesh serves as a mechanical scaffold."),
        ("mechanical_support", "Thanks to its mechanical robustness (a modulus of 6 GPa), the film stops dendrites."),
        ("ion_flux_homogenization", "Uniform transport of sodium ions is reached."),
        ("adsorption_enhancement", "Its groups strongly interact with Na+."),
        ("conversion_reaction", "A conversion reaction of SnF2 takes place."),
        ("side_reaction_prevention", "It protects the ceramic from being reduced."),
        ("side_reaction_prevention", "The film minimizes direct contact of metal and solvent."),
        ("ion_flux_homogenization", "The film evens out the flux of ions."),
        ("volume_change_accommodation", "The mesh confines lithium within the gaps."),
        ("vacancy_diffusion_enhancement", "The high diffusivity in the alloy prevents voids."),
        ("passivation_removal", "A dip in acid rids the pellets of Li2CO3."),
        ("ion_flux_homogenization", "The felt has a uniform local current distribution."),
        ("defect_sites", "Carbon fibres with abundant defects take up sodium."),
        ("side_reaction_prevention", "It keeps the alloy from the formation of Na2CO3."),
        ("mechanical_support", "It acts as a physical barrier against dendrites."),
        ("sei_stabilization", "The salt renders the SEI compact."),
        ("side_reaction_prevention", "The layer impedes the penetration of solvent."),
        ("side_reaction_prevention", "It shields the solvent from lithium."),
        ("alloying", "A solid solution of silver is formed."),
        ("nucleation_barrier_reduction", "The nucleation overpotential as low as 4 mV shows it."),
        ("mechanical_support", "Its strength resists the penetration by dendrites."),
        ("ion_flux_homogenization", "The ions are uniformly distributed."),
        ("conversion_reaction", "A conversion reaction takes place."),
        ("interlayer_formation", "A conductive interphase was thereby created."),
        ("sei_stabilization", "It leaves an anion-dominated SEI."),
        ("alloying", "Silver meets the metal, forming an alloy-rich skin."),
        ("side_reaction_prevention", "This weakens its reactivity towards the solvent."),
        ("side_reaction_prevention", "It ties the solvent down, suppressing its parasitic reactivity."),
        ("side_reaction_prevention", "There are less interfacial reactions."),
        ("sei_stabilization", "The SEI layer is smooth."),
        ("mechanical_support", "Strengthening with glass fibres pays off."),
        ("interlayer_formation", "A fluorine-rich interphase is built by a spontaneous reaction of AgF."),
        ("interlayer_formation", "The molecules assemble into a packed layer."),
        ("volume_change_accommodation", "The soft film accommodates the fluctuations of the interface."),
    ],
)
def test_a_mechanism_is_read_in_other_words(key, sentence):
    assert key in mechanisms(sentence)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("alloying", "A layer of sodium-tin alloy and NaF lies on the foil."),
        ("nucleation_barrier_reduction", "It facilitates homogeneous nucleation."),
        ("nucleation_barrier_reduction", "It shows a low diffusion barrier and high nucleation overpotential."),
        ("roughness_reduction", "Rough, low-density deposits were found."),
        ("adsorption_enhancement", "The film is firmly bonded to the pellet."),
        ("adsorption_enhancement", "Sodium is sticky."),
        ("local_current_density_reduction", "Molten sodium was spread on current collectors."),
        ("mechanical_support", "The film has a high stiffness and high ductility."),
        ("mechanical_support", "A reinforced electrode interface was seen."),
        ("mixed_conduction", "The collector improves the ion and electron transport."),
        ("side_reaction_prevention", "A layer was laid there to prevent direct contact with the cathode."),
        ("side_reaction_prevention", "The samples were sealed to protect them from air during transfer."),
        ("side_reaction_prevention", "Protective films are made by means of electrolyte additives."),
        ("volume_change_accommodation", "It offers a room-temperature conductivity of 1 mS/cm."),
        ("vacancy_diffusion_enhancement", "It has a low diffusion barrier for sodium ions."),
        ("sei_stabilization", "The foil was modified by a layer with an artificial interphase."),
        ("ion_flux_homogenization", "It regulates the transport of ions and homogenizes the electric field."),
        ("ion_flux_homogenization", "Caesium ions build an electrostatic shield at the tips."),
        ("mechanical_support", "An interphase of high mechanical strength allows for long cycling."),
        ("mixed_conduction", "Ion and electron transport are accelerated."),
        ("adsorption_enhancement", "It has abundant binding sites."),
        ("volume_change_accommodation", "Spatially restricted anions raise the transference number."),
        ("conversion_reaction", "It converts the sulfide Na2S into soluble polysulfides."),
        ("defect_sites", "Defect engineering of the pellet was tried."),
        ("side_reaction_prevention", "It eases the motion of ions, inducing decomposition of the anion."),
        ("sei_stabilization", "Layers of the cathode-electrolyte interphase are robust."),
        ("ion_flux_homogenization", "It leads to uniform deposition and enhances the flux."),
        ("side_reaction_prevention", "It lowers the resistance and accelerates interfacial reactions."),
        ("conversion_reaction", "Copper was coated with tin by galvanic replacement in SnCl2."),
        ("roughness_reduction", "The deposits are smoother and the sodium surface is flat."),
        ("capillary_infiltration", "Such cells have drawn much attention in the field of molten sodium."),
        ("mechanical_support", "The spectra support that sodium is left in a strong acid."),
        ("side_reaction_prevention", "It suppresses dendrites that form in carbonate electrolytes."),
        ("side_reaction_prevention", "The energy barrier between the two states was computed."),
        ("adsorption_enhancement", "The charge transfer between sodium and the electrolyte is fast."),
        ("adsorption_enhancement", "Hydrogen bonds strengthen the polymer, whose ionic conductivity is high."),
        ("volume_change_accommodation", "Sodium was plated in ether electrolytes."),
        ("volume_change_accommodation", "The ceramic framework contains sodium."),
        ("vacancy_diffusion_enhancement", "A high barrier of surface diffusion was found."),
        ("side_reaction_prevention", "Does the film suppress side reactions with the electrolyte?"),
        ("interlayer_formation", "On cycling the oxide film grew thicker."),
        ("interlayer_formation", "The tin leaves a Na15Sn4 layer."),
        ("mechanical_support", "It acts as a physical barrier against solvents."),
        ("interlayer_formation", "The interlayer so obtained is 15 µm thick."),
        ("interlayer_formation", "Ions pile up, creating a space-charge layer."),
        ("nucleation_barrier_reduction", "Preferential nucleation at scratches was seen."),
        ("mechanical_support", "It is a filler-reinforced polymer electrolyte."),
        ("volume_change_accommodation", "A strain-relieved foil was used."),
        ("adsorption_enhancement", "The salt enhances the adsorption of the solvent on the cathode."),
        ("adsorption_enhancement", "Sodium is trapped in the pores."),
        ("grain_boundary_filling", "Impurities segregate at grain boundaries."),
        ("side_reaction_prevention", "There is less consumption of sodium."),
        ("interface_energy_reduction", "The film is of smaller thickness and higher interface energy."),
        ("interlayer_formation", "An interphase layer grows continuously."),
        ("side_reaction_prevention", "The solvent was dried over molecular sieves to avoid side reactions."),
        ("side_reaction_prevention", "It shows improved chemical stability against sodium."),
        ("grain_boundary_filling", "The collector is made after the grain boundary theory."),
    ],
)
def test_a_near_miss_states_no_mechanism(key, sentence):
    assert key not in mechanisms(sentence)


def test_a_problem_that_nobody_treats_has_no_mechanism():
    text = "However, sodium suffers from dendrites, and its reaction with the electrolyte forms an interphase that traps ions."
    claims = extract(Source("made-up", f"{text} Here, we coated sodium with silver. Cells ran for 900 h.", "")).claims
    assert [claim.mechanisms for claim in claims] == [(), ()]


def test_a_fact_of_nature_with_a_citation_tells_nobodys_mechanism():
    text = "Interphase layers can be formed between the two due to their instability [3,5,6]. Coatings of tin form an interphase [4]."
    claims = extract(Source("made-up", text, "")).claims
    assert {claim.ref: claim.mechanisms for claim in claims} == {(3, 5, 6): (), (4,): ("interlayer_formation",)}


def test_an_interphase_that_is_called_after_a_solid_electrolyte_is_no_sign_of_one():
    (claim,) = extract(Source("made-up", "We added AgF and found a thin solid electrolyte interphase rich in NaF.", "")).claims
    assert claim.battery_type == "conventional-liquid"


def test_a_mechanism_that_is_denied_is_kept_as_denied():
    (claim,) = extract(Source("made-up", "Ito et al. saw no alloying of bismuth with sodium [2].", "")).claims
    assert [(item.value, item.polarity) for item in claim.items if item.field == "mechanisms"] == [("alloying", "negated")]
