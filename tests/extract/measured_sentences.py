"""Sentences of our own in the styles of the field, with what has been read from them and checked by hand.

A reading is ``property [comparator] value unit [phase] [@ spans of its conditions]``.
"""

from __future__ import annotations

__all__ = ["CASES"]

CASES = [
    (
        "The Na||Na symmetric cell with the coated separator cycled steadily for 1200 h at 1 mA cm$^{-2}$/1 mAh cm$^{-2}$ with an overpotential of merely 18 mV.",
        [
            "cycling_time 1200 h @ 1 mA cm$^{-2}, 1 mAh cm$^{-2}",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "overpotential 18 mV @ 1 mA cm$^{-2}, 1 mAh cm$^{-2}",
        ],
    ),
    (
        "After 500 cycles at 1C, the full cell kept 91.3% of its initial capacity (118 mAh/g) with an average CE of 99.7%.",
        [
            "cycle_count 500 {cycles}",
            "c_rate 1 C",
            "capacity_retention 91.3 % @ 500 cycles, 1C",
            "specific_capacity 118 mAh/g @ 500 cycles, 1C",
            "coulombic_efficiency 99.7 % @ 500 cycles, 1C",
        ],
    ),
    (
        "A nucleation overpotential as low as 6.2 mV was recorded on Ag@CNF at 0.1 mA·cm⁻², against 34 mV on bare Cu.",
        [
            "nucleation_overpotential min 6.2 mV @ 0.1 mA·cm⁻²",
            "current_density 0.1 mA/cm2",
            "nucleation_overpotential 34 mV @ 0.1 mA·cm⁻²",
        ],
    ),
    (
        "At 3 mA cm−2 and 3 mAh cm−2 the half cell gave a Coulombic efficiency of 99.93 % over 900 cycles.",
        [
            "current_density 3 mA/cm2",
            "areal_capacity 3 mAh/cm2",
            "coulombic_efficiency 99.93 % @ 3 mA cm−2, 3 mAh cm−2, 900 cycles",
            "cycle_count 900 {cycles}",
        ],
    ),
    (
        "The contact angle dropped from 141° to 38° when a 20 nm thick Bi layer had been sputtered on NZSP.",
        ["contact_angle 141 deg before", "contact_angle 38 deg after", "thickness 20 nm"],
    ),
    (
        "Heating the pellets at 1230 °C for 12 h in air and polishing gave discs of 0.8 mm thickness with an ionic conductivity of 1.2 × 10^{-3} S cm^{-1} at 25 °C.",
        [
            "treatment_temperature 1230 Cel",
            "treatment_time 12 h",
            "thickness 800 um",
            "ionic_conductivity 1.2 mS/cm @ 25 °C",
            "measurement_temperature 25 Cel",
        ],
    ),
    (
        "The interfacial resistance fell from 512 Ω cm² to 21 Ω cm² and the critical current density rose to 1.4 mA cm⁻² at 60 °C.",
        [
            "area_specific_resistance 512 Ohm.cm2 before @ 60 °C",
            "area_specific_resistance 21 Ohm.cm2 after @ 60 °C",
            "critical_current_density 1.4 mA/cm2 @ 60 °C",
            "measurement_temperature 60 Cel",
        ],
    ),
    (
        "ASR values of 4.1, 3.3 and 2.6 Ω·cm2 were obtained at 40, 60 and 80 °C, respectively.",
        [
            "area_specific_resistance 4.1 Ohm.cm2 @ 40",
            "area_specific_resistance 3.3 Ohm.cm2 @ 60",
            "area_specific_resistance 2.6 Ohm.cm2 @ 80 °C",
            "measurement_temperature 40 Cel",
            "measurement_temperature 60 Cel",
            "measurement_temperature 80 Cel",
        ],
    ),
    (
        "The pouch cell (N/P = 1.1, 8.4 mg cm-2) delivers 382 Wh kg-1 and retains 88 % after 150 cycles.",
        [
            "np_ratio 1.1 1",
            "mass_loading 8.4 mg/cm2",
            "energy_density 382 W.h/kg",
            "capacity_retention 88 % @ 150 cycles",
            "cycle_count 150 {cycles}",
        ],
    ),
    (
        "The binding energy of Na on N-doped graphene (-2.31 eV) exceeds that on pristine graphene (-0.67 eV).",
        ["adsorption_energy -2.31 eV", "adsorption_energy -0.67 eV"],
    ),
    (
        "Na diffusion over the alloy surface has a barrier of only 0.09 eV.",
        ["diffusion_barrier 0.09 eV"],
    ),
    (
        "Molten sodium spreads on the Sn-coated tube at 180 °C, while the bare tube needs more than 320 °C.",
        ["spreading_temperature 180 Cel", "spreading_temperature > 320 Cel"],
    ),
    (
        "The wetting temperature decreased from 370 °C to 210 °C.",
        ["spreading_temperature 370 Cel before", "spreading_temperature 210 Cel after"],
    ),
    (
        "A stack pressure of 500 kPa was applied, and the cells were cycled at 0.2 mA cm-2 and 60 °C.",
        ["stack_pressure 0.5 MPa", "current_density 0.2 mA/cm2", "operating_temperature 60 Cel"],
    ),
    (
        "The surface tension of liquid sodium is 191 mN m-1 at 98 °C.",
        ["surface_tension 191 mN/m @ 98 °C", "measurement_temperature 98 Cel"],
    ),
    (
        "The work of adhesion increased to 0.21 J m-2.",
        ["work_of_adhesion 210 mN/m"],
    ),
    (
        "Symmetric cells were tested at 0.5 mA cm-2 and 0.5 mAh cm-2. The bare electrode failed after 90 h, whereas the treated one ran for more than 1500 h.",
        [
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.5 mAh/cm2",
            "cycling_time 90 h @ 0.5 mA cm-2, 0.5 mAh cm-2",
            "cycling_time > 1500 h @ 0.5 mA cm-2, 0.5 mAh cm-2",
        ],
    ),
    (
        "With 1 M NaPF6 in diglyme, Na|Cu cells reached 99.9 % CE at 0.5 mA cm-2.",
        ["other 1 mol/L", "coulombic_efficiency 99.9 % @ 0.5 mA cm-2", "current_density 0.5 mA/cm2"],
    ),
    (
        "The cell sustains 4000 cycles (over 8000 h) at 20 mA cm^-2.",
        ["cycle_count 4000 {cycles} @ 20 mA cm^-2", "cycling_time > 8000 h @ 20 mA cm^-2", "current_density 20 mA/cm2"],
    ),
    (
        "Capacity retention of 94% and 86% after 200 and 1000 cycles, respectively, was found at 5 C.",
        [
            "capacity_retention 94 % @ 200, 5 C",
            "capacity_retention 86 % @ 1000 cycles, 5 C",
            "cycle_count 200 {cycles}",
            "cycle_count 1000 {cycles}",
            "c_rate 5 C",
        ],
    ),
    (
        "Discharge capacities of 112, 108, 101 and 92 mAh g-1 were delivered at 0.5, 1, 2 and 5 C.",
        [
            "specific_capacity 112 mAh/g @ 0.5",
            "specific_capacity 108 mAh/g @ 1",
            "specific_capacity 101 mAh/g @ 2",
            "specific_capacity 92 mAh/g @ 5 C",
            "c_rate 0.5 C",
            "c_rate 1 C",
            "c_rate 2 C",
            "c_rate 5 C",
        ],
    ),
    (
        "The battery was run for three months at 120 °C without capacity loss.",
        ["cycling_time 3 mo @ 120 °C", "operating_temperature 120 Cel"],
    ),
    (
        "Samples dried at 80 °C overnight were heated to 350 °C at 5 °C min-1 and held for 2 h.",
        ["treatment_temperature 80 Cel", "treatment_temperature 350 Cel", "treatment_time 2 h"],
    ),
    (
        "In 2019, Kim et al. [12] showed that 5 wt% of Sn suffices.",
        ["mass_fraction 5 wt%"],
    ),
    (
        "The polarization grew from 25 mV to over 300 mV after 60 cycles.",
        ["overpotential 25 mV before", "overpotential > 300 mV after @ 60 cycles", "cycle_count 60 {cycles}"],
    ),
    (
        "The specific surface area rises from 12 to 845 m2/g.",
        ["specific_surface_area 12 m2/g before", "specific_surface_area 845 m2/g after"],
    ),
    (
        "Overpotentials of 12 mV (0.5 mA cm-2), 21 mV (1 mA cm-2) and 45 mV (3 mA cm-2) were seen.",
        [
            "overpotential 12 mV @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
            "overpotential 21 mV @ 1 mA cm-2",
            "current_density 1 mA/cm2",
            "overpotential 45 mV @ 3 mA cm-2",
            "current_density 3 mA/cm2",
        ],
    ),
    (
        "The cell runs for 2000 h at 0.5 mA cm-2 and for 800 h at 2 mA cm-2.",
        [
            "cycling_time 2000 h @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
            "cycling_time 800 h @ 2 mA cm-2",
            "current_density 2 mA/cm2",
        ],
    ),
    (
        "A capacity of 3.2 mAh cm-2 is reached by the full cell at 0.1 C.",
        ["areal_capacity 3.2 mAh/cm2", "c_rate 0.1 C"],
    ),
    (
        "The voltage hysteresis stays at ~15 mV throughout 1000 h.",
        ["voltage_hysteresis ~ 15 mV @ 1000 h", "cycling_time 1000 h"],
    ),
    (
        "The cells operate between 2.0 and 3.8 V vs. Na+/Na.",
        ["cell_voltage 2..3.8 V"],
    ),
    (
        "Cells with 60 °C higher temperature lost 20% more capacity.",
        ["other 60 Cel", "other 20 %"],
    ),
    (
        "The capacity decays by 0.021 % per cycle over 2000 cycles at 10 C.",
        ["capacity_fade 0.021 % @ 2000 cycles, 10 C", "cycle_count 2000 {cycles}", "c_rate 10 C"],
    ),
    (
        "Room-temperature conductivity amounts to 3.1 mS cm-1.",
        ["measurement_temperature room Cel", "ionic_conductivity 3.1 mS/cm @ Room-temperature"],
    ),
    (
        "Operated at room temperature, the symmetric cell lasted 3500 h at 0.1 mA cm-2.",
        ["operating_temperature room Cel", "cycling_time 3500 h @ room temperature, 0.1 mA cm-2", "current_density 0.1 mA/cm2"],
    ),
    (
        "Young's modulus of 8.4 GPa helps to block dendrites.",
        ["other 8400 MPa"],
    ),
    (
        "A current density of up to 10 mA cm-2 and areal capacity of 10 mAh cm-2 were tolerated for 700 h.",
        ["current_density max 10 mA/cm2", "areal_capacity 10 mAh/cm2", "cycling_time 700 h @ 10 mA cm-2, 10 mAh cm-2"],
    ),
    (
        "Upon cycling at 5 mA cm2 with 5 mAh cm2, the electrode survived 480 h.",
        ["current_density 5 mA/cm2", "areal_capacity 5 mAh/cm2", "cycling_time 480 h @ 5 mA cm2, 5 mAh cm2"],
    ),
    (
        "Long-term stability of > 2,500 h (0.25 mA/cm2, 25 °C) was recorded for the hybrid interphase.",
        ["cycling_time > 2500 h @ 0.25 mA/cm2, 25 °C", "current_density 0.25 mA/cm2", "operating_temperature 25 Cel"],
    ),
    (
        "The symmetric battery could be cycled stably over 900 h with a polarization below 10 mV at 1 mA cm-2.",
        ["cycling_time > 900 h @ 1 mA cm-2", "overpotential < 10 mV @ 1 mA cm-2", "current_density 1 mA/cm2"],
    ),
    (
        "A reversible capacity of 1.05 Ah g-1 at C/20 and 760 mA h g−1 at 1 C is obtained.",
        ["specific_capacity 1050 mAh/g @ C/20", "c_rate 0.05 C", "specific_capacity 760 mAh/g @ 1 C", "c_rate 1 C"],
    ),
    (
        "The Na@CNT anode shows overpotentials of 9/14/27 mV at 1/2/5 mA cm-2.",
        [
            "overpotential 9 mV @ 1",
            "overpotential 14 mV @ 2",
            "overpotential 27 mV @ 5 mA cm-2",
            "current_density 1 mA/cm2",
            "current_density 2 mA/cm2",
            "current_density 5 mA/cm2",
        ],
    ),
    (
        "An areal loading of 12.5 mg cm-2 and a lean electrolyte of 3 μL mg-1 were used.",
        ["mass_loading 12.5 mg/cm2"],
    ),
    (
        "Average CE as high as 99.98% was obtained for 1000 cycles at 2 mA cm-2, 1 mAh cm-2.",
        [
            "coulombic_efficiency max 99.98 % @ 1000 cycles, 2 mA cm-2, 1 mAh cm-2",
            "cycle_count 1000 {cycles}",
            "current_density 2 mA/cm2",
            "areal_capacity 1 mAh/cm2",
        ],
    ),
    (
        "The cell achieved stable plating/stripping for up to 1,600 hours (800 cycles).",
        ["cycling_time max 1600 h", "cycle_count 800 {cycles}"],
    ),
    (
        "The pristine pellet showed a CCD of 0.3 mA cm-2, whereas 1.9 mA cm-2 was reached after the acid treatment.",
        ["critical_current_density 0.3 mA/cm2", "critical_current_density 1.9 mA/cm2"],
    ),
    (
        "The contact angle is 128° before and 54° after the plasma treatment at 300 W for 10 min.",
        ["contact_angle 128 deg before", "contact_angle 54 deg after @ 10 min", "treatment_time 0.166667 h"],
    ),
    (
        "Contact angles of molten sodium at 300 °C are 110 ± 3° on alumina and 63 ± 2° on the Sn-coated surface.",
        ["measurement_temperature 300 Cel", "contact_angle 110 deg @ 300 °C", "contact_angle 63 deg @ 300 °C"],
    ),
    (
        "Symmetric cells cycled for 500 h at 0.3 mA cm-2 (0.15 mAh cm-2 per half cycle) showed a constant overpotential of 45 mV.",
        [
            "cycling_time 500 h @ 0.3 mA cm-2, 0.15 mAh cm-2",
            "current_density 0.3 mA/cm2",
            "areal_capacity 0.15 mAh/cm2",
            "overpotential 45 mV @ 0.3 mA cm-2, 0.15 mAh cm-2",
        ],
    ),
    (
        "After 100 cycles, the ASR rises from 8 to 32 Ω cm2.",
        [
            "cycle_count 100 {cycles}",
            "area_specific_resistance 8 Ohm.cm2 before",
            "area_specific_resistance 32 Ohm.cm2 after @ 100 cycles",
        ],
    ),
    (
        "The full cell with a Na3V2(PO4)3 cathode (loading: 10 mg cm-2) displayed 104 mAh g-1 at 1 C and 82.7% retention over 1500 cycles.",
        [
            "mass_loading 10 mg/cm2",
            "specific_capacity 104 mAh/g @ 1 C",
            "c_rate 1 C",
            "capacity_retention 82.7 % @ 1 C, 1500 cycles",
            "cycle_count 1500 {cycles}",
        ],
    ),
    (
        "The carbon felt took up molten Na within 10 s at 300 °C.",
        ["treatment_time <= 0.00277778 h", "treatment_temperature 300 Cel"],
    ),
    (
        "Nucleation overpotential of 3.8 mV and plating overpotential of 12.1 mV at 1 mA cm-2.",
        ["nucleation_overpotential 3.8 mV @ 1 mA cm-2", "overpotential 12.1 mV @ 1 mA cm-2", "current_density 1 mA/cm2"],
    ),
    (
        "Energy densities of 215 Wh kg-1 (cell level) and 412 Wh L-1 are projected.",
        ["energy_density 215 W.h/kg"],
    ),
    (
        "The yield strength is 0.2 MPa, and stacking at 10 MPa suppresses voids.",
        ["other 0.2 MPa", "stack_pressure 10 MPa"],
    ),
    (
        "The interphase, 30-50 nm thick, contains NaF.",
        ["thickness 30..50 nm"],
    ),
    (
        "The Na anodes were cycled (2 mA cm⁻², 4 mAh cm⁻²) for 350 cycles (1400 h) without shorting.",
        [
            "current_density 2 mA/cm2",
            "areal_capacity 4 mAh/cm2",
            "cycle_count 350 {cycles} @ 2 mA cm⁻², 4 mAh cm⁻²",
            "cycling_time 1400 h @ 2 mA cm⁻², 4 mAh cm⁻²",
        ],
    ),
    (
        "The battery operated at 240 °C loses 0.006 % of capacity per cycle.",
        ["operating_temperature 240 Cel", "capacity_fade 0.006 % @ 240 °C"],
    ),
    (
        "For 2.5 mol L-1 NaFSI in DME, the CE exceeds 99.2%.",
        ["other 2.5 mol/L", "coulombic_efficiency > 99.2 %"],
    ),
    (
        "At −20 °C the cell retained 76 % of its room-temperature capacity.",
        ["operating_temperature -20 Cel", "capacity_retention 76 % @ −20 °C"],
    ),
    (
        "At -40 °C, 0.5 mA cm-2 and 0.5 mAh cm-2, the lifespan was 700 h.",
        [
            "operating_temperature -40 Cel",
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.5 mAh/cm2",
            "cycling_time 700 h @ -40 °C, 0.5 mA cm-2, 0.5 mAh cm-2",
        ],
    ),
    (
        "Ten cycles at 0.1 C preceded the test.",
        ["cycle_count 10 {cycles} @ 0.1 C", "c_rate 0.1 C"],
    ),
    (
        "The retention reached 95.1%, 90.2% and 84.0% at the 100th, 300th and 500th cycle.",
        [
            "capacity_retention 95.1 % @ 100th",
            "capacity_retention 90.2 % @ 300th",
            "capacity_retention 84 % @ 500th cycle",
            "cycle_count 100 {cycles}",
            "cycle_count 300 {cycles}",
            "cycle_count 500 {cycles}",
        ],
    ),
    (
        "The nucleation overpotential is reduced from 57 mV to 11 mV at 0.5 mA cm-2.",
        [
            "nucleation_overpotential 57 mV before @ 0.5 mA cm-2",
            "nucleation_overpotential 11 mV after @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
        ],
    ),
    (
        "DFT gives a work function of 2.75 eV and an adsorption energy of −1.9 eV for Na.",
        ["other 2.75 eV", "adsorption_energy -1.9 eV"],
    ),
    (
        "The cell exhibits 99.5 % coulombic efficiency and 85 % capacity retention after 2000 cycles at 10 C.",
        [
            "coulombic_efficiency 99.5 % @ 10 C",
            "capacity_retention 85 % @ 2000 cycles, 10 C",
            "cycle_count 2000 {cycles}",
            "c_rate 10 C",
        ],
    ),
    (
        "The electrolyte (1.2 mS cm-1, 0.5 mm thick) was fired at 1200 °C, 10 h.",
        ["ionic_conductivity 1.2 mS/cm", "thickness 500 um", "treatment_temperature 1200 Cel", "treatment_time 10 h"],
    ),
    (
        "Annealed at 400, 450 and 500 °C for 1, 2 and 4 h, respectively.",
        [
            "treatment_temperature 400 Cel",
            "treatment_temperature 450 Cel",
            "treatment_temperature 500 Cel",
            "treatment_time 1 h",
            "treatment_time 2 h",
            "treatment_time 4 h",
        ],
    ),
    (
        "The ionic conductivity increases from 0.4 mS cm-1 at 25 °C to 5.1 mS cm-1 at 100 °C.",
        [
            "ionic_conductivity 0.4 mS/cm @ 25 °C",
            "measurement_temperature 25 Cel",
            "ionic_conductivity 5.1 mS/cm @ 100 °C",
            "measurement_temperature 100 Cel",
        ],
    ),
    (
        "Capacity retention and Coulombic efficiency of 92.1% and 99.8%, respectively, were found after 300 cycles.",
        ["capacity_retention 92.1 % @ 300 cycles", "coulombic_efficiency 99.8 % @ 300 cycles", "cycle_count 300 {cycles}"],
    ),
    (
        "The nucleation overpotential and the voltage hysteresis amount to 9 and 31 mV, respectively.",
        ["nucleation_overpotential 9 mV", "voltage_hysteresis 31 mV"],
    ),
    (
        "Before annealing (118°) and after annealing (71°) the contact angle differs.",
        ["contact_angle 118 deg before", "contact_angle 71 deg after"],
    ),
    (
        "The bare cell failed after only 60 h.",
        ["cycling_time 60 h"],
    ),
    (
        "Operated at 5 mA c m-2 and 5 mA em-2, 300 h.",
        ["cycling_time 300 h"],
    ),
    (
        "The salt (99.9 % purity) was mixed in a 1:2 molar ratio at pH 7 and p < 0.05, 5-fold more.",
        [],
    ),
    (
        "A tenfold lower rate, three times higher flux and 12-crown-4 were used in 18650 cells.",
        [],
    ),
    (
        "NZSP with 5 mol% Ca and 2 at.% F was prepared; 10 wt% SnF2 was added.",
        ["mass_fraction 10 wt%"],
    ),
    (
        "Since 2015 more than 300 papers appeared, and 45% of them treat hosts.",
        [],
    ),
    (
        "The CE of Na|Cu cells increases from 97.1% to 99.6% when the additive is used.",
        ["coulombic_efficiency 97.1 % before", "coulombic_efficiency 99.6 % after"],
    ),
    (
        "The capacity dropped from 120 to 96 mAh g-1 within 400 cycles at 2C.",
        [
            "specific_capacity 120 mAh/g before @ 400 cycles, 2C",
            "specific_capacity 96 mAh/g after @ 400 cycles, 2C",
            "cycle_count <= 400 {cycles}",
            "c_rate 2 C",
        ],
    ),
    (
        "The cell shows an initial CE of 82% and 99.9% thereafter.",
        ["coulombic_efficiency 82 %", "coulombic_efficiency 99.9 %"],
    ),
    (
        "Cycling at 10 mA cm−2 (10 mAh cm−2) over 1000 h with an average CE of 99.95 % is possible.",
        [
            "current_density 10 mA/cm2",
            "areal_capacity 10 mAh/cm2",
            "cycling_time > 1000 h @ 10 mA cm−2, 10 mAh cm−2",
            "coulombic_efficiency 99.95 % @ 10 mA cm−2, 10 mAh cm−2, 1000 h",
        ],
    ),
    (
        "An ultralow polarization (~8 mV) is maintained for 2200 h at 0.5 mA cm-2, 0.5 mAh cm-2.",
        [
            "overpotential ~ 8 mV @ 2200 h, 0.5 mA cm-2, 0.5 mAh cm-2",
            "cycling_time 2200 h",
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.5 mAh/cm2",
        ],
    ),
    (
        "Even after 3000 h of cycling at 1.0 mA cm–2 and 1.0 mAh cm–2, the hysteresis does not exceed 22 mV.",
        [
            "cycling_time 3000 h",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "voltage_hysteresis <= 22 mV @ 3000 h, 1.0 mA cm–2, 1.0 mAh cm–2",
        ],
    ),
    (
        "Symmetric cells reveal a cycling lifespan exceeding 5000 h (at 0.5 mA·cm−2/1 mAh·cm−2), far longer than the 300 h of bare Na.",
        [
            "cycling_time > 5000 h @ 0.5 mA·cm−2, 1 mAh·cm−2",
            "current_density 0.5 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "cycling_time 300 h @ 0.5 mA·cm−2, 1 mAh·cm−2",
        ],
    ),
    (
        "The full cell delivers a specific energy of 256 Wh/kg and keeps 85.6% of its capacity after 600 cycles at 0.5 C rate.",
        [
            "energy_density 256 W.h/kg",
            "capacity_retention 85.6 % @ 600 cycles, 0.5 C",
            "cycle_count 600 {cycles}",
            "c_rate 0.5 C",
        ],
    ),
    (
        "The Na metal battery operated at 90 °C exhibited 120 mA h g-1 (0.2C) for more than 200 cycles.",
        [
            "operating_temperature 90 Cel",
            "specific_capacity 120 mAh/g @ 90 °C, 0.2C, 200 cycles",
            "c_rate 0.2 C",
            "cycle_count > 200 {cycles}",
        ],
    ),
    (
        "In situ heating to 150 ∘C makes Na wet the surface (θ ≈ 25°).",
        ["treatment_temperature 150 Cel", "contact_angle ~ 25 deg"],
    ),
    (
        "Wetting angle: 87 deg at 400 degC.",
        ["contact_angle 87 deg @ 400 degC", "measurement_temperature 400 Cel"],
    ),
    (
        "The Sn film (200 nm) lowers the interface resistance to 3.7 ohm cm2 (80 °C).",
        ["thickness 200 nm", "area_specific_resistance 3.7 Ohm.cm2 @ 80 °C", "measurement_temperature 80 Cel"],
    ),
    (
        r"interfacial ASR of 8.3 $\Omega\,\mathrm{cm}^{2}$ at $60\,^{\circ}\mathrm{C}$",
        [r"area_specific_resistance 8.3 Ohm.cm2 @ 60\,^{\circ}\mathrm{C}", "measurement_temperature 60 Cel"],
    ),
    (
        r"critical current density ($2.2\ \text{mA cm}^{-2}$)",
        ["critical_current_density 2.2 mA/cm2"],
    ),
    (
        r"$\sim$0.4 V vs Na/Na$^+$ and 10$^{-4}$ S cm$^{-1}$",
        ["cell_voltage ~ 0.4 V", "ionic_conductivity 0.1 mS/cm"],
    ),
    (
        "cycled at 0.2 mA/cm<sup>2</sup> for 400 h",
        ["current_density 0.2 mA/cm2", "cycling_time 400 h @ 0.2 mA/cm<sup>2</sup>"],
    ),
    (
        "a current density of 2 mA cm$^{−2}$, a capacity of 1 mAh cm$^{−2}$",
        ["current_density 2 mA/cm2", "areal_capacity 1 mAh/cm2"],
    ),
    (
        "The Li|Li cell with 3 MPa external pressure ran 1100 h at 0.1 mA/cm^2 and 45 °C.",
        [
            "stack_pressure 3 MPa",
            "cycling_time 1100 h @ 3 MPa, 0.1 mA/cm^2, 45 °C",
            "current_density 0.1 mA/cm2",
            "operating_temperature 45 Cel",
        ],
    ),
    (
        "The work of adhesion was computed as 0.45 J/m2, the interfacial energy as 0.12 J/m2.",
        ["work_of_adhesion 450 mN/m", "other 120 mN/m"],
    ),
    (
        "A rate capability of 78 mAh/g at 20 C.",
        ["specific_capacity 78 mAh/g @ 20 C", "c_rate 20 C"],
    ),
    (
        "The thickness of the interlayer is below 1 μm.",
        ["thickness < 1 um"],
    ),
    (
        "With a Na excess of 50% (N/P ratio of ~2), 300 cycles were possible.",
        ["np_ratio ~ 2 1", "cycle_count 300 {cycles}"],
    ),
    (
        "x in NaxCoO2 varies (0.5 ≤ x ≤ 0.9).",
        ["stoichiometry_range 0.5..0.9 1"],
    ),
    (
        "Na1+xZr2SixP3-xO12 with 0 < x < 3",
        ["stoichiometry_range 0..3 1"],
    ),
    (
        "The adsorption energies of Na on graphene, N-graphene and Ag are −0.5, −1.3 and −2.2 eV, respectively.",
        ["adsorption_energy -0.5 eV", "adsorption_energy -1.3 eV", "adsorption_energy -2.2 eV"],
    ),
    (
        "The voltage plateau at 3.4 V and an overpotential of 0.02 V indicate good kinetics.",
        ["cell_voltage 3.4 V", "overpotential 20 mV"],
    ),
    (
        "Between cycles 100 and 500, the CE was 99.8%.",
        ["cycle_count 100..500 {cycles}", "coulombic_efficiency 99.8 % @ 100 and 500"],
    ),
    (
        "The electrode was cycled at current densities of 0.5, 1.0, 2.0, and 5.0 mA cm-2.",
        ["current_density 0.5 mA/cm2", "current_density 1 mA/cm2", "current_density 2 mA/cm2", "current_density 5 mA/cm2"],
    ),
    (
        "The temperature was raised from 25 °C to 100 °C.",
        ["operating_temperature 25 Cel", "operating_temperature 100 Cel"],
    ),
    (
        "A CCD of ca. 2.8 mA cm-2 at RT and lifetime of ~1.5 years is estimated.",
        ["critical_current_density ~ 2.8 mA/cm2 @ RT", "operating_temperature room Cel", "cycling_time ~ 18 mo @ RT"],
    ),
    (
        "Discharge capacity: 1,166 mAh g-1 (first cycle), 689 mAh g-1 (100th cycle).",
        ["specific_capacity 1166 mAh/g", "specific_capacity 689 mAh/g @ 100th cycle", "cycle_count 100 {cycles}"],
    ),
    (
        "Park et al. [31] coated BASE with a 300 nm Bi film by thermal evaporation. The coated tubes were wetted completely at 170 °C, and the Na-NiCl2 cell delivered 150 mAh g-1 at C/5 over 120 cycles with a capacity retention of 98 %.",
        [
            "thickness 300 nm",
            "measurement_temperature 170 Cel",
            "specific_capacity 150 mAh/g @ C/5, 120 cycles",
            "c_rate 0.2 C",
            "cycle_count 120 {cycles}",
            "capacity_retention 98 % @ C/5, 120 cycles",
        ],
    ),
    (
        "Kim et al. dipped copper foam into molten Na at 380 °C for 30 s. In a symmetric configuration, the electrode cycled for 900 h at 1 mA cm-2 with a capacity of 1 mAh cm-2, its voltage hysteresis being 14 mV [33].",
        [
            "treatment_temperature 380 Cel",
            "treatment_time 0.00833333 h",
            "cycling_time 900 h @ 1 mA cm-2, 1 mAh cm-2",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "voltage_hysteresis 14 mV @ 1 mA cm-2, 1 mAh cm-2",
        ],
    ),
    (
        "The assembled full cells were evaluated at 25 °C and 2 C. They kept 96 % of 108 mAh g-1 after 700 cycles.",
        [
            "operating_temperature 25 Cel",
            "c_rate 2 C",
            "capacity_retention 96 % @ 25 °C, 2 C, 700 cycles",
            "specific_capacity 108 mAh/g @ 25 °C, 2 C",
            "cycle_count 700 {cycles}",
        ],
    ),
    (
        "The ionic conductivity of the Mg-doped pellet is 3.2 mS cm-1 at 30 °C and 41 mS cm-1 at 150 °C.",
        [
            "ionic_conductivity 3.2 mS/cm @ 30 °C",
            "measurement_temperature 30 Cel",
            "ionic_conductivity 41 mS/cm @ 150 °C",
            "measurement_temperature 150 Cel",
        ],
    ),
    (
        "At 0.5, 1.0 and 3.0 mA cm-2, the overpotentials were 9, 17 and 40 mV.",
        [
            "current_density 0.5 mA/cm2",
            "current_density 1 mA/cm2",
            "current_density 3 mA/cm2",
            "overpotential 9 mV @ 0.5",
            "overpotential 17 mV @ 1.0",
            "overpotential 40 mV @ 3.0 mA cm-2",
        ],
    ),
    (
        "With NaBr-rich SEI, a Na|NVP cell ran 3000 cycles at 10 C and 60 °C (retention 90.4 %).",
        [
            "cycle_count 3000 {cycles} @ 10 C, 60 °C",
            "c_rate 10 C",
            "operating_temperature 60 Cel",
            "capacity_retention 90.4 % @ 3000 cycles, 10 C, 60 °C",
        ],
    ),
    (
        "The ASR (17 Ω cm2 at 25 °C) is the lowest reported.",
        ["area_specific_resistance 17 Ohm.cm2 @ 25 °C", "measurement_temperature 25 Cel"],
    ),
    (
        "High-rate cycling (8 mA cm-2, 8 mAh cm-2) lasted 400 h, and deep cycling at 1 mA cm-2 and 12 mAh cm-2 lasted 250 h.",
        [
            "current_density 8 mA/cm2",
            "areal_capacity 8 mAh/cm2",
            "cycling_time 400 h @ 8 mA cm-2, 8 mAh cm-2",
            "current_density 1 mA/cm2",
            "areal_capacity 12 mAh/cm2",
            "cycling_time 250 h @ 1 mA cm-2, 12 mAh cm-2",
        ],
    ),
    (
        "The average CE reached 99.94% (1 mA cm-2, 1 mAh cm-2, 800 cycles).",
        [
            "coulombic_efficiency 99.94 % @ 1 mA cm-2, 1 mAh cm-2, 800 cycles",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "cycle_count 800 {cycles}",
        ],
    ),
    (
        "The contact angle of 135° at 300 °C fell to 22° at 300 °C once SnO2 had been applied.",
        [
            "contact_angle 135 deg @ 300 °C",
            "measurement_temperature 300 Cel",
            "contact_angle 22 deg @ 300 °C",
            "measurement_temperature 300 Cel",
        ],
    ),
    (
        "Upon raising the temperature to 200 °C, the angle decreases to 60°.",
        ["measurement_temperature 200 Cel", "contact_angle 60 deg @ 200 °C"],
    ),
    (
        "A 100 μm thick Na3Zr2Si2PO12 membrane showed 0.9 mS/cm.",
        ["thickness 100 um", "ionic_conductivity 0.9 mS/cm"],
    ),
    (
        "The Na-S cell reached 480 mAh/g for 250 cycles at 75 °C (C/3).",
        [
            "specific_capacity 480 mAh/g @ 250 cycles, 75 °C, C/3",
            "cycle_count 250 {cycles}",
            "operating_temperature 75 Cel",
            "c_rate 0.333333 C",
        ],
    ),
    (
        "The CCD increased four times, from 0.4 to 1.6 mA cm-2, under 5 MPa at 25 °C.",
        [
            "critical_current_density 0.4 mA/cm2 before @ 5 MPa, 25 °C",
            "critical_current_density 1.6 mA/cm2 after @ 5 MPa, 25 °C",
            "stack_pressure 5 MPa",
            "operating_temperature 25 Cel",
        ],
    ),
    (
        "Na plating to 5 mAh cm-2 at 1 mA cm-2 left the thickness change below 8 %.",
        ["areal_capacity 5 mAh/cm2", "current_density 1 mA/cm2"],
    ),
    (
        "The Ag layer lowered the nucleation overpotential from 48 to 5 mV (0.2 mA cm-2), and cycling at 2 mA cm-2 lasted 1300 h.",
        [
            "nucleation_overpotential 48 mV before @ 0.2 mA cm-2",
            "nucleation_overpotential 5 mV after @ 0.2 mA cm-2",
            "current_density 0.2 mA/cm2",
            "current_density 2 mA/cm2",
            "cycling_time 1300 h @ 2 mA cm-2",
        ],
    ),
    (
        "Stable operation over 2 months at 110 °C corresponds to 450 cycles.",
        ["cycling_time > 2 mo @ 110 °C", "operating_temperature 110 Cel", "cycle_count 450 {cycles} @ 110 °C"],
    ),
    (
        "With 30 mg cm-2 of active mass and an N/P ratio below 1.5, the pouch cell provided 290 W h kg-1.",
        ["mass_loading 30 mg/cm2", "np_ratio < 1.5 1", "energy_density 290 W.h/kg @ 30 mg cm-2, 1.5"],
    ),
    (
        "From 20 °C to 80 °C the conductivity grows from 1.0 to 6.5 mS cm-1.",
        [
            "measurement_temperature 20..80 Cel",
            "ionic_conductivity 1 mS/cm before @ 20 °C to 80 °C",
            "ionic_conductivity 6.5 mS/cm after @ 20 °C to 80 °C",
        ],
    ),
    (
        "Its capacity remained at 97.3 mAh g-1, 93 % of the initial value, after 1100 cycles.",
        ["specific_capacity 97.3 mAh/g @ 1100 cycles", "capacity_retention 93 % @ 1100 cycles", "cycle_count 1100 {cycles}"],
    ),
    (
        "Symmetric cells show a flat voltage profile for 1800 h at 0.2 mA cm-2, 1000 h at 0.5 mA cm-2, and 400 h at 1 mA cm-2.",
        [
            "cycling_time 1800 h @ 0.2 mA cm-2",
            "current_density 0.2 mA/cm2",
            "cycling_time 1000 h @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
            "cycling_time 400 h @ 1 mA cm-2",
            "current_density 1 mA/cm2",
        ],
    ),
    (
        "Only a slight capacity loss of 4.1 % was seen after 350 cycles at 0.5 C.",
        ["capacity_fade 4.1 % @ 350 cycles, 0.5 C", "cycle_count 350 {cycles}", "c_rate 0.5 C"],
    ),
    (
        "The surface energy of the host, 0.84 J m-2, exceeds that of Na (0.22 J m-2).",
        ["surface_tension 840 mN/m", "surface_tension 220 mN/m"],
    ),
    (
        "The ether electrolyte (1 mol L-1 NaOTf in G2) gave 99.96 % efficiency at 3 mA cm-2 over 2500 cycles, while the carbonate one gave 71 % after 40 cycles.",
        [
            "other 1 mol/L",
            "coulombic_efficiency 99.96 % @ 3 mA cm-2, 2500 cycles",
            "current_density 3 mA/cm2",
            "cycle_count 2500 {cycles}",
            "coulombic_efficiency 71 % @ 3 mA cm-2, 40 cycles",
            "cycle_count 40 {cycles}",
        ],
    ),
    (
        "Benefiting from the Na-Bi layer, the modified solid electrolyte gives an interfacial resistance as small as 4.6 Ω cm2 at 80 °C and a high CCD of 1.7 mA cm−2; the symmetric cell cycles stably for more than 2800 h at 0.5 mA cm−2/0.5 mAh cm−2.",
        [
            "area_specific_resistance min 4.6 Ohm.cm2 @ 80 °C",
            "measurement_temperature 80 Cel",
            "critical_current_density 1.7 mA/cm2 @ 80 °C",
            "cycling_time > 2800 h @ 0.5 mA cm−2, 0.5 mAh cm−2",
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.5 mAh/cm2",
        ],
    ),
    (
        "The optimized anode achieves an average Coulombic efficiency of 99.9% over 1,500 cycles at 5 mA cm-2 with a capacity of 3 mAh cm-2 in half cells, and the symmetric cells operate for 4,500 h at 1 mA cm-2 and 1 mAh cm-2 with an overpotential of just 9 mV.",
        [
            "coulombic_efficiency 99.9 % @ 1,500 cycles, 5 mA cm-2, 3 mAh cm-2",
            "cycle_count 1500 {cycles}",
            "current_density 5 mA/cm2",
            "areal_capacity 3 mAh/cm2",
            "cycling_time 4500 h @ 1 mA cm-2, 1 mAh cm-2",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "overpotential 9 mV @ 1 mA cm-2, 1 mAh cm-2",
        ],
    ),
    (
        "When coupled with a Na3V2(PO4)3 cathode (10.2 mg cm-2), the full cell has a capacity retention of 93.7% after 1200 cycles at 2C, with 102.4 mAh g-1 remaining.",
        [
            "mass_loading 10.2 mg/cm2",
            "capacity_retention 93.7 % @ 1200 cycles, 2C",
            "cycle_count 1200 {cycles}",
            "c_rate 2 C",
            "specific_capacity 102.4 mAh/g @ 2C",
        ],
    ),
    (
        "Wetting experiments at 350 °C under Ar showed that the contact angle between molten Na and the felt decreased from 143° to nearly 0° within 5 s after oxidation in air at 400 °C for 1 h.",
        [
            "measurement_temperature 350 Cel",
            "contact_angle 143 deg before @ 350 °C",
            "contact_angle ~ 0 deg after @ 350 °C, 5 s, 400 °C, 1 h",
            "treatment_time <= 0.00138889 h",
            "treatment_temperature 400 Cel",
            "treatment_time 1 h",
        ],
    ),
    (
        "The nucleation overpotentials of Na on Cu, Al and Au@Cu were found to be 38.2, 21.5 and 3.9 mV at 50 μA cm-2.",
        [
            "nucleation_overpotential 38.2 mV @ 50 μA cm-2",
            "nucleation_overpotential 21.5 mV @ 50 μA cm-2",
            "nucleation_overpotential 3.9 mV @ 50 μA cm-2",
            "current_density 0.05 mA/cm2",
        ],
    ),
    (
        "Li metal infused at 250 °C into ZnO-coated PI matrix cycles at 5 mA cm-2 (1 mAh cm-2) with a polarization under 60 mV after 100 cycles.",
        [
            "treatment_temperature 250 Cel",
            "current_density 5 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "overpotential < 60 mV @ 5 mA cm-2, 1 mAh cm-2, 100 cycles",
            "cycle_count 100 {cycles}",
        ],
    ),
    (
        "Symmetric Li cells with LLZTO: ASR 1360 → 1 Ω cm2 by ALD Al2O3.",
        ["area_specific_resistance 1360 Ohm.cm2 before", "area_specific_resistance 1 Ohm.cm2 after"],
    ),
    (
        "The garnet pellet's interfacial ASR decreased from 1710 Ω cm2 to 34 Ω cm2, and the contact angle from 129° to 34°.",
        [
            "area_specific_resistance 1710 Ohm.cm2 before",
            "area_specific_resistance 34 Ohm.cm2 after",
            "contact_angle 129 deg before",
            "contact_angle 34 deg after",
        ],
    ),
    (
        "With 15 wt % PVDF, thickness of the film ~25 μm, the conductivity is 2×10^-4 S/cm at RT.",
        ["mass_fraction 15 wt%", "thickness ~ 25 um", "ionic_conductivity 0.2 mS/cm @ RT", "measurement_temperature room Cel"],
    ),
    (
        "the cell exhibits an initial discharge capacity of 1328 mAh g−1 (based on S) and 0.04% decay per cycle for 500 cycles at 1 C",
        [
            "specific_capacity 1328 mAh/g @ 1 C",
            "capacity_fade 0.04 % @ 500 cycles, 1 C",
            "cycle_count 500 {cycles}",
            "c_rate 1 C",
        ],
    ),
    (
        "An ICE of 91.2% is attained.",
        ["coulombic_efficiency 91.2 %"],
    ),
    (
        "The exchange current density grows from 0.08 to 0.61 mA cm-2.",
        ["other 0.08 mA/cm2 before", "other 0.61 mA/cm2 after"],
    ),
    (
        "Activation energy drops from 0.38 eV to 0.22 eV.",
        ["other 0.38 eV before", "other 0.22 eV after"],
    ),
    (
        "Tensile strength up to 12 MPa.",
        ["other max 12 MPa"],
    ),
    (
        "Critical current density at 25 °C was 0.8 mA cm-2 at first; after hot-pressing at 200 MPa it was 2.1 mA cm-2.",
        [
            "operating_temperature 25 Cel",
            "critical_current_density 0.8 mA/cm2 @ 25 °C",
            "other 200 MPa",
            "critical_current_density 2.1 mA/cm2 @ 25 °C",
        ],
    ),
    (
        "The plating/stripping overpotential is as low as 20 mV at 3 mA cm-2; even at 10 mA cm-2 it remains below 65 mV.",
        [
            "overpotential min 20 mV @ 3 mA cm-2",
            "current_density 3 mA/cm2",
            "current_density 10 mA/cm2",
            "overpotential < 65 mV @ 10 mA cm-2",
        ],
    ),
    (
        "Stripping/plating at 0.25 mA cm-2 with 15 min half cycles lasted for 180 cycles.",
        ["current_density 0.25 mA/cm2", "other 0.25 h", "cycle_count 180 {cycles} @ 0.25 mA cm-2"],
    ),
    (
        "The volume change is only 5% compared with 60% for bare Na.",
        [],
    ),
    (
        "The charge transfer resistance is 45 Ω, the bulk resistance 210 Ω.",
        [],
    ),
    (
        "A voltage window of 4.6 V versus Na+/Na is reported.",
        ["cell_voltage 4.6 V"],
    ),
    (
        "The capacity of 1165 mAh g-1 is the theoretical value of Na metal.",
        ["specific_capacity 1165 mAh/g"],
    ),
    (
        "High theoretical capacity (1166 mAh g−1) and low redox potential (−2.714 V vs. SHE) make Na attractive.",
        ["specific_capacity 1166 mAh/g", "other -2.714 V"],
    ),
    (
        "The melting point of Na (97.7 °C) is below that of Li (180.5 °C).",
        ["other 97.7 Cel", "other 180.5 Cel"],
    ),
    (
        "Samples were sintered at 1175–1250 °C for 5–10 h.",
        ["treatment_temperature 1175..1250 Cel", "treatment_time 5..10 h"],
    ),
    (
        "The Na-Sn anode wets NZSP at 250 °C (contact angle: ~62°), whereas pure Na shows 124°.",
        ["measurement_temperature 250 Cel", "contact_angle ~ 62 deg @ 250 °C", "contact_angle 124 deg @ 250 °C"],
    ),
    (
        "Current densities from 0.1 to 1 mA cm-2 in steps of 0.1 mA cm-2 were applied.",
        ["current_density 0.1..1 mA/cm2", "current_density 0.1 mA/cm2"],
    ),
    (
        "BASE conducts sodium ions well: roughly 1 mS cm-1 at 25 °C and 250 mS cm-1 at 300 °C.",
        [
            "ionic_conductivity ~ 1 mS/cm @ 25 °C",
            "measurement_temperature 25 Cel",
            "ionic_conductivity 250 mS/cm @ 300 °C",
            "measurement_temperature 300 Cel",
        ],
    ),
    (
        "Because wetting is poor, such batteries have to be run near 300 °C.",
        ["operating_temperature ~ 300 Cel"],
    ),
    (
        "Sodium-caesium spreads fully on BASE, with an angle close to 0° at 250 °C.",
        ["contact_angle ~ 0 deg @ 250 °C", "measurement_temperature 250 Cel"],
    ),
    (
        "Na-S cells with this anode faded by less than 3 % in 100 cycles at 150 °C.",
        ["capacity_fade < 3 % @ 100 cycles, 150 °C", "cycle_count 100 {cycles}", "operating_temperature 150 Cel"],
    ),
    (
        "At 95 °C a capacity of 330 mAh/g was still obtained with 7 mA (about C/7).",
        ["operating_temperature 95 Cel", "specific_capacity 330 mAh/g @ 95 °C, 7 mA, C/7", "current 7 mA", "c_rate ~ 0.142857 C"],
    ),
    (
        "Lead acetate trihydrate was decomposed on the ceramic at 400 °C, which left micron-sized Pb.",
        ["treatment_temperature 400 Cel"],
    ),
    (
        "A hotter treatment thinned the oxide and gave good wetting at 120 °C; the Na-S cell then reached up to 520.2 mAh g-1 and was stable for more than 1000 cycles.",
        ["measurement_temperature 120 Cel", "specific_capacity max 520.2 mAh/g", "cycle_count > 1000 {cycles}"],
    ),
    (
        "With PbOx (x between 0 and 2) on carbon, sodium spread at temperatures as low as 110 °C, and symmetric cells completed 6000 cycles at 120 °C.",
        [
            "stoichiometry_range 0..2 1",
            "spreading_temperature min 110 Cel",
            "cycle_count 6000 {cycles} @ 120 °C",
            "operating_temperature 120 Cel",
        ],
    ),
    (
        "The lead content of the interface came down to about 6 wt%.",
        ["mass_fraction ~ 6 wt%"],
    ),
    (
        "Symmetric cells at 110 °C had a much smaller interfacial resistance.",
        ["operating_temperature 110 Cel"],
    ),
    (
        "A Na-NaI battery ran for more than 6000 h, over eight months and 400 cycles, without change of the voltage curve.",
        ["cycling_time > 6000 h", "cycling_time > 8 mo", "cycle_count > 400 {cycles}"],
    ),
    (
        "The room-temperature conductivity of NZSP is about 1 mS/cm.",
        ["measurement_temperature room Cel", "ionic_conductivity ~ 1 mS/cm @ room-temperature"],
    ),
    (
        "Annealing at 450 °C for 2 h took the contact angle of molten Na from 122.5° down to 72.5°.",
        [
            "treatment_temperature 450 Cel",
            "treatment_time 2 h",
            "contact_angle 122.5 deg before",
            "contact_angle 72.5 deg after @ 450 °C, 2 h",
        ],
    ),
    (
        "The cell lived for up to 550 h, first at 0.15 and then at 0.25 mA cm-2.",
        ["cycling_time max 550 h @ 0.15, 0.25 mA cm-2", "current_density 0.15 mA/cm2", "current_density 0.25 mA/cm2"],
    ),
    (
        "SnCl4 solution was infused and annealed in air at 500 °C.",
        ["treatment_temperature 500 Cel"],
    ),
    (
        "The symmetric cell worked for 600 h at room temperature at 0.1-0.3 mA cm-2.",
        [
            "cycling_time 600 h @ room temperature, 0.1-0.3 mA cm-2",
            "operating_temperature room Cel",
            "current_density 0.1..0.3 mA/cm2",
        ],
    ),
    (
        "The interface survived 300 galvanostatic cycles at 0.5 mA cm-2.",
        ["cycle_count 300 {cycles} @ 0.5 mA cm-2", "current_density 0.5 mA/cm2"],
    ),
    (
        "Smaller hysteresis was seen at 0.5 mA cm-2.",
        ["current_density 0.5 mA/cm2"],
    ),
    (
        "The Na-S battery gave 500 mAh/g after 50 cycles at a temperature of only 80 °C.",
        ["specific_capacity 500 mAh/g @ 50 cycles, 80 °C", "cycle_count 50 {cycles}", "operating_temperature 80 Cel"],
    ),
    (
        "YSZ@BASE showed an interface impedance of 3.6 Ω cm2 and a critical current density of about 7.0 mA cm-2, both at 80 °C.",
        [
            "area_specific_resistance 3.6 Ohm.cm2 @ 80 °C",
            "critical_current_density ~ 7 mA/cm2 @ 80 °C",
            "measurement_temperature 80 Cel",
        ],
    ),
    (
        "The full cell delivered 110 mAh/g with a Coulombic efficiency above 99.99 % and kept 73 % of its capacity for 500 cycles (4 C, 80 °C).",
        [
            "specific_capacity 110 mAh/g @ 4 C, 80 °C",
            "coulombic_efficiency > 99.99 % @ 4 C, 80 °C",
            "capacity_retention 73 % @ 500 cycles, 4 C, 80 °C",
            "cycle_count 500 {cycles}",
            "c_rate 4 C",
            "operating_temperature 80 Cel",
        ],
    ),
    (
        "Anodes cycled stably for over 250 h (1 mA cm-2, 1 mAh cm-2).",
        ["cycling_time > 250 h @ 1 mA cm-2, 1 mAh cm-2", "current_density 1 mA/cm2", "areal_capacity 1 mAh/cm2"],
    ),
    (
        "At 5 mA cm-2 the composite showed 50 mV of hysteresis over 1000 cycles.",
        ["current_density 5 mA/cm2", "voltage_hysteresis 50 mV @ 5 mA cm-2, 1000 cycles", "cycle_count 1000 {cycles}"],
    ),
    (
        "A single Na atom binds to C-O groups with 2.04 eV.",
        ["adsorption_energy 2.04 eV"],
    ),
    (
        "It kept a Coulombic efficiency of 99.6 % for 1000 cycles at 5 mA cm-2 and 10 mAh cm-2.",
        [
            "coulombic_efficiency 99.6 % @ 1000 cycles, 5 mA cm-2, 10 mAh cm-2",
            "cycle_count 1000 {cycles}",
            "current_density 5 mA/cm2",
            "areal_capacity 10 mAh/cm2",
        ],
    ),
    (
        "The symmetric cell lasted more than 1000 h at 5 mA cm-2 and 5 mAh cm-2.",
        ["cycling_time > 1000 h @ 5 mA cm-2, 5 mAh cm-2", "current_density 5 mA/cm2", "areal_capacity 5 mAh/cm2"],
    ),
    (
        "Its BET surface area fell to 3.9 m2 g-1.",
        ["specific_surface_area 3.9 m2/g"],
    ),
    (
        "The overpotential was about 51 mV after 100 cycles at 0.5 mA cm-2 and 1 mAh cm-2.",
        [
            "overpotential ~ 51 mV @ 100 cycles, 0.5 mA cm-2, 1 mAh cm-2",
            "cycle_count 100 {cycles}",
            "current_density 0.5 mA/cm2",
            "areal_capacity 1 mAh/cm2",
        ],
    ),
    (
        "The average efficiency was 99.8 % with hardly any fade in 500 cycles at 1 C.",
        ["coulombic_efficiency 99.8 % @ 500 cycles, 1 C", "cycle_count 500 {cycles}", "c_rate 1 C"],
    ),
    (
        "The half cell still held 103.6 mAh g-1 after 1000 cycles at 2 C.",
        ["specific_capacity 103.6 mAh/g @ 1000 cycles, 2 C", "cycle_count 1000 {cycles}", "c_rate 2 C"],
    ),
    (
        "Oxygen-treated foam gave the lowest mean overpotential, under 50 mV, and lasted over 400 h at 0.5 mA cm-2 and 1 mAh cm-2.",
        [
            "overpotential < 50 mV @ 0.5 mA cm-2, 1 mAh cm-2",
            "cycling_time > 400 h @ 0.5 mA cm-2, 1 mAh cm-2",
            "current_density 0.5 mA/cm2",
            "areal_capacity 1 mAh/cm2",
        ],
    ),
    (
        "The impedance before and after 30 cycles was lower as well.",
        ["cycle_count 30 {cycles}"],
    ),
    (
        "Overpotentials of 20 mV persisted through 800 h (1 mA cm-2 and 1 mAh cm-2).",
        [
            "overpotential 20 mV @ 800 h, 1 mA cm-2, 1 mAh cm-2",
            "cycling_time 800 h",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
        ],
    ),
    (
        "Full cells with a ratio of negative to positive capacity (N/P) of 3.8 were shown.",
        ["np_ratio 3.8 1"],
    ),
    (
        "The cell was cycled for 6000 hours, that is, eight months.",
        ["cycling_time 6000 h", "cycling_time 8 mo"],
    ),
    (
        "The CE in the first cycle is 88 % and rises to 99.7 % by the 20th cycle.",
        ["coulombic_efficiency 88 %", "coulombic_efficiency 99.7 % @ 20th cycle", "cycle_count 20 {cycles}"],
    ),
    (
        "Na@Cu delivered a lifetime of 1,250 h, 700 h and 300 h at 1, 3 and 5 mA cm-2, respectively.",
        [
            "cycling_time 1250 h @ 1",
            "cycling_time 700 h @ 3",
            "cycling_time 300 h @ 5 mA cm-2",
            "current_density 1 mA/cm2",
            "current_density 3 mA/cm2",
            "current_density 5 mA/cm2",
        ],
    ),
    (
        "The symmetric cell shows a small voltage hysteresis of 21 mV at 1 mA cm-2 (1 mAh cm-2) and a life of 960 h; at 3 mA cm-2 (3 mAh cm-2) the values are 48 mV and 420 h.",
        [
            "voltage_hysteresis 21 mV @ 1 mA cm-2, 1 mAh cm-2",
            "current_density 1 mA/cm2",
            "areal_capacity 1 mAh/cm2",
            "cycling_time 960 h @ 1 mA cm-2, 1 mAh cm-2",
            "current_density 3 mA/cm2",
            "areal_capacity 3 mAh/cm2",
            "voltage_hysteresis 48 mV @ 3 mA cm-2, 3 mAh cm-2",
            "cycling_time 420 h @ 3 mA cm-2, 3 mAh cm-2",
        ],
    ),
    (
        "The molten sodium was absorbed by the foam at 350 °C within 3 min.",
        ["treatment_temperature 350 Cel", "treatment_time <= 0.05 h"],
    ),
    (
        "The capacity retention is 91% after 500 cycles and 84% after 1000 cycles at 5 C.",
        [
            "capacity_retention 91 % @ 500 cycles, 5 C",
            "cycle_count 500 {cycles}",
            "capacity_retention 84 % @ 1000 cycles, 5 C",
            "cycle_count 1000 {cycles}",
            "c_rate 5 C",
        ],
    ),
    (
        "An energy density of ~300 Wh kg−1 was projected for the anode-free cell with 99.93% average CE (260 cycles, 80.01% capacity retention).",
        [
            "energy_density ~ 300 W.h/kg",
            "coulombic_efficiency 99.93 % @ 260 cycles",
            "cycle_count 260 {cycles}",
            "capacity_retention 80.01 % @ 260 cycles",
        ],
    ),
    (
        "The nucleation barrier fell from 31.3 mV for Cu to 9.4 mV for the SnO2-decorated felt at 1 mA cm-2.",
        [
            "nucleation_overpotential 31.3 mV before @ 1 mA cm-2",
            "nucleation_overpotential 9.4 mV after @ 1 mA cm-2",
            "current_density 1 mA/cm2",
        ],
    ),
    (
        "Electrolytes of 0.5, 1 and 2 M NaPF6 in DME were compared.",
        ["other 0.5 mol/L", "other 1 mol/L", "other 2 mol/L"],
    ),
    (
        "The dense layer (25 μm) between porous layers (70 μm each) carries Na to 30 mg cm-2.",
        ["thickness 25 um", "thickness 70 um", "mass_loading 30 mg/cm2"],
    ),
    (
        "Symmetric cells with garnet cycled at 3 mA cm-2 and 80 °C for 100 h.",
        ["current_density 3 mA/cm2", "operating_temperature 80 Cel", "cycling_time 100 h @ 3 mA cm-2, 80 °C"],
    ),
    (
        "The Na+ conductivity of 2.2 × 10−3 S cm−1 was recorded at 25 °C with an activation energy of 0.27 eV.",
        ["ionic_conductivity 2.2 mS/cm @ 25 °C", "measurement_temperature 25 Cel", "other 0.27 eV"],
    ),
    (
        "The highest critical current density reported so far at room temperature is 14 mA cm-2 [45].",
        ["operating_temperature room Cel", "critical_current_density 14 mA/cm2 @ room temperature"],
    ),
    (
        "Metallic Na cycled at 55 °C without liquid, current 0.3 mA cm-2, duration 430 h.",
        ["operating_temperature 55 Cel", "current_density 0.3 mA/cm2", "cycling_time 430 h @ 55 °C, 0.3 mA cm-2"],
    ),
    (
        "The asymmetric Na||Al cell has CE > 99.9 % at 0.5 mA cm-2 and 0.25 mAh cm-2 for >6 months.",
        [
            "coulombic_efficiency > 99.9 % @ 0.5 mA cm-2, 0.25 mAh cm-2, 6 months",
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.25 mAh/cm2",
            "cycling_time > 6 mo",
        ],
    ),
    (
        "Ten thousand cycles at 20C are claimed, 60 times more than before.",
        ["cycle_count 10000 {cycles} @ 20C", "c_rate 20 C"],
    ),
    (
        "Na deposits of 2-4 μm diameter; SEI of 12 nm.",
        ["other 2..4 um", "thickness 12 nm"],
    ),
    (
        "The fraction of Sn is 33 wt%, NaF 5 mol%.",
        ["mass_fraction 33 wt%"],
    ),
    (
        "The surface tension drops from 192 to 160 mN/m at 150 °C by 10 wt% Bi.",
        [
            "surface_tension 192 mN/m before @ 150 °C",
            "surface_tension 160 mN/m after @ 150 °C",
            "measurement_temperature 150 Cel",
            "mass_fraction 10 wt%",
        ],
    ),
    (
        "molten Na (at 110 °C), with a contact angle θ = 37°.",
        ["measurement_temperature 110 Cel", "contact_angle 37 deg @ 110 °C"],
    ),
    (
        "The powder was pressed at 60 MPa into pellets 1.2 mm thick, and Na was attached at 4 MPa.",
        ["other 60 MPa", "thickness 1200 um", "stack_pressure 4 MPa"],
    ),
    ("Two hours at 450 °C were enough to clean it.", ["treatment_time 2 h", "treatment_temperature 450 Cel"]),
    ("After 46 h of cycling the as-sintered pellets failed.", ["cycling_time 46 h"]),
    (
        "After 3 h at 500 °C, the contact angle was 60°.",
        ["treatment_time 3 h", "treatment_temperature 500 Cel", "contact_angle 60 deg @ 3 h, 500 °C"],
    ),
    ("A bare cell fails at 1.8 mA cm-2.", ["critical_current_density 1.8 mA/cm2"]),
    (
        "Polishing raised the critical current density from 0.3 to 1.8 mA cm-2.",
        ["critical_current_density 0.3 mA/cm2 before", "critical_current_density 1.8 mA/cm2 after"],
    ),
    (
        "The coated cell survived 2.5 mA cm-2, the bare one did not survive 0.2 mA cm-2.",
        ["critical_current_density 2.5 mA/cm2", "critical_current_density < 0.2 mA/cm2"],
    ),
    ("The cell sustained 2 mA cm-2 for 500 h.", ["current_density 2 mA/cm2", "cycling_time 500 h @ 2 mA cm-2"]),
    ("On the oxide sodium spread at 130 °C.", ["spreading_temperature 130 Cel"]),
    (
        "Sodium spread on the oxide at 200 °C with an angle of 50°.",
        ["measurement_temperature 200 Cel", "contact_angle 50 deg @ 200 °C"],
    ),
    ("Sputtering put 30 nm of gold on the disc of 12 mm in diameter.", ["thickness 30 nm", "other 12000 um"]),
    ("The roughnesses of the films were 1.5 μm and 80 nm.", ["other 1.5 um", "other 80 nm"]),
    (
        "The first cell had a coulombic efficiency of 99.1 %. The other still gave 99.7 %.",
        ["coulombic_efficiency 99.1 %", "coulombic_efficiency 99.7 %"],
    ),
    ("The viscosity fell by 40 %, and the thickness rose by less than 6 %.", ["other 40 %", "other < 6 %"]),
    (
        "The cell held 80 % of 950 mAh g-1 and then ran 90 cycles to 70 %.",
        [
            "capacity_retention 80 %",
            "specific_capacity 950 mAh/g",
            "cycle_count 90 {cycles}",
            "capacity_retention 70 % @ 90 cycles",
        ],
    ),
    (
        "At 1 C over 500 cycles, little fade and a coulombic efficiency of 99.8 % were seen.",
        ["c_rate 1 C", "cycle_count 500 {cycles}", "coulombic_efficiency 99.8 % @ 1 C, 500 cycles"],
    ),
    (
        "The symmetric cell ran for 2000 h (2 mA cm-2, 2 mAh cm-2) and the full cell kept 95 % of its capacity after 500 cycles at 5C.",
        [
            "cycling_time 2000 h @ 2 mA cm-2, 2 mAh cm-2",
            "current_density 2 mA/cm2",
            "areal_capacity 2 mAh/cm2",
            "capacity_retention 95 % @ 500 cycles, 5C",
            "cycle_count 500 {cycles}",
            "c_rate 5 C",
        ],
    ),
    (
        "The coated disc had an angle of 18° at 150 °C, far below that of bare NZSP (131°).",
        ["contact_angle 18 deg @ 150 °C", "measurement_temperature 150 Cel", "contact_angle 131 deg @ 150 °C"],
    ),
    (
        "The angle was 140°; after rinsing it dropped to 100°, and after heating to 70°.",
        ["contact_angle 140 deg before", "contact_angle 100 deg after", "contact_angle 70 deg after"],
    ),
    (
        "The cell maintained 70 % after 150 cycles, up from 40 % with plain copper.",
        ["capacity_retention 70 % after @ 150 cycles", "cycle_count 150 {cycles}", "capacity_retention 40 % before @ 150 cycles"],
    ),
    (
        "The disc was heated at 400 °C for 1 h in argon. The resistance fell from 600 to 11 Ω cm2. After 20 cycles it was 30 Ω cm2.",
        [
            "treatment_temperature 400 Cel",
            "treatment_time 1 h",
            "area_specific_resistance 600 Ohm.cm2 before",
            "area_specific_resistance 11 Ohm.cm2 after @ 400 °C, 1 h",
            "cycle_count 20 {cycles}",
            "area_specific_resistance 30 Ohm.cm2 @ 20 cycles",
        ],
    ),
    (
        "Coated cells ran for 800 h at 1 mA cm-2. Bare sodium failed after 90 h.",
        ["cycling_time 800 h @ 1 mA cm-2", "current_density 1 mA/cm2", "cycling_time 90 h @ 1 mA cm-2"],
    ),
    (
        "The film lowered the pressure needed for 1 mA cm-2 from 4 to 1 MPa.",
        ["current_density 1 mA/cm2", "stack_pressure 4 MPa before @ 1 mA cm-2", "stack_pressure 1 MPa after @ 1 mA cm-2"],
    ),
    (
        "Sodium wets the coated tube at temperatures as low as 130 °C, 220 °C lower than the bare one.",
        ["spreading_temperature min 130 Cel", "other 220 Cel"],
    ),
    ("Even at 20 C, 76 % of the capacity at 1 C is retained.", ["c_rate 20 C", "capacity_retention 76 % @ 20 C", "c_rate 1 C"]),
    ("The areal capacity reached 4.2 mAh cm-2 at 0.1 C.", ["areal_capacity 4.2 mAh/cm2 @ 0.1 C", "c_rate 0.1 C"]),
    (
        "The cell gave 157 mAh g-1 in cycle 1 and 148 mAh g-1 in cycle 60 at 190 °C.",
        [
            "specific_capacity 157 mAh/g @ cycle 1, 190 °C",
            "cycle_count 1 {cycles}",
            "specific_capacity 148 mAh/g @ cycle 60, 190 °C",
            "cycle_count 60 {cycles}",
            "operating_temperature 190 Cel",
        ],
    ),
    (
        "An ASR of 8 Ω cm2 at RT and 2.5 Ω cm2 at 80 °C was had.",
        [
            "area_specific_resistance 8 Ohm.cm2 @ RT",
            "measurement_temperature room Cel",
            "area_specific_resistance 2.5 Ohm.cm2 @ 80 °C",
            "measurement_temperature 80 Cel",
        ],
    ),
    (
        "It kept 88 % after 500 cycles, better than 61 % for bare sodium.",
        ["capacity_retention 88 % @ 500 cycles", "cycle_count 500 {cycles}", "capacity_retention 61 % @ 500 cycles"],
    ),
    (
        "The angle fell from 120° for bare discs to 40° for coated ones and 30° later.",
        ["contact_angle 120 deg before", "contact_angle 40 deg after", "contact_angle 30 deg"],
    ),
    (
        "The contact angle (CA) of molten Na was measured on each pellet. The bare surface shows a CA of 134°, that of the coated one is only 21°.",
        [
            "contact_angle 134 deg",
            "contact_angle 21 deg",
        ],
    ),
    (
        "Above the critical current on stripping (CCS) voids form. Without pressure the CCS was as low as 0.15 mA cm-2.",
        [
            "critical_current_density min 0.15 mA/cm2",
        ],
    ),
    (
        "Formation energies of -1.21 J m-2 and -2.05 J m-2 were computed for the two interfaces.",
        [
            "other -1210 mN/m",
            "other -2050 mN/m",
        ],
    ),
    (
        "The works of adhesion are 47, 122 and 123 mN m-1.",
        [
            "work_of_adhesion 47 mN/m",
            "work_of_adhesion 122 mN/m",
            "work_of_adhesion 123 mN/m",
        ],
    ),
    (
        "The cell worked for half a year at room temperature.",
        [
            "cycling_time 6 mo @ room temperature",
            "operating_temperature room Cel",
        ],
    ),
    (
        "It ran for one and a half years and for two thousand five hundred hours, then half an hour more.",
        [
            "cycling_time 18 mo",
            "cycling_time 2500 h",
            "cycling_time 0.5 h",
        ],
    ),
    (
        "Some cells endured several hundred cycles, one of them a thousand hours.",
        [
            "cycling_time 1000 h",
        ],
    ),
    (
        "The bare cell lost half of its capacity within 60 cycles, whereas the coated one kept three quarters of its initial capacity after 400 cycles.",
        [
            "capacity_fade 50 % @ 60 cycles",
            "cycle_count <= 60 {cycles}",
            "capacity_retention 75 % @ 400 cycles",
            "cycle_count 400 {cycles}",
        ],
    ),
    (
        "It lost less than 12 % of its capacity in 300 cycles and retained 88 % of its capacity.",
        [
            "capacity_fade < 12 % @ 300 cycles",
            "cycle_count 300 {cycles}",
            "capacity_retention 88 %",
        ],
    ),
    (
        "The overpotential is no larger than 19 mV.",
        [
            "overpotential <= 19 mV",
        ],
    ),
    (
        "The energy barrier for Na migration is 0.08 eV, much lower than 0.35 eV on Cu.",
        [
            "diffusion_barrier 0.08 eV",
            "diffusion_barrier 0.35 eV",
        ],
    ),
    (
        "The resistance was lowered by two orders of magnitude, from 3000 to 30 Ω cm2.",
        [
            "area_specific_resistance 3000 Ohm.cm2 before",
            "area_specific_resistance 30 Ohm.cm2 after",
        ],
    ),
    (
        "Adsorption of one Na atom was computed on doped graphene. The energies are −0.71, −1.94 and −2.33 eV for N, O and B.",
        [
            "adsorption_energy -0.71 eV",
            "adsorption_energy -1.94 eV",
            "adsorption_energy -2.33 eV",
        ],
    ),
    (
        "The voltage hysteresis of the coated electrode stays at 30 mV. The bare electrode starts at a voltage of 120 mV, which then rises to more than 250 mV.",
        [
            "voltage_hysteresis 30 mV",
            "voltage_hysteresis 120 mV",
            "voltage_hysteresis > 250 mV",
        ],
    ),
    (
        "Cells ran for over 1300 hours at 0.1 mA cm-2 and 350 hours at 0.5 mA cm-2.",
        [
            "cycling_time > 1300 h @ 0.1 mA cm-2",
            "current_density 0.1 mA/cm2",
            "cycling_time > 350 h @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
        ],
    ),
    (
        "Cu@Sn and Cu@Sb endured 2000 and 1700 cycles at 2 mA cm 2/2 mAh cm 2.",
        [
            "cycle_count 2000 {cycles} @ 2 mA cm 2, 2 mAh cm 2",
            "cycle_count 1700 {cycles} @ 2 mA cm 2, 2 mAh cm 2",
            "current_density 2 mA/cm2",
            "areal_capacity 2 mAh/cm2",
        ],
    ),
    (
        "An interphase layer of 90 and 10 μ m was observed.",
        [
            "thickness 90 um",
            "thickness 10 um",
        ],
    ),
    (
        "The ionic conductivity of NaCl is negligible (10 -15 S cm -1).",
        [
            "ionic_conductivity 1e-12 mS/cm",
        ],
    ),
    (
        "Films of LGNx (x = 1-30) and pellets of LGNx (x = 1-30) were compared.",
        [
            "stoichiometry_range 1..30 1",
        ],
    ),
    (
        "The full cell retains 93.2% of its capacity after 1000 cycles at 5C (1 C = 117 mA g-1).",
        [
            "capacity_retention 93.2 % @ 1000 cycles, 5C",
            "cycle_count 1000 {cycles}",
            "c_rate 5 C",
        ],
    ),
    (
        "The new host, infused with sodium, gave 380 h at 2 mA cm-2.",
        [
            "cycling_time 380 h @ 2 mA cm-2",
            "current_density 2 mA/cm2",
        ],
    ),
    (
        "The sintering temperature was 1050 °C, some 150 K lower than usual.",
        [
            "treatment_temperature 1050 Cel",
            "other ~ 150 Cel",
        ],
    ),
    (
        "The full cell was tested at 1, 2 and 5 C. At these rates, capacities of 98, 90 and 77 mAh g-1 were obtained.",
        [
            "c_rate 1 C",
            "c_rate 2 C",
            "c_rate 5 C",
            "specific_capacity 98 mAh/g @ 1",
            "specific_capacity 90 mAh/g @ 2",
            "specific_capacity 77 mAh/g @ 5 C",
        ],
    ),
    (
        "The overpotential increases from 12 to 35 mV as the current density increases from 1 to 5 mA cm-2.",
        [
            "overpotential 12 mV before @ 1",
            "overpotential 35 mV after @ 5 mA cm-2",
            "current_density 1 mA/cm2 before",
            "current_density 5 mA/cm2 after",
        ],
    ),
    (
        "When the current density was raised stepwise from 0.1 to 2.0 mA cm-2, no short circuit occurred until 1.6 mA cm-2.",
        [
            "current_density 0.1 mA/cm2 before",
            "current_density 2 mA/cm2 after",
            "critical_current_density 1.6 mA/cm2",
        ],
    ),
    (
        "Contact angle measurements were performed at 250 °C. The droplet formed an angle of 142° on the untreated disc and of 47° on the treated one.",
        [
            "measurement_temperature 250 Cel",
            "contact_angle 142 deg @ 250 °C",
            "contact_angle 47 deg @ 250 °C",
        ],
    ),
    (
        "Impedance rose from 40 Ω cm2 (1st cycle) to 190 Ω cm2 (100th cycle).",
        [
            "area_specific_resistance 40 Ohm.cm2 before @ 1st cycle",
            "cycle_count 1 {cycles}",
            "area_specific_resistance 190 Ohm.cm2 after @ 100th cycle",
            "cycle_count 100 {cycles}",
        ],
    ),
    (
        "A stack pressure as low as 0.5 MPa suffices to cycle at 1 mA cm-2.",
        [
            "stack_pressure min 0.5 MPa @ 1 mA cm-2",
            "current_density 1 mA/cm2",
        ],
    ),
    (
        "The voltage profile is flat for 2000 h (current density: 0.5 mA cm-2; capacity: 0.5 mAh cm-2).",
        [
            "cycling_time 2000 h @ 0.5 mA cm-2, 0.5 mAh cm-2",
            "current_density 0.5 mA/cm2",
            "areal_capacity 0.5 mAh/cm2",
        ],
    ),
    (
        "Void growth was observed at a CCD as low as 0.1 mA cm-2 without pressure, whereas a stack pressure of 2 MPa increased the CCD to 0.4 mA cm-2.",
        [
            "critical_current_density min 0.1 mA/cm2",
            "stack_pressure 2 MPa",
            "critical_current_density 0.4 mA/cm2 @ 2 MPa",
        ],
    ),
    (
        "Cells ran for 750 h at 1 mA cm-2 with an efficiency of 99.5%, and 700 cycles at 2 mA cm-2 gave 99.6%.",
        [
            "cycling_time 750 h @ 1 mA cm-2",
            "current_density 1 mA/cm2",
            "coulombic_efficiency 99.5 % @ 750 h, 1 mA cm-2",
            "cycle_count 700 {cycles}",
            "current_density 2 mA/cm2",
            "coulombic_efficiency 99.6 % @ 700 cycles, 2 mA cm-2",
        ],
    ),
    (
        "The full cell delivers 95 mAh g-1 and, at 0.75 mA cm-2, keeps 91% of the initial capacity after 300 cycles.",
        [
            "specific_capacity 95 mAh/g",
            "current_density 0.75 mA/cm2",
            "capacity_retention 91 % @ 0.75 mA cm-2, 300 cycles",
            "cycle_count 300 {cycles}",
        ],
    ),
    (
        "It shows 99.9% Coulombic efficiency and 91% capacity retention over 680 cycles (0.013% fade per cycle).",
        [
            "coulombic_efficiency 99.9 % @ 680 cycles",
            "capacity_retention 91 % @ 680 cycles",
            "cycle_count 680 {cycles}",
            "capacity_fade 0.013 % @ 680 cycles",
        ],
    ),
    (
        "The cell ran for 300 cycles with a retention of 85% at 1 C in the voltage range of 2.5–4.0 V. For bare Li, 51.5% is found under the same testing conditions.",
        [
            "cycle_count 300 {cycles} @ 1 C",
            "capacity_retention 85 % @ 300 cycles, 1 C, 2.5–4.0 V",
            "c_rate 1 C",
            "cell_voltage 2.5..4 V",
            "capacity_retention 51.5 % @ 300 cycles, 1 C, 2.5–4.0 V",
        ],
    ),
    (
        "When the current density rises to 2 mA cm-2, the difference becomes obvious. The bare cell failed after 50 cycles; no short circuit occurred even after 150 cycles with the layer.",
        [
            "current_density 2 mA/cm2",
            "cycle_count 50 {cycles} @ 2 mA cm-2",
            "cycle_count 150 {cycles} @ 2 mA cm-2",
        ],
    ),
    (
        "The N/P ratio was set at 1.2 for all cells. The first one had a CE of 62%. The second one reached 83%.",
        [
            "np_ratio 1.2 1",
            "coulombic_efficiency 62 % @ 1.2",
            "coulombic_efficiency 83 % @ 1.2",
        ],
    ),
    (
        "Na/Na cells lived 950 h at 0.5 mA cm-2, and Na/NVP cells kept 95 % in 600 cycles at 2C.",
        [
            "cycling_time 950 h @ 0.5 mA cm-2",
            "current_density 0.5 mA/cm2",
            "capacity_retention 95 % @ 600 cycles, 2C",
            "cycle_count 600 {cycles}",
            "c_rate 2 C",
        ],
    ),
    (
        "Na-S cells with 1.1 mg cm-2 of sulfur deliver 880 mAh g-1 at 0.1C. After 500 cycles at 0.5C, 71 % is left.",
        [
            "mass_loading 1.1 mg/cm2",
            "specific_capacity 880 mAh/g @ 1.1 mg cm-2, 0.1C",
            "c_rate 0.1 C",
            "cycle_count 500 {cycles}",
            "c_rate 0.5 C",
            "capacity_retention 71 % @ 1.1 mg cm-2, 500 cycles, 0.5C",
        ],
    ),
    (
        "Earlier work puts the critical current density at 0.4-0.7 mA cm-2; it was measured in steps.",
        ["critical_current_density 0.4..0.7 mA/cm2"],
    ),
    (
        "CCD: 1.3 (25 °C) and 3.7 mA cm-2 (80 °C).",
        [
            "critical_current_density 1.3 mA/cm2 @ 25 °C",
            "operating_temperature 25 Cel",
            "critical_current_density 3.7 mA/cm2 @ 80 °C",
            "operating_temperature 80 Cel",
        ],
    ),
    (
        "Raising the temperature from 25 to 80 °C increased the conductivity from 0.6 to 4.1 mS cm-1.",
        [
            "measurement_temperature 25 Cel",
            "measurement_temperature 80 Cel",
            "ionic_conductivity 0.6 mS/cm before @ 25",
            "ionic_conductivity 4.1 mS/cm after @ 80 °C",
        ],
    ),
]
