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
    ("sei_stabilization", "A Li3N-containing SEI forms.", "A polymer-containing layer is known."),
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
    ("mechanical_support", "Its high elastic modulus keeps dendrites back.", "The film has a high elastic modulus."),
    ("mechanical_support", "The layer, stiff and flexible, thereby withstands the growth.", "The layer is stiff yet rigid and flexible."),
    ("interface_energy_reduction", "It lowers the energy of the interface.", "It lowers the energy of the cell."),
    ("grain_boundary_filling", "The glass seals the grain boundaries.", "The glass melts near the grain boundaries."),
    ("vacancy_diffusion_enhancement", "Vacancies are refilled.", "Vials are refilled."),
    ("volume_change_accommodation", "Its inner pores take the volume up and host the volume.", "Its inner pores were imaged."),
    ("volume_change_accommodation", "It tolerates the volume swing.", "It shows a volume swing."),
    ("side_reaction_prevention", "It avoids direct contact.", "It has direct contact."),
    ("side_reaction_prevention", "It stops the salt from reaching sodium.", "It stops at noon."),
    ("side_reaction_prevention", "It slows the decomposition of the solvent.", "The decomposition of the solvent goes on."),
    ("side_reaction_prevention", "It lessens unwanted reactions.", "Sodium is hindered by side reactions."),
    ("defect_sites", "Oxygen vacancies that anchor sodium were made.", "Oxygen vacancies were made to raise the conductivity."),
    ("wettability_improved", "The contact angle shrank.", "The contact angle was read."),
    ("wettability_improved", "The ceramic took up sodium.", "The work took up time."),
    ("wettability_improved", "Droplets of sodium flattened at once.", "Droplets of sodium stood high."),
    ("wettability_improved", "Above 300 °C lithiophobic garnet is transformed to lithiophilic garnet.", "It brings better physical contact."),
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
    ("ion_flux_homogenization", "It makes the flux of ions homogeneous.", "It makes the electric field homogeneous."),
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
    ("surface_tension_reduction", "The alloying elements enrich at the melt surface and soften its surface tension.", "The surface tension of molten sodium is high."),
    ("surface_tension_reduction", "Reduced liquid tension lets the melt flow over the pellet.", "The high surface tension of liquid sodium hinders spreading."),
    ("surface_tension_reduction", "The lowered γLV of the melt favours wetting.", "The surface tension was not reduced by tin."),
    ("surface_tension_reduction", "The liquid/vapour interfacial tension decreases upon addition of tin.", "Whether the surface tension is reduced remains unclear."),
    ("surface_tension_reduction", "Selenium decreases the liquid-vapour surface energy of sodium.", "The tape was kept under tension to lower its slack."),
    ("passivation_removal", "Thermal treatment drove off the carbonate and water from the surface.", "The surface was covered with a passivation layer."),
    ("passivation_removal", "The native Na2O skin was shaved off before pressing.", "Contaminants on the surface hinder wetting."),
    ("passivation_removal", "The anneal rids the pellet of NaOH.", "Sodium carbonate was used as a precursor."),
    ("passivation_removal", "The native oxide was scraped from the sodium.", "The film passivates the metal."),
    ("passivation_removal", "Plasma cleaning sweeps away adsorbed species.", "Carbonate electrolytes decompose on sodium."),
    ("alloying", "Antimony turned into a sodium-rich intermetallic on first contact.", "The collector is made of an aluminium alloy."),
    ("alloying", "Tin readily forms alloys with molten sodium.", "Copper does not alloy with sodium."),
    ("alloying", "An alloy forms between sodium and tin.", "The casing is of stainless alloy steel."),
    ("alloying", "An alloyed interphase is generated.", "Whether tin alloys with sodium is unknown."),
    ("alloying", "Alloy phases emerge when tin meets sodium.", "The alloy was cast in a mould."),
    ("conversion_reaction", "Sodium metal reduced the SnS2 nanosheets to Sn, with Na2S as by-product.", "SnO2 is a well known conversion anode material in the literature."),
    ("conversion_reaction", "Chemical reduction of the CuO coating by molten Li leaves Cu in a Li2O matrix.", "The cell converts chemical energy to electricity."),
    ("conversion_reaction", "Na reduces ZnO, leaving zinc.", "Al2O3 is not reduced by sodium."),
    ("conversion_reaction", "The reduction of ZnO by lithium yields Li2O.", "The precursor is converted to graphite."),
    ("conversion_reaction", "Sodium takes the oxygen from SnO2.", "SnO2 is a well known conversion anode material in the literature."),
    ("capillary_infiltration", "Molten sodium was sucked up by the woven mesh.", "The melt was pressed into the felt."),
    ("capillary_infiltration", "The melt is sucked into the channels of the wood.", "The tube of 1 mm was filled with argon."),
    ("capillary_infiltration", "Molten sodium rises in the narrow channels against gravity.", "Vapour was drawn off by a pump."),
    ("capillary_infiltration", "The pores siphon the molten metal.", "The conclusion was drawn from XRD."),
    ("capillary_infiltration", "Siphoning of sodium along the nanofibres took place.", "Costs climb up each year."),
    ("adsorption_enhancement", "The C=O moieties act as anchors for lithium ions.", "Water adsorption was measured by BET."),
    ("adsorption_enhancement", "The carbonyl groups coordinate with Li+.", "A weak adsorption of sodium was found."),
    ("adsorption_enhancement", "DFT shows that Na adsorbs preferentially on Sn.", "Binding energies were calibrated to C 1s."),
    ("adsorption_enhancement", "The electronegative fluorine draws in Na+.", "Interactions with partners were fruitful."),
    ("nucleation_barrier_reduction", "Sodium nucleates on the seeds with almost no overpotential.", "The nucleation overpotential was defined as the difference of two voltages."),
    ("nucleation_barrier_reduction", "The silver sites decrease the barrier against sodium nucleation.", "Nucleation of bubbles began at once."),
    ("nucleation_barrier_reduction", "The nucleation overpotential is only 12 mV.", "Uneven nucleation leads to dendrites."),
    ("nucleation_barrier_reduction", "The overpotential for Na nucleation dropped from 60 to 8 mV.", "The nucleation overpotential was not lowered."),
    ("nucleation_barrier_reduction", "Nucleation of sodium is induced.", "Homogeneous nucleation of sodium is induced."),
    ("local_current_density_reduction", "Thanks to many contact points current constriction is alleviated.", "The current density was raised to 5 mA cm−2."),
    ("local_current_density_reduction", "The current is spread over the whole skeleton.", "Local current density peaks lead to dendrites."),
    ("local_current_density_reduction", "Its porous structure disperses the local current.", "The surface area was measured."),
    ("local_current_density_reduction", "Current concentration at hot spots is avoided.", "The current state of research is described."),
    ("local_current_density_reduction", "The increased electroactive area decreases the current density.", "The local current density was calculated with COMSOL."),
    ("ion_flux_homogenization", "The Na+ concentration gradient is relieved.", "A non-uniform ion flux causes dendrites."),
    ("ion_flux_homogenization", "The channels guide ions to arrive evenly.", "Argon flux was kept constant."),
    ("ion_flux_homogenization", "The Na+ distribution is uniform over the electrode.", "The potential distribution is uniform over the electrode."),
    ("ion_flux_homogenization", "The dispersed ion flux leads to planar growth.", "The ion flux was computed."),
    ("sei_stabilization", "The artificial SEI keeps the native SEI from cracking.", "The SEI is unstable."),
    ("sei_stabilization", "The SEI formed here is dominated by LiF.", "The SEI was studied by XPS."),
    ("sei_stabilization", "NaF dominates the SEI.", "A thick and uneven SEI forms on the bare metal."),
    ("sei_stabilization", "Anion-derived interphases protect the metal.", "No stable SEI is formed."),
    ("sei_stabilization", "The SEI layer stays intact.", "A stable SEI is needed."),
    ("roughness_reduction", "Ceramic faces were made smoother by polishing.", "The surface is rough."),
    ("roughness_reduction", "The glaze levels the rough face of the ceramic.", "Roughness increased on etching."),
    ("roughness_reduction", "The surface becomes flat.", "The rough surface gives more contact."),
    ("roughness_reduction", "A mirror-like surface was obtained.", "Roughening raises the wetting."),
    ("roughness_reduction", "The surface was planarised.", "The roughness of 20 nm was given by the vendor."),
    ("interlayer_formation", "On contact, a Na2S-containing interlayer developed between the two solids.", "A layer was put on by sputtering."),
    ("interlayer_formation", "A composite interphase is spontaneously built up where the two meet.", "A passivating oxide layer forms in air."),
    ("interlayer_formation", "A buffer layer is created between the two.", "A resistive interlayer grows and blocks ions."),
    ("interlayer_formation", "A transition layer emerges at the interface.", "The layer spacing was 0.37 nm."),
    ("interlayer_formation", "A bilayer grows spontaneously.", "A film was cast from solution."),
    ("mixed_conduction", "The scaffold conducts Na+ and electrons at the same time.", "The layer is electronically insulating."),
    ("mixed_conduction", "It possesses high ionic as well as electronic conductivity.", "The electronic conductivity was measured."),
    ("mixed_conduction", "Na+ and electrons move quickly through it.", "The ionic conductivity is 3 mS/cm."),
    ("mixed_conduction", "Electrons and sodium ions are conducted alike.", "Pathways for gas are needed."),
    ("mixed_conduction", "An ambipolar conductor was made.", "The ionic conductor is not electron conducting."),
    ("self_healing", "Any cracks in the film are repaired spontaneously.", "The cracks grow on cycling."),
    ("self_healing", "The polymer restores itself after fracture.", "The circuit is closed."),
    ("self_healing", "Cracks are closed again by the liquid.", "The lab was restored in 1990."),
    ("self_healing", "The liquid flows back into gaps and restores contact.", "Voids form on stripping."),
    ("self_healing", "The liquid metal restores the contact by itself.", "The close contact was measured."),
    ("mechanical_support", "The hard ceramic layer physically blocks filaments.", "The mechanical press was used."),
    ("mechanical_support", "The alloy skeleton preserves the structure of the electrode upon stripping.", "Mechanical stress leads to cracks."),
    ("mechanical_support", "The skeleton keeps its shape.", "Mechanical mixing took an hour."),
    ("mechanical_support", "The stiff host keeps the structure intact.", "The film is fragile."),
    ("mechanical_support", "The coating is hard enough to resist penetration.", "Carbon-supported catalysts are known."),
    ("interface_energy_reduction", "The work of adhesion between sodium and the ceramic is increased.", "The interface energy was computed."),
    ("interface_energy_reduction", "γSL is reduced by the layer.", "High interfacial energy hinders wetting."),
    ("interface_energy_reduction", "The work of adhesion is raised.", "The interface is rough."),
    ("interface_energy_reduction", "The interface is energetically stabilised.", "The interfacial energy was not lowered."),
    ("interface_energy_reduction", "The layer lowers the tension at the interface.", "The surface of the pellet was seen at low energy."),
    ("grain_boundary_filling", "Upon sintering, the melt seeps into the grain boundaries.", "Grain boundaries are resistive."),
    ("grain_boundary_filling", "The glass phase between the grains binds them together.", "The grain boundary resistance was fitted."),
    ("grain_boundary_filling", "The phase occupies the space between the grains.", "The grains grow on sintering."),
    ("grain_boundary_filling", "A secondary phase at the grain boundaries blocks dendrites.", "Boundary conditions are given."),
    ("grain_boundary_filling", "It infiltrates into the grain boundaries.", "The grain size is 2 µm."),
    ("vacancy_diffusion_enhancement", "Vacancies are carried away from the interface faster than they are made.", "Vacancies pile up at the interface."),
    ("vacancy_diffusion_enhancement", "The diffusion of lithium adatoms along the surface is accelerated.", "Slow diffusion of vacancies limits stripping."),
    ("vacancy_diffusion_enhancement", "The diffusivity of Na atoms is increased.", "A position is vacant."),
    ("vacancy_diffusion_enhancement", "Rapid atomic diffusion in the metal refills voids.", "The diffusion of gas is fast."),
    ("vacancy_diffusion_enhancement", "Bulk diffusion of lithium in the anode is improved.", "Vacancy clusters form voids."),
    ("volume_change_accommodation", "The elastic polymer stretches along with the growing metal.", "Volume change is a problem."),
    ("volume_change_accommodation", "The hollow spheres contain the metal.", "Sodium suffers from infinite volume change."),
    ("volume_change_accommodation", "Sodium is stored within the pores.", "The room was at 25 °C."),
    ("volume_change_accommodation", "The porous host provides space for deposition.", "The void was seen after stripping."),
    ("oxidation_layer_thinning", "The thickness of the oxide film decreases.", "The oxide layer is thick."),
    ("oxidation_layer_thinning", "The oxidised shell shrinks.", "A thin film of lithium was used."),
    ("oxidation_layer_thinning", "Its oxide layer is only 3 nm.", "The oxide layer grew."),
    ("oxidation_layer_thinning", "The oxide shell's thickness falls.", "Oxidation leads to failure."),
    ("oxidation_layer_thinning", "The oxide layer thickness was lowered.", "The thin pellet is an oxide."),
    ("side_reaction_prevention", "The dense layer keeps solvent molecules from the metal.", "Side reactions consume sodium."),
    ("side_reaction_prevention", "It keeps the electrolyte away from the metal.", "Decomposition of the electrolyte leads to gas."),
    ("side_reaction_prevention", "The reduction of NZSP by sodium is prevented.", "The electrolyte was kept away from light."),
    ("side_reaction_prevention", "The coating serves as barrier between metal and electrolyte.", "Side views were taken."),
    ("side_reaction_prevention", "The reactivity of the metal towards the electrolyte is lowered.", "The reaction was stopped by adding water."),
    ("defect_sites", "The vacancies in the oxide capture sodium.", "Defects of the pellet let dendrites pass."),
    ("defect_sites", "Edges and defects of graphene guide the deposition.", "Defects were healed."),
    ("defect_sites", "Edge sites and vacancies bind sodium.", "The vacancy was filled by a new colleague."),
    ("defect_sites", "Vacancies created by the anneal anchor lithium.", "Sodium vacancies pile up at the interface."),
    ("defect_sites", "Oxygen-deficient TiO2 attracts sodium.", "No defects were found."),
    ("wettability_improved", "After coating, the molten sodium covers the whole pellet.", "Sodium wets the pellet poorly."),
    ("wettability_improved", "The modified felt is infused by molten sodium within 5 s.", "Sodium beads up on the pellet."),
    ("wettability_improved", "The treated ceramic is wet by sodium.", "Wetting matters."),
    ("wettability_improved", "The melt runs over the surface.", "The electrolyte wets the separator."),
    ("wettability_improved", "The coating makes the ceramic wettable.", "Wettability is needed."),
    ("dendrite_suppressed", "Sodium is plated in a dense and flat form.", "Dendrites grow."),
    ("dendrite_suppressed", "A compact and smooth plating layer is obtained.", "Dendrites were seen on copper."),
    ("dendrite_suppressed", "Mossy lithium is absent.", "Dendrite growth was studied by optical microscopy."),
    ("dendrite_suppressed", "Flat deposition morphology replaces needles.", "Dendrites were not suppressed."),
    ("dendrite_suppressed", "Lithium grows laterally instead of as needles.", "The cell shorted after 20 h."),
    ("interfacial_resistance_reduced", "Impedance spectra show that the contact resistance has become far smaller.", "The interfacial resistance is high."),
    ("interfacial_resistance_reduced", "The resistance between sodium and the ceramic fell tenfold.", "The impedance was measured."),
    ("interfacial_resistance_reduced", "The ASR is 10 times smaller.", "High interfacial resistance is a problem."),
    ("interfacial_resistance_reduced", "The interface is of low resistance.", "Corrosion resistance is good."),
    ("interfacial_resistance_reduced", "The semicircle in the impedance spectra shrinks.", "A low internal resistance is desired."),
    ("cycling_stability_improved", "The cells with the coating outlived the bare ones by far.", "The cycling stability was tested."),
    ("cycling_stability_improved", "Its cycle life was six times that of bare sodium.", "Short cycle life was seen."),
    ("cycling_stability_improved", "A long life is reached.", "The cells were cycled at 1 mA cm−2."),
    ("cycling_stability_improved", "A durable anode is obtained.", "The capacity faded quickly."),
    ("cycling_stability_improved", "The electrochemical performance is enhanced.", "Coulombic efficiency is defined as a ratio."),
    ("rate_performance_improved", "The battery can be charged within ten minutes.", "The rate performance was tested."),
    ("rate_performance_improved", "The cell tolerates high current densities.", "The heating rate was 5 K/min."),
    ("rate_performance_improved", "Good high-current capability was found.", "High rates lead to dendrites."),
    ("rate_performance_improved", "It can be cycled at high rates.", "The scan rate was low."),
    ("rate_performance_improved", "The allowed current density is increased.", "Rate performance is desired."),
    ("densification_improved", "With the additive the ceramic sinters to 98% of its theoretical density.", "The pellet is porous."),
    ("densification_improved", "The relative density was raised from 85 to 97 %.", "The current density is increased."),
    ("densification_improved", "The density of the ceramic is increased.", "The density was measured by Archimedes' method."),
    ("densification_improved", "A compact microstructure results.", "Densification is hindered."),
    ("densification_improved", "The microstructure becomes compact.", "The pellet was sintered at 1200 °C."),
    ("volume_change_reduced", "The host keeps electrode dimensions nearly constant.", "The volume change is large."),
    ("volume_change_reduced", "The electrode hardly swells.", "Infinite volume change is a problem."),
    ("volume_change_reduced", "The expansion is only 5 %.", "Volume expansion was not suppressed."),
    ("volume_change_reduced", "A volume change of only 3 % was found.", "The volume of gas was small."),
    ("volume_change_reduced", "The anode maintains its dimensions.", "Thermal expansion is low."),
    ("adhesion_improved", "The film remains firmly attached to the foil.", "Adhesion is poor."),
    ("adhesion_improved", "The interlayer enhances the bonding between the foil and the ceramic.", "Delamination was seen."),
    ("adhesion_improved", "The metal stays bonded to the pellet.", "Adhesion was measured."),
    ("adhesion_improved", "The layer does not peel off.", "The film detaches from the metal."),
    ("adhesion_improved", "The interface resists delamination.", "Adhesion is poor."),
    ("no_wetting_improvement", "The treated ceramic was wetted no better than before.", "The wetting is improved."),
    ("no_wetting_improvement", "Doping has no influence on the contact angle.", "The pellet is not wetted before the treatment."),
    ("no_wetting_improvement", "The wetting is not improved.", "The wettability was measured."),
    ("no_wetting_improvement", "It does not promote the spreading of sodium.", "The bare pellet is sodiophobic."),
    ("no_wetting_improvement", "The coating is of no help to wettability.", "The droplet spreads."),
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


