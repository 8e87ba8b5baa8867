"""Planters for the rules on the text."""

from planting import changed, inserted

TERMS = [
    "electrolyte",
    "electrolytes",
    "wettability",
    "sodiophilic",
    "sodiophilicity",
    "dendrites",
    "interface",
    "interfacial",
    "nucleation",
    "deposition",
    "overpotential",
    "conductivity",
    "stripping",
    "capacity",
    "infiltrated",
    "coulombic",
    "electrochemical",
    "annealing",
    "symmetric",
    "graphene",
    "temperature",
    "resistance",
    "adsorption",
    "impedance",
    "nanoparticles",
]
SIGNS = (
    "It ran slowly (-C/{}).",
    "It ran for -{} h.",
    "The film was -{} nm thick.",
    "A second cell bore {} mA cm2 for a day.",
    "It moved {} mAh cm2 in each cycle.",
    "The second pellet was annealed at {}0 C in argon.",
    "Its loading was {} mg cm2.",
)
EQUATIONS = (
    "The metal reduces the oxide, as shown in Equation.",
    "The course of it is given by Equation.",
    "The yields are listed in Table.",
)


def slip(word, rng):
    """Return a word with one letter left out, doubled, changed, or changed over with its neighbour."""
    place = rng.randrange(1, len(word) - 2)
    kind = rng.choice(("out", "twice", "other", "over"))
    if kind == "over" and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "twice":
        return word[:place] + word[place] + word[place:]
    if kind == "other" and len(word) > 9:
        return word[:place] + rng.choice([letter for letter in "aeiou" if letter != word[place]]) + word[place + 1 :]
    return word[:place] + word[place + 1 :]


def pointed(body, refs, rng):
    """Give the text captions, and point beyond them."""
    kind = rng.choice(("Figure", "Table"))
    planted = inserted(
        rng.choice(("The yields are shown in {} 7.", "This is seen best in {} 9b.", "It broke ({} 8).")).format(kind)
    )(body, refs, rng)
    captions = "".join(f"\n\n{kind} {number}. The cell after {number} days.\n" for number in (1, 2, 3))
    return planted[0].rstrip() + captions + "\n", None, planted[2]


PLANTS = {
    "TXT01": pointed,
    "TXT02": inserted(lambda rng: rng.choice(EQUATIONS)),
    "TXT03": changed(r"°C|⁻¹|[²’μ]", lambda found, rng, refs: rng.choice(("\ufffd", "Â°", "â€™"))),
    "TXT04": inserted(lambda rng: rng.choice(SIGNS).format(rng.randint(3, 30))),
    "TXT05": changed(r"\b(?:" + "|".join(TERMS) + r")\b", lambda found, rng, refs: slip(found[0], rng)),
    "TXT06": changed(r"(?<= )(?:the|of|in|with|and|for)(?= [a-z])", lambda found, rng, refs: f"{found[0]} {found[0]}"),
}
