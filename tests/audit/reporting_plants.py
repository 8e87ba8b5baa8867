"""Planters for the rules on reporting: a result is told at a random place of a manuscript from which a detail of it was taken everywhere."""

from planting import inserted
from slots import clean, without

CYCLING = (
    "A second symmetric cell of the same kind ran for {} h.",
    "Symmetric cells from another batch lasted {} h.",
    "The symmetric cell was stable for {} h.",
)
ANGLES = (
    "On another piece the contact angle was {}°.",
    "A contact angle of {}° was found on a second sample.",
    "The contact angle fell to {}°.",
)
CONDUCTIVITIES = ("The ionic conductivity was {} mS cm⁻¹ in a second batch.", "Its interfacial resistance was {} Ω cm².")
FULL = (
    "A second full cell kept {} % of its capacity after 150 cycles.",
    "Another full cell delivered {} mAh g⁻¹ at first.",
    "In the full cell the capacity retention was {} % over 250 cycles.",
)
CRITICAL = (
    "A critical current density of {} mA cm⁻² was found for a second pellet.",
    "The critical current density reached {} mA cm⁻².",
)
RESISTANCES = (
    "A second sample had an interfacial resistance of {} Ω cm².",
    "The area-specific resistance was {} Ω cm² after a week.",
)
EFFICIENCIES = ("Its coulombic efficiency was {} %.", "A coulombic efficiency of {} % was reached in a second run.")
RATES = ("A second full cell kept {} % after 80 cycles at 1 C.", "At 2 C a full cell kept {} % after 90 cycles.")
RETENTIONS = (
    "A full cell in a second batch had a capacity retention of {} %.",
    "In the full cell {} % of the capacity was left.",
    "A capacity fade of {} % was seen in a second full cell.",
)


def lacking(detail, forms, low, high):
    """Return a way to tell a result in a manuscript that says nowhere a detail of it; a manuscript without such a slot offers no place."""

    def plant(body, refs, rng):
        poor = without(body, detail)
        if poor is None:
            return None
        planted = inserted(rng.choice(forms).format(rng.randint(low, high)))(poor, refs, rng)
        return planted[0], None, None

    return plant


def beside(forms, low, high):
    """Return a way to tell a result without what has to stand beside it."""

    def plant(body, refs, rng):
        return inserted(rng.choice(forms).format(rng.randint(low, high)))(clean(body), refs, rng)

    return plant


PLANTS = {
    "RPT01": lacking("temperature of wetting", ANGLES, 20, 130),
    "RPT02": lacking("current density", CYCLING, 200, 900),
    "RPT03": lacking("areal capacity", CYCLING, 200, 900),
    "RPT04": lacking("temperature of the test", CONDUCTIVITIES, 2, 40),
    "RPT05": beside(RETENTIONS, 3, 95),
    "RPT06": lacking("temperature of the test", CYCLING, 200, 900),
    "RPT07": lacking("electrolyte", CYCLING, 200, 900),
    "RPT08": lacking("rate", FULL, 70, 95),
    "RPT09": lacking("what 1 C is", RATES, 70, 95),
    "RPT10": lacking("loading", FULL, 70, 95),
    "RPT11": lacking("temperature of the test", FULL, 70, 95),
    "RPT12": lacking("N/P ratio", FULL, 70, 95),
    "RPT13": lacking("stack pressure", CYCLING, 200, 900),
    "RPT14": lacking("step of the current", CRITICAL, 1, 4),
    "RPT15": lacking("time of a step", CRITICAL, 1, 4),
    "RPT16": lacking("number of interfaces", RESISTANCES, 2, 40),
    "RPT17": lacking("cell of the efficiency", EFFICIENCIES, 90, 99),
    "RPT18": lacking("method of the efficiency", EFFICIENCIES, 90, 99),
    "RPT19": lacking("liquid", ANGLES, 20, 130),
    "RPT20": lacking("treatment of the surface", ANGLES, 20, 130),
}