def test_what_is_said_of_listed_particles_holds_for_each_member():
    sentence = "Silver [1], gold [2] and zinc [3] particles on copper foam lower the local current density."
    claims = extract(Source("made-up", sentence, "")).claims
    assert [claim.mechanisms for claim in claims] == [("local_current_density_reduction",)] * 3


def test_a_claim_that_denies_lists_what_it_denies():
    text = "Tin lowers the resistance [1]. According to Ito et al. [2], a zinc film does not suppress dendrites."
    (claim,) = (claim for claim in extract(Source("made-up", text, "")).claims if claim.ref == (2,))
    assert (claim.polarity, claim.effects) == ("negated", ("dendrite_suppressed",))


def test_a_denial_ends_where_the_text_gives_the_reason_or_turns_to_another_subject():
    assert "surface_tension_reduction" in said("It forms no beads, since tin reduces the surface tension.")
    assert "volume_change_reduced" in said("No voids open, and the thickness hardly changes.")


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


HINTS = [
    ("mechanical_support", "Thanks to its mechanical strength the film lasts.", "The film has ample mechanical strength."),
    ("adsorption_enhancement", "A binding energy of −2 eV explains the even growth.", "A binding energy was read off the spectrum."),
    ("defect_sites", "Abundant defects in the felt guide the metal.", "Raman spectra tell of abundant defects in the felt."),
    ("sei_stabilization", "The SEI consists of NaF and thus lasts.", "The SEI consists of NaF."),
]  # fmt: skip


