"""Gains in the many wordings of the field, and near misses: what is measured, bad, or only there. All are written here."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

SAID = {
    "dendrite_suppressed": [
        "sodium grows without protrusions",
        "the growth of sodium needles is prevented",
        "dendritic growth is effectively inhibited",
        "dendrite propagation was blocked",
        "the layer shields the ceramic against filament penetration",
        "no internal short occurred within 2000 h",
        "a non-dendritic morphology was obtained",
        "it eliminates the risk of dendrite-induced short circuits",
        "it mitigates the dendrite issue",
        "the electrolyte is highly resistant to dendrites",
        "sodium is deposited in a dendrite-free manner",
        "it restrains dendritic sodium",
        "mossy sodium was avoided",
        "it enables planar instead of dendritic plating",
        "the ability to suppress dendrites is greatly strengthened",
        "sodium filaments are kept from growing",
        "it prevents the cell from shorting",
        "dendrite nucleation is delayed",
        "the tendency to form dendrites is reduced",
        "it ensures the suppression of sodium dendrites",
    ],
    "cycling_stability_improved": [
        "symmetric cells run stably for 1200 h",
        "an ultralong lifespan of 3000 h was reached",
        "the cell retains 92% of its capacity after 500 cycles",
        "the capacity retention is 88% over 400 cycles",
        "reversible plating and stripping over 900 cycles was achieved",
        "a high average Coulombic efficiency of 99.9% was obtained",
        "the cells exhibit exceptional cyclability",
        "the cycling lifespan is extended by a factor of three",
        "the cells deliver robust long-term cycling",
        "electrochemical reversibility is remarkably improved",
        "the cell maintains a stable voltage profile for 600 h",
        "cells survive 2000 h of plating and stripping",
        "the electrode shows outstanding durability",
        "the cycle life triples",
        "little polarization growth was seen over 1000 h",
        "the full cell works over 700 cycles with negligible fading",
        "it prolongs the service life",
        "the batteries show superior electrochemical performance",
        "a capacity decay of 0.02% per cycle was found",
        "the symmetric cell operates steadily at 3 mA cm-2 for 800 h",
        "long-term stability was greatly enhanced",
    ],
    "rate_performance_improved": [
        "the full cell shows a superior rate capability",
        "excellent high-rate performance was demonstrated",
        "it enables fast charging",
        "the cells exhibit outstanding rate performance up to 10C",
        "the power capability is boosted",
        "it supports ultrafast charging within 6 min",
        "remarkable rate capacity was achieved",
        "it enables high-rate cycling",
        "good rate behaviour was seen",
        "it allows operation at high rates",
        "the cell shows impressive fast-charging performance",
    ],
    "interfacial_resistance_reduced": [
        "the interfacial resistance drops from 900 to 12 Ω cm2",
        "the interface resistance is as low as 3 Ω cm2",
        "it markedly lowers the interfacial impedance",
        "a low interfacial resistance of 9 Ω cm2 was obtained",
        "the area-specific resistance decreases to 5 Ω cm2",
        "the charge-transfer resistance is greatly reduced",
        "the interface impedance between sodium and the ceramic is cut by 90%",
        "an ultralow interfacial resistance was reached",
        "the resistance at the sodium interface declined tenfold",
        "interfacial impedance was minimized",
        "the anode-electrolyte interface resistance was decreased",
    ],
    "wettability_improved": [
        "molten sodium spreads spontaneously",
        "the contact angle falls from 130° to 40°",
        "it improves the wettability of sodium on the ceramic",
        "the wetting of molten sodium is greatly enhanced",
        "sodium wets the coated surface",
        "the surface becomes sodiophilic",
        "superior wettability towards molten sodium was found",
        "the felt soaks up molten sodium within 3 s",
        "it changes the surface from sodiophobic to sodiophilic",
        "molten sodium rapidly infuses into the host",
        "the melt infiltrates the scaffold within seconds",
        "it enhances interfacial wetting",
    ],
    "volume_change_reduced": [
        "the volume change of the anode is reduced",
        "it alleviates the volume expansion",
        "the volume variation is suppressed",
        "it mitigates volume fluctuations during cycling",
        "the electrode hardly swells",
        "nearly zero volume change was observed",
        "it restrains the volume expansion of sodium",
        "the thickness of the anode hardly changes",
        "the volumetric expansion was limited to 4%",
    ],
    "adhesion_improved": [
        "it strengthens the adhesion between film and metal",
        "interfacial adhesion is improved",
        "the adhesion of sodium to the ceramic is enhanced",
        "delamination is prevented",
        "peeling of the film is avoided",
        "it bonds the film more firmly to the metal",
    ],
    "densification_improved": [
        "the ceramic is densified at a lower temperature",
        "the relative density rises to 98%",
        "it promotes the densification of the pellet",
        "it improves sintering",
        "the porosity of the pellet is reduced",
        "denser pellets are obtained",
    ],
}
NOT_SAID = {
    "dendrite_suppressed": [
        "dendrites were observed in the bare cell",
        "the dendrites grew through the separator",
        "dendrite growth was monitored by microscopy",
        "the cell shorted after 40 h",
        "we study how dendrites form",
    ],
    "cycling_stability_improved": [
        "the cell was cycled at 1 mA cm-2",
        "cycling was started after 10 h of rest",
        "the cell failed after 12 cycles",
        "poor cycling stability was found",
        "the morphology after cycling was studied",
        "the capacity faded rapidly",
    ],
    "rate_performance_improved": [
        "the scan rate was 0.1 mV s-1",
        "the current density was 3 mA cm-2",
        "poor rate capability was found",
        "the cell was cycled at 1C",
        "the growth rate of the film is low",
        "a heating rate of 5 K min-1 was used",
    ],
    "interfacial_resistance_reduced": [
        "the interfacial resistance was measured",
        "the interfacial resistance is high",
        "the interfacial resistance increased on cycling",
        "the resistance of the wire was low",
    ],
    "wettability_improved": [
        "the wettability was measured",
        "sodium does not wet the surface",
        "the electrolyte wets the separator",
        "sodiophilic sites guide the sodium",
        "the film was spread by a doctor blade",
    ],
    "volume_change_reduced": [
        "the volume change was measured",
        "the volume expansion is large",
        "the host accommodates the volume change",
    ],
    "adhesion_improved": [
        "adhesive tape was used",
        "the film delaminated",
        "strong adhesion is known of this polymer",
    ],
    "densification_improved": [
        "the pellet was sintered at 1200 °C",
        "dense lithium was deposited",
        "the current density was high",
    ],
}


def gains(words):
    told = extract(Source("made-up", f"Here, we coated copper with tin. As a result, {words}.", "")).claims
    return {effect for claim in told if claim.polarity == "asserted" for effect in claim.effects}


@pytest.mark.parametrize("gain", SAID)
def test_a_gain_is_heard_in_many_wordings(gain):
    assert [words for words in SAID[gain] if gain not in gains(words)] == []


@pytest.mark.parametrize("gain", NOT_SAID)
def test_what_is_measured_bad_or_only_there_is_no_gain(gain):
    assert [words for words in NOT_SAID[gain] if gain in gains(words)] == []
