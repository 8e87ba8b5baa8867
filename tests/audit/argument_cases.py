"""For each rule on arguments a manuscript that it objects to, and one of the same kind that is right."""

from manuscripts import THREE, manuscript, numbers

FELT = "\n\nHere we loaded felt with silver and filled it with sodium at 300 °C. Contact angles and impedance were measured. "
HEATED = "\n\nIto et al. annealed NZSP, which removed the carbonate layer from its surface and improved the wettability [2]."
BETWEEN = "\n\nPetrov et al. pressed a pellet [3]."


def own(text):
    return manuscript(f"Others tried zinc [1], copper [2] and heat [3].{text}", THREE)


# For each rule a manuscript that it objects to, and one of the same kind that is right.
CASES = {
    "ARG01": (
        numbers(
            "\n\nIto et al. heated NZSP to 300 °C. The stable voltage curves show that the dendrites were suppressed by the interlayer [2]."
        ),
        numbers(
            "\n\nIto et al. heated NZSP to 300 °C. Microscopy shows that the dendrites were suppressed by the interlayer [2]."
        ),
    ),
    "ARG02": (
        numbers(
            f"{HEATED}{BETWEEN}\n\nIto et al. heated NZSP, and the in situ formation of an interlayer improved its wettability by molten sodium [2]."
        ),
        numbers(
            f"{HEATED}{BETWEEN}\n\nNovak et al. heated NZSP, and the in situ formation of an interlayer improved its wettability by molten sodium [1]."
        ),
    ),
    "ARG03": (
        numbers(
            f"\n\nIto et al. found that the bismuth layer alloys with sodium [2].{BETWEEN}\n\nIto et al. saw no alloying of bismuth with sodium [2]."
        ),
        numbers(
            f"\n\nIto et al. found that the bismuth layer alloys with sodium [2].{BETWEEN}\n\nNovak et al. saw no alloying of bismuth with sodium [1]."
        ),
    ),
    "ARG04": (
        numbers(
            "\n\nCarbon felt is sodiophobic and does not take up molten sodium.\n\nIto et al. filled unmodified carbon felt with molten sodium [2]."
        ),
        numbers(
            "\n\nCarbon felt is sodiophobic and does not take up molten sodium.\n\nIto et al. filled oxidised carbon felt with molten sodium [2]."
        ),
    ),
    "ARG05": (
        own(f"{FELT}The silver alloys with sodium."),
        own(f"{FELT}The silver alloys with sodium, as X-ray diffraction shows."),
    ),
    "ARG06": (
        numbers(
            f"\n\nThe bismuth layer of Ito et al. possibly forms an alloy with sodium [2].{BETWEEN}\n\nThe bismuth layer of Ito et al. forms an alloy with sodium [2]."
        ),
        numbers(
            f"\n\nThe bismuth layer of Ito et al. possibly forms an alloy with sodium [2].{BETWEEN}\n\nThe bismuth layer of Novak et al. forms an alloy with sodium [1]."
        ),
    ),
    "ARG07": (
        own("\n\nHere we loaded felt with silver, which improved its wettability by sodium. The resistance fell."),
        own(
            "\n\nHere we loaded felt with silver, which improved its wettability by sodium. The contact angle of sodium fell to 41° at 300 °C."
        ),
    ),
    "ARG08": (
        manuscript("Ito et al. coated NASICON with antimony, which improved its wettability [2].", THREE),
        manuscript(
            "Ito et al. coated NASICON with antimony, which improved its wettability: the contact angle of sodium fell to 60° [2].",
            THREE,
        ),
    ),
}