@pytest.mark.parametrize(("key", "reason", "property_alone"), HINTS)
def test_a_property_is_a_mechanism_where_the_text_says_what_it_brings_about(key, reason, property_alone):
    assert key in said(reason)
    assert key not in said(property_alone)


def test_a_reason_beyond_a_bracket_does_not_bear_out_a_hint():
    assert "mechanical_support" not in said("Others (stiff films of high modulus) were tried, and salts prevent shorts.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The felt offers many sites for the nucleation of sodium.",
        "The seeds guide a uniform nucleation of sodium.",
        "This gives new insight into lowering the nucleation barrier of sodium.",
        "A coating should lower the nucleation barrier of sodium.",
        "The ideal coating lowers the nucleation barrier of sodium.",
    ],
)
def test_neither_sites_nor_wishes_nor_prospects_lower_the_barrier_to_nucleation(sentence):
    assert "nucleation_barrier_reduction" not in said(sentence)


def test_an_alloy_of_sodium_tells_of_alloying_where_it_comes_of_a_reaction():
    text = "Sodium was put on zinc films. {} Cells ran for 400 h."
    made = extract(Source("made-up", text.format("We found that zinc reacts to NaZn13 on contact."), "")).claims
    there = extract(Source("made-up", text.format("We measured the adsorption on the sites of NaZn13 in a vacuum."), "")).claims
    assert "alloying" in {key for claim in made for key in claim.mechanisms}
    assert "alloying" not in {key for claim in there for key in claim.mechanisms}


