"""What counts as a gain: of a work or of something brought in, and a change, not a property."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


def claims(text):
    return extract(Source("made-up", text, "")).claims


TROUBLES = [
    "However, dendrites that pierce the separator and slow sodium transport lead to short circuits of sodium batteries.",
    "Poor contact between sodium and the ceramic raises the interfacial resistance, reducing the cyclability of the cell.",
    "Suppressing dendrites and improving the coulombic efficiency of sodium anodes are among the hardest tasks of this field.",
    "The uncontrolled volume expansion of sodium severely limits the cycling stability.",
]


@pytest.mark.parametrize("text", TROUBLES)
def test_a_problem_that_nobody_has_worked_on_has_no_gain(text):
    told = claims(f"{text} Here, we coated BASE with zinc and the interfacial resistance fell to a third.")
    assert not told[0].effects
    assert not told[0].mechanisms
    assert told[-1].effects == ("interfacial_resistance_reduced",)


def test_what_a_general_statement_says_of_a_strategy_is_its_gain():
    assert claims("Surface coatings suppress dendrites on sodium [1].")[0].effects == ("dendrite_suppressed",)


@pytest.mark.parametrize(
    "words",
    [
        "the sodiophilic nanosheets guide the metal",
        "its good sodiophilicity guides the metal",
        "the highly lithiophilic alloy layer guides the metal",
        "an intimate contact with the ceramic was seen",
        "its sodiophilicity was enhanced so that sodium nucleates evenly",
        "a reaction takes place between tin and Na",
        "its pores are filled with the polymer, which shields the metal",
    ],
)
def test_a_property_or_a_contact_is_no_better_wetting(words):
    assert "wettability_improved" not in claims(f"Here, we coated copper with tin and {words}.")[0].effects


@pytest.mark.parametrize(
    "words",
    [
        "the copper became sodiophilic",
        "the skin was converted into a lithiophilic layer",
        "the surface has a higher affinity to sodium",
        "the pores were filled with molten sodium",
    ],
)
def test_a_surface_that_takes_the_metal_better_than_before_is_wetted_better(words):
    assert "wettability_improved" in claims(f"Here, we coated copper with tin and {words}.")[0].effects


ENDS = [
    "To suppress dendrites, strategies including {} have been proposed.",
    "Efforts to suppress dendrites range from {}.",
    "Great efforts have been devoted to solving the dendrite problem, for instance by {}.",
    "Strategies ({}) have been explored to suppress dendrites.",
    "In order to prevent dendrite growth, {} were employed.",
    "Among the strategies that mitigate dendrites are {}.",
    "Approaches such as {} have been developed to realize dendrite-free sodium.",
]


@pytest.mark.parametrize("sentence", ENDS)
def test_the_end_that_works_are_listed_for_is_the_gain_of_each(sentence):
    told = claims(
        sentence.format("carbon hosts [1], tin coatings that form an alloy with sodium [2] and fluorinated additives [3]")
    )
    assert [(claim.ref, claim.effects) for claim in told] == [((n,), ("dendrite_suppressed",)) for n in (1, 2, 3)]


def test_the_end_of_each_member_of_a_list_is_its_own_gain():
    told = claims(
        "Authors have used carbon hosts to prolong the cycle life [1], tin coats to inhibit dendrites [2] and salts [3]."
    )
    assert [claim.effects for claim in told] == [("cycling_stability_improved",), ("dendrite_suppressed",), ()]


def test_what_follows_a_citation_up_to_a_turn_is_said_of_the_work_before_it():
    told = claims("Carbon hosts [1] suppress dendrites, whereas tin coatings [2] conduct ions.")
    assert [claim.effects for claim in told] == [("dendrite_suppressed",), ()]


def test_a_problem_of_listed_works_is_no_gain_of_theirs():
    assert not any(
        claim.effects for claim in claims("Dendrites are a problem of carbon hosts [1], tin coatings [2] and foams [3].")
    )


SAID_AND_NOT = [
    ("volume_change_reduced", "It reduces the volume change.", "It buffers the volume change."),
    ("adhesion_improved", "The tin enhances the adhesion to copper.", "The tin has a strong adhesion to copper."),
    ("cycling_stability_improved", "An excellent cycling stability was found.", "Voids grow on cycling, increasing the current."),
    ("cycling_stability_improved", "The cycling performance was improved.", "The cells could cycle at higher currents."),
    ("interfacial_resistance_reduced", "It lowers the interfacial resistance.", "It speeds up the charge transfer at the interface."),
    ("densification_improved", "The additive makes dense pellets.", "Dense ceramic pellets were bought."),
    ("dendrite_suppressed", "It ran without any sign of shorting.", "This paves the way for dendrite-free anodes."),
    ("rate_performance_improved", "The cells show a satisfactory rate capability.", "The rate capability is far from satisfactory."),
    ("volume_change_reduced", "The volume change was reduced.", "It takes up the volume change, decreasing the current density."),
    ("wettability_improved", "The melt penetrates the pores.", "Sodium penetrates the grain boundaries."),
    ("cycling_stability_improved", "It increases the cycle life.", "The resistance increases with stripping and ends the cycle."),
    ("interfacial_resistance_reduced", "The impedance at the interface is ameliorated.", "The impedance at the interface was read."),
    ("cycling_stability_improved", "It shows better cycling.", "The resistance increased after cycling."),
    ("rate_performance_improved", "The cells show an unprecedented rate capability.", "The scan rate was high."),
    ("dendrite_suppressed", "A change from dendritic to flat deposits was seen.", "Kinetics rather than diffusion was named as the cause."),
    ("adhesion_improved", "The tin enhances the bonding between foil and metal.", "It enhances the strength via hydrogen bonding."),
    ("cycling_stability_improved", "A high lifetime was reached.", "Plating went on at a high critical current density."),
    ("rate_performance_improved", "It works even under fast-charging conditions.", "It was cycled at a high current density."),
    ("wettability_improved", "It not only improves the wetting but also costs less.", "It does not improve the wetting."),
    ("no_wetting_improvement", "It does not improve the wetting.", "It not only improves the wetting but also costs less."),
]  # fmt: skip


@pytest.mark.parametrize(("gain", "said", "not_said"), SAID_AND_NOT)
def test_a_gain_is_a_change_for_the_better_that_a_work_has_brought_about(gain, said, not_said):
    assert gain in claims(f"Here, we coated copper with tin. {said}")[0].effects
    assert gain not in claims(f"Here, we coated copper with tin. {not_said}")[0].effects


def test_what_is_called_a_way_to_an_end_has_that_gain_and_what_is_sought_has_none():
    assert claims("Separator coatings are an effective way to suppress dendrites [1].")[0].effects == ("dendrite_suppressed",)
    sought = claims("A strategy to suppress dendrites is urgently needed. Here, we coat copper with tin.")
    assert not any(claim.effects for claim in sought)


def test_what_a_thing_is_supposed_to_help_is_a_supposed_gain():
    first, _ = claims("Stiff conductors have been believed to suppress dendrites of sodium. Here, we coat sodium with zinc.")
    assert (first.polarity, first.effects) == ("hypothesised", ("dendrite_suppressed",))
    assert [item.value for item in first.items] == ["dendrite_suppressed"]


def test_the_addition_of_something_is_a_means_whose_gain_counts():
    first, *_ = claims("The addition of cations improves the dendrite suppression. Here, we coat sodium with zinc.")
    assert first.effects == ("dendrite_suppressed",)
    first, *_ = claims(
        "The addition of cations is hampered by dendrites that are hard to suppress. Here, we coat sodium with zinc."
    )
    assert not first.effects
