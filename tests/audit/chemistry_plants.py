"""Ways to plant what is wrong with formulas, reactions and abbreviations."""

import random

from planting import inserted

# A phase of sodium with a metal that is in the list, and compositions of the same metal that are in none.
PHASES = (
    ("Na15Sn4", ("Na5Sn", "Na4Sn", "Na13Sn4", "Na15Sn5")),
    ("Na3Bi", ("Na4Bi", "Na2Bi", "Na5Bi3")),
    ("Na15Pb4", ("Na5Pb", "Na16Pb4", "Na13Pb2")),
    ("NaIn", ("Na5In", "Na4In3")),
    ("Na3Sb", ("Na5Sb", "Na4Sb3")),
    ("Na2Au", ("Na4Au", "Na7Au2")),
)
BESIDE = (
    "The alloy {known} formed on the surface, and the {odd} layer was hard.",
    "Diffraction showed {known} at first; the {odd} composite was wetted better.",
    "Both {known} and {odd} conduct electrons.",
    "Once {known} had formed, the kinetics improved, so that {odd} outlived the bare metal.",
)
ALONE = (
    "The alloy {odd} formed on the surface.",
    "Sodium spread well over {odd} at this temperature.",
    "A layer of {odd} covered the pellet.",
    "The nominal composition {odd} was melted and cast.",
)
REACTIONS = (
    "Na + SnO2 → Na2O + Sn",
    "4 Na + SnO2 → 2 Na2O + 2 Sn",
    "2Na + Al2O3 → Na2O + 2Al",
    "NaOH + CO2 → Na2CO3 + H2O",
    "2 NaOH + CO2 = Na2CO3 + 2 H2O",
    "Na+ + 2 e- → Na",
    "2 Na+ + e- → 2 Na",
    "15 Na + 4 Sn → Na15Sn3",
    "Sn + 15 Na+ + 15 e- → Na15Sn4",
    "3 Na + Bi2O3 → 3 Na2O + 2 Bi",
    "PbO + Na → Pb + Na2O",
    "2 Na + H2O → 2 NaOH",
    "Na₂O + H₂O → NaOH",
    "Na⁺ + 2e⁻ → Na",
    "In + 2 Na -> Na2In + e-",
)
REACTING = ("It reacts by {}.", "This follows {}, which is fast.", "The reaction {} explains it.", "On heating, {} takes place.")
GARBLED = (
    "Al203",
    "AI2O3",
    "Sn02",
    "SnO₂ and Ti02",
    "Na3Zr2Si2P012",
    "Na2C03",
    "NaC1O4",
    "NaCIO4",
    "SNO2",
    "SiCI4",
    "Fe203",
    "NA2CO3",
    "NAPF6",
    "Ru02",
)
COATED = (
    "The pellet was coated with {}.",
    "A thin film of {} was tried as well.",
    "Powder of {} was mixed in.",
    "Sodium reacts with {} at once.",
)
CHARGED = (
    "Na4Zr2Si2PO12",
    "Na2Zr2Si2PO12",
    "Na3Zr2Si2PO11",
    "Na3Zr2Si3PO12",
    "Na3Zr3Si2PO12",
    "NaZr2(PO4)4",
    "Na3.4Zr2Si2PO12",
    "Li7La3Zr2O11",
    "Li6La3Zr2O12",
    "NaAl5O9",
    "Na5YSi4O11",
    "NaPF5",
    "NaBF3",
    "Na2AlF6",
    "Na4SiO5",
)
TWO_THINGS = (
    "A carbon quilt (CQ) was rolled first, and then a copper quilt (CQ) was cut to size.",
    "We speak of the sodium gallery (SG) of a felt, which is not the silver grid (SG) used before.",
    "Felts (TF: tin felt) and foils were compared, and a thin film (TF) was grown on each.",
    "The nickel mesh (NM) was cleaned, while the niobium mat (NM) was used as it came.",
    "The samples (UXF, S-XF and O-XF stand for untreated, S-treated and O-treated xenon foils) differ from the xylan fabric (XF).",
)
TWO_NAMES = (
    "Reduced graphene oxide (rGO) held the metal, and a film of r-GO was put on top.",
    "The porous carbon mat (PCM) was soaked, and PC-M with silver was dried.",
    "Hollow carbon fibers (HCF) were spun; later the H-CF was cut.",
    "A graphene oxide paper (GOP) was used first, and a graphene oxide paper (GO-P) afterwards.",
    "A vertical graphene array (VGA) took up the metal, whereas the VG-A without silver did not.",
)
UNKNOWN = (
    "The pellet was sealed with {} before use.",
    "Cells with {} lasted longer.",
    "The {} layer was then dried under vacuum.",
    "In contrast to {}, such a felt is light.",
    "It was pressed between two {} sheets.",
)


def phased(forms):
    def sentence(rng):
        known, odd = rng.choice(PHASES)
        return rng.choice(forms).format(known=known, odd=rng.choice(odd))

    return inserted(sentence)


def filled(forms, words):
    return inserted(lambda rng: rng.choice(forms).format(rng.choice(words)))


def letters(rng: random.Random) -> str:
    """Return an abbreviation that stands for nothing."""
    return "".join(rng.sample("BDGJLMQRTXZ", rng.choice((3, 4))))


PLANTS = {
    "CHE01": inserted(lambda rng: rng.choice(TWO_THINGS)),
    "CHE02": phased(BESIDE),
    "CHE03": phased(ALONE),
    "CHE04": filled(REACTING, REACTIONS),
    "CHE05": filled(COATED, GARBLED),
    "CHE06": filled(COATED, CHARGED),
    "CHE07": inserted(lambda rng: rng.choice(TWO_NAMES)),
    "CHE08": inserted(lambda rng: rng.choice(UNKNOWN).format(letters(rng))),
}