def test_an_interlayer_on_a_ceramic_is_no_sei_besides():
    assert "sei_stabilization" not in said("A robust interphase is formed in situ.")
    assert "interlayer_formation" in said("A robust interphase is formed in situ.")
    assert {"sei_stabilization"} <= said("A robust solid-electrolyte interphase is formed in situ.")


def test_conversion_may_name_its_salt_in_general_terms():
    assert "conversion_reaction" in said("In situ reduction of oxide particles made the melt stick.")
    assert "conversion_reaction" not in said("In situ reduction of the pressure made the melt stick.")


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("mechanical_support", "The film of the foil has a high mechanical strength."),
        ("adsorption_enhancement", "Groups of the solvent bind sodium ions strongly in the solvation shell."),
        ("passivation_removal", "Prior to use, scraping removed the carbonate."),
        ("passivation_removal", "Cracking continuously exposes fresh surfaces of the metal."),
        ("self_healing", "The film cracks and is repaired in every cycle."),
        ("vacancy_diffusion_enhancement", "When sodium is replenished by creep, vacancies go on piling up."),
        ("surface_tension_reduction", "The surface tension of the melt decreases only slightly."),
        ("roughness_reduction", "After plating, the lithium surface is smooth and dense."),
        ("volume_change_accommodation", "A buffer of polymer keeps contact during volume changes."),
        ("sei_stabilization", "The cathode-electrolyte interphase is thin and robust."),
    ],
)
def test_what_is_only_had_or_done_or_goes_wrong_is_no_mechanism(key, sentence):
    assert key not in said(sentence)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("passivation_removal", "Argon ions remove native oxides from the foil."),
        ("sei_stabilization", "The polymer forms a flexible SEI rich in NaF."),
        ("vacancy_diffusion_enhancement", "Fast diffusion of sodium in the liquid prevents the growth of voids."),
        ("ion_flux_homogenization", "Caesium homogenizes the flux of ions at the tips."),
        ("mixed_conduction", "It offers fast electron and mass transport."),
        ("volume_change_accommodation", "The felt spatially confines the metal."),
        ("interlayer_formation", "A film of Na3P is spontaneously formed on the metal."),
        ("conversion_reaction", "Molten sodium reduces the oxides to metal."),
        ("nucleation_barrier_reduction", "The seeds permit plating without overpotential."),
        ("side_reaction_prevention", "The salts block the contact between metal and electrolyte."),
        ("side_reaction_prevention", "It prevents the reduction of Zr4+ in the ceramic."),
        ("adsorption_enhancement", "The adsorption energy at these sites exceeds that of the plane."),
        ("adsorption_enhancement", "The groups bind potassium."),
        ("volume_change_accommodation", "Its pores buffer the volume expansion."),
    ],
)
def test_mechanisms_are_said_in_the_plural_and_in_other_words(key, sentence):
    assert key in said(sentence)


