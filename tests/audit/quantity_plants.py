"""Planters for the rules on quantities."""

import re

from planting import inserted, told

ANGLES = (
    "On this surface the contact angle of molten sodium was {}°.",
    "Molten sodium met the pellet at a contact angle of {}°.",
    "After heating, the contact angle fell to {}°.",
    "A contact angle of {}° was measured for sodium on the coated pellet.",
)
EFFICIENCIES = (
    "The half cell had a coulombic efficiency of {} %.",
    "Its average Coulombic efficiency was {}%.",
    "A coulombic efficiency as high as {} % was kept.",
)
RETENTIONS = (
    "The full cell showed a capacity retention of {} % after 200 cycles.",
    "The capacity retention was {}% after 300 cycles.",
)
COLD = ("The pellet was annealed at -{} °C.", "The cell was operated at -{} °C.")
SHARES = ("The lead content was {} wt%.", "The tin loading was {} wt%.")
UNITS = (
    ("The full cell had a capacity retention of {} mAh g⁻¹.", (80, 120)),
    ("Its contact angle was {} mV.", (40, 90)),
    ("A coulombic efficiency of {} mAh g⁻¹ was kept.", (80, 120)),
    ("An ionic conductivity of {} mV was found.", (10, 90)),
    ("Its critical current density was {} mAh cm⁻².", (2, 9)),
    ("It has a critical current density of about {} mV.", (2, 9)),
)


BELIEF = (
    ("Its ionic conductivity was {} S cm⁻¹.", (11, 90)),
    ("The overpotential of symmetric cells was {} V.", (20, 90)),
    ("It held an areal capacity of {} mAh cm⁻².", (2000, 9000)),
    ("The cathode gave a specific capacity of {} mAh g⁻¹.", (5000, 9000)),
    ("Its critical current density was {} mA cm⁻².", (700, 4000)),
    ("A coulombic efficiency of {} % was kept.", (1, 4)),
)
_SENTENCE = re.compile(r"(?<=[.\]] )[A-Z](?:et al\.|\d\.\d|[^.\n]){20,300}?\[\d+\]\.")
_RESULT = re.compile(r"\b(?P<n>\d{2,4})(?= (?:h|mV|mAh g⁻¹)\b)")
_UNIT = r"\b(?P<n>\d+(?:\.\d+)?)(?= {}(?![\w⁻]))"


def contradicted(body, refs, rng):
    """Tell a result of one work again in another paragraph, with another number."""
    told = [one for one in _SENTENCE.finditer(body) if len(re.findall(r"\[\d", one[0])) == 1 and _RESULT.search(one[0])]
    if not told:
        return None
    one = rng.choice(told)
    result = _RESULT.search(one[0])
    again = one[0][: result.start()] + str(int(int(result["n"]) * 1.4)) + one[0][result.end() :]
    later = body.find("\n\n", body.find("\n\n", one.end()) + 2)
    place = later if later > 0 else len(body.rstrip())
    return body[:place] + "\n\n" + again + body[place:], None, (place + 2, place + 2 + len(again))


def lost_prefix(body, refs, rng):
    """Make a number a thousand times as large, where the text has many of its kind."""
    pools = [list(re.finditer(_UNIT.format(unit), body)) for unit in ("mA cm⁻²", "mAh cm⁻²", "h")]
    pools = [pool for pool in pools if len(pool) >= 8]
    if not pools:
        return None
    one = rng.choice(rng.choice(pools))
    large = f"{float(one['n']) * 1000:g}" if float(one["n"]) < 100 else one["n"] + "000"
    return body[: one.start()] + large + body[one.end() :], None, (one.start(), one.start() + len(large))


def only_in_summary(body, refs, rng):
    """Change a result in the abstract alone."""
    start = body.index("bstract")
    end = body.index("\n## ", start)
    results = list(re.finditer(r"\b\d+(?:\.\d+)?(?= (?:h|%|Ω cm²|mA cm⁻²) )", body[start:end]))
    if not results:
        return None
    one = rng.choice(results)
    place = start + one.start()
    other = f"{float(one[0]) * 1.17:.1f}" if "." in one[0] else str(int(int(one[0]) * 1.17) + 3)
    return body[:place] + other + body[place + len(one[0]) :], None, (place, place + len(other))


PLANTS = {
    "QTY01": told(ANGLES, 190, 350),
    "QTY02": told(EFFICIENCIES, 120, 996),
    "QTY03": told(SHARES, 110, 400),
    "QTY04": told(COLD, 280, 900),
    "QTY05": told(RETENTIONS, 140, 970),
    "QTY06": inserted(lambda rng: (lambda form: form[0].format(rng.randint(*form[1])))(rng.choice(UNITS))),
    "QTY07": contradicted,
    "QTY08": lost_prefix,
    "QTY09": only_in_summary,
    "QTY10": inserted(lambda rng: (lambda form: form[0].format(rng.randint(*form[1])))(rng.choice(BELIEF))),
}
