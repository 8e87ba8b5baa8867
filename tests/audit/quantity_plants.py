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


def contradicted(body, refs, rng):
    """Tell a result again in another paragraph, with another number."""
    found = list(
        re.finditer(
            r"(?<=[.\]] )[A-Z][^.\n]{20,200}?\b(?P<n>\d{2,4})(?P<u> (?:h|mV|mAh g⁻¹|cycles)\b)[^.\n]{0,120}\[\d+\]\.", body
        )
    )
    found = [one for one in found if len(re.findall(r"\[\d", one[0])) == 1]
    if not found:
        return None
    one = rng.choice(found)
    number = one.start("n") - one.start()
    again = one[0][:number] + str(int(int(one["n"]) * 1.4)) + one[0][number + len(one["n"]) :]
    later = body.find("\n\n", body.find("\n\n", one.end()) + 2)
    place = later if later > 0 else len(body.rstrip())
    return body[:place] + "\n\n" + again + body[place:], None, (place + 2, place + 2 + len(again))


PLANTS = {
    "QTY01": told(ANGLES, 190, 350),
    "QTY02": told(EFFICIENCIES, 120, 996),
    "QTY03": told(SHARES, 110, 400),
    "QTY04": told(COLD, 280, 900),
    "QTY05": told(RETENTIONS, 140, 970),
    "QTY06": inserted(lambda rng: (lambda form: form[0].format(rng.randint(*form[1])))(rng.choice(UNITS))),
    "QTY07": contradicted,
}