def test_an_effect_is_read_where_it_is_reached_and_not_where_it_is_crucial():
    assert "dendrite_suppressed" not in said("Suppressing the growth of dendrites is crucial for safe cells.")
    assert "dendrite_suppressed" not in said("The bare cell shorts in less than 10 h.")
    assert "volume_change_reduced" in said("The felt mitigates dimensional changes.")
    assert "wettability_improved" in said("The wettability of the ceramic by the melt is markedly improved.")
    assert "interfacial_resistance_reduced" in said("A stable, low-resistance interface was obtained.")
    assert "rate_performance_improved" not in said("Fast-charging batteries need sodium.")
    assert "wettability_improved" in said("Potassium fills the felt completely within 20 s.")
    assert "wettability_improved" in said("Molten sodium infiltrates the foam within 5 s.")
    assert "rate_performance_improved" in said("The cell works at rates up to 10 C.")
    assert "rate_performance_improved" not in said("The high-rate capability of such cells is limited.")
    assert "cycling_stability_improved" not in said("The interfacial resistance increases during cycling.")
    assert "cycling_stability_improved" not in said("The heat treatment lasted 20 h.")
    assert "cycling_stability_improved" not in said("The Coulombic efficiency of the first cycle is 75 %.")
    assert "cycling_stability_improved" not in said("Later work should improve the cycling stability.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Pouch cells without excess sodium retained 80 % of their capacity after 250 cycles.",
        "Needles no longer form, and test cells lasted ten times longer.",
    ],
)
def test_what_a_cell_lacks_or_another_clause_denies_is_not_denied_of_its_life(sentence):
    assert "cycling_stability_improved" in said(sentence)
    assert {claim.polarity for claim in own(sentence)} == {"asserted"}


def test_a_denial_holds_for_the_gain_that_a_film_is_without():
    assert "dendrite_suppressed" not in said("The cells ran without suppressing dendrites.")


def test_a_general_statement_does_not_lend_the_mechanism_that_it_denies():
    text = "Aluminium does not alloy with sodium and is therefore used as a collector for sodium anodes."
    assert not any(
        "alloying" in claim.mechanisms for claim in extract(Source("made-up", text, "")).claims if claim.polarity != "negated"
    )


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("cycling_stability_improved", "The layer hinders dendrites and improves the cycling stability."),
        ("cycling_stability_improved", "It lowers the overpotential and increases the cycle life."),
        ("cycling_stability_improved", "The Coulombic efficiency remains above 99 % with low hysteresis."),
        ("sei_stabilization", "The salt protects the cathode and gives a robust SEI and interphase."),
        ("mixed_conduction", "The open framework offers fast pathways for ions and electrons."),
    ],
)
def test_what_rules_a_gain_out_reaches_no_other_gain_of_the_sentence(key, sentence):
    assert key in said(sentence)
