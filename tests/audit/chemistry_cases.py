"""For each rule on chemistry a manuscript that it objects to, and one of the same kind that is right."""

from manuscripts import numbers

# The phase that services were asked for, in vain.
ASKED = "Na9Sn"

CASES = {
    "CHE01": (
        numbers("The carbon felt (CF) was dried. The copper foam (CF) was not."),
        numbers("The carbon felt (CF) was dried. Other carbon felts (CFs) were not."),
    ),
    "CHE02": (
        numbers("The alloy Na15Sn4 formed. The Na5Sn was hard."),
        numbers("The alloy Na15Sn4 formed. The Na15Sn4 was hard."),
    ),
    "CHE03": (numbers("The alloy Na7Sn formed."), numbers("The alloy Na15Sn4 formed on liquid NaK.")),
    "CHE04": (
        numbers("It reacts at once:\n\nNa + SnO → Na2O + Sn\n\nThen it cools."),
        numbers("It reacts at once:\n\n2 Na + SnO → Na2O + Sn\n\nThen it cools."),
    ),
    "CHE05": (
        numbers("The pellet was coated with Al203 and dried."),
        numbers("The pellet was coated with Al2O3 under CO2 and dried."),
    ),
    "CHE06": (
        numbers("The ceramic was Na4Zr2Si2PO12, sintered in air."),
        numbers("The ceramics were Na3Zr2Si2PO12, Na3.4Zr2Si2.4P0.6O12 and Zr0.92Y0.08O1.96, sintered in air."),
    ),
    "CHE07": (
        numbers("Reduced graphene oxide (rGO) was dried. The r-GO held the metal."),
        numbers("Reduced graphene oxide (rGO) was dried. The rGO held the metal, as rGO/Sn did."),
    ),
    "CHE08": (
        numbers("The pellet was sealed with DMX before use."),
        numbers(
            "The pellet was sealed with dimethyl xylan (DMX) before use. DMX was dried, and SEM images were taken in the UK."
        ),
    ),
    "CHE09": (numbers("The alloy Na9Sn formed."), numbers("The alloy Na15Sn4 formed, at a nominal ratio of Na9Sn.")),
}
