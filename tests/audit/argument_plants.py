"""Ways to plant what is wrong with an argument: explanations that exclude each other, leaps from what was seen to what is said."""

import re

from planting import inserted, paragraph_ends


def cited(refs, rng):
    """Return number and surname of a random entry."""
    found = rng.choice(list(re.finditer(r"^(?P<number>\d+)\. (?P<name>[A-Z][\w-]+),", refs, re.M)))
    return {"n": found["number"], "who": found["name"]}


def apart(pairs, share=0.0):
    """Return a way to plant the sentences of a pair in paragraphs of their own, in either order, beyond a share of the text.

    Hosts are spoken of at the end of these texts: among ceramics a felt would be taken for what lies on them.
    """

    def plant(body, refs, rng):
        first, second = rng.choice(pairs)
        if rng.random() < 0.5:
            first, second = second, first
        told = cited(refs, rng)
        ends = [end for end in paragraph_ends(body) if end > share * len(body)]
        earlier, later = sorted(rng.sample(ends, 2) if not share else rng.choices(ends, k=2))
        one, two = "\n\n" + first.format(**told), "\n\n" + second.format(**told)
        start = later + len(one)
        return body[:earlier] + one + body[earlier:later] + two + body[later:], None, (earlier, start + len(two))

    return plant


def alone(forms):
    """Return a way to plant a sentence on a random entry in a paragraph of its own."""

    def plant(body, refs, rng):
        return inserted(lambda rng: "\n\n" + rng.choice(forms).format(**cited(refs, rng)))(body, refs, rng)

    return plant


VOLTAGE = (
    "{who} et al. heated the pellet [{n}]. The stable voltage curves show that the formation of dendrites was suppressed.",
    "{who} et al. cycled a symmetric cell for 500 h, and its flat voltage profile shows that dendrites were suppressed [{n}].",
    "{who} et al. put copper on the felt [{n}]. The voltage profile stayed smooth, which proves that no dendrites grew.",
    "{who} et al. concluded from the steady voltage profiles that the deposition was dendrite-free [{n}].",
    "The low voltage hysteresis over 300 h means that the dendrite growth was inhibited by the layer of {who} et al. [{n}].",
)
RIVALS = (
    (
        "{who} et al. annealed NZSP, which removed the carbonate layer from its surface and improved the wettability [{n}].",
        "{who} et al. heated NZSP, and the in situ formation of an interlayer improved its wettability by molten sodium [{n}].",
    ),
    (
        "{who} et al. found that polishing strips the contamination layer off BASE, so that sodium wets it [{n}].",
        "{who} et al. found that an interlayer forms on BASE, so that sodium wets it [{n}].",
    ),
    (
        "{who} et al. coated BASE with magnesium, which dissolves in sodium and improves the wetting [{n}].",
        "{who} et al. coated BASE with magnesium, which improves the wetting by alloying with sodium [{n}].",
    ),
    (
        "The oxide of {who} et al. takes up sodium by intercalation, which suppresses dendrites [{n}].",
        "The oxide of {who} et al. suppresses dendrites after a conversion reaction with sodium [{n}].",
    ),
    (
        "{who} et al. put the better wettability of their pellet down to the interlayer rather than to the removal of the carbonate [{n}].",
        "{who} et al. removed the carbonate from the pellet by heating, which improved its wettability [{n}].",
    ),
    (
        "{who} et al. removed the hydroxide from the surface of NASICON with an acid, and the interfacial resistance fell [{n}].",
        "{who} et al. let an interlayer form in situ between NASICON and sodium, and the interfacial resistance fell [{n}].",
    ),
)
DENIED = (
    (
        "{who} et al. found that the bismuth layer alloys with sodium [{n}].",
        "{who} et al. saw no alloying of bismuth with sodium [{n}].",
    ),
    (
        "{who} et al. coated NZSP with zinc, which lowered the nucleation barrier of sodium [{n}].",
        "{who} et al. coated NZSP with zinc, which did not lower the nucleation barrier of sodium [{n}].",
    ),
    (
        "In the foam of {who} et al. the local current density was lowered [{n}].",
        "In the foam of {who} et al. the local current density was not lowered [{n}].",
    ),
    (
        "{who} et al. coated BASE with tin, which reduced the surface tension of sodium [{n}].",
        "{who} et al. coated BASE with tin, which did not reduce the surface tension of sodium [{n}].",
    ),
)
TENSIONS = (
    (
        "Carbon felt is sodiophobic and does not take up molten sodium.",
        "{who} et al. filled unmodified carbon felt with molten sodium [{n}].",
    ),
    (
        "Carbon cloth is generally sodiophobic, so that molten sodium does not wet it.",
        "{who} et al. infused untreated carbon paper with molten sodium [{n}].",
    ),
    (
        "Na-K alloys do not spread on ceramics because of their high surface tension.",
        "{who} et al. found that Na-K alloys wet BASE better than sodium does [{n}].",
    ),
    (
        "The high surface tension of the Na-K alloy prevents it from spreading over a ceramic.",
        "{who} et al. made a Na-K alloy anode that improved the wettability on BASE [{n}].",
    ),
    (
        "Tin coatings improve the wettability of solid electrolytes.",
        "{who} et al. coated NASICON with tin, and the wettability was not improved [{n}].",
    ),
    (
        "Copper foam is poorly wetted by molten sodium.",
        "{who} et al. filled pristine, unmodified copper foam with molten sodium [{n}].",
    ),
)
BARE = (
    "We find that the coated felt conducts ions and electrons and that the self-healing of the alloy closes every gap.",
    "Here the silver lowers the surface tension of sodium; our felt evens out the flux of sodium ions.",
    "Our coating fills the grain boundaries of the pellet.",
    "The layer that we made enhances the diffusion of vacancies in the sodium.",
    "In our cells the grain boundaries are filled by the additive.",
    "We attribute the long life of our cells to self-healing of the anode.",
    "Our layer accelerates vacancy diffusion, so that no pores form.",
)
HEDGED = (
    (
        "{who} et al. suppose that the layer may lower the nucleation barrier of sodium [{n}].",
        "{who} et al. found that the layer lowers the nucleation barrier of sodium [{n}].",
    ),
    (
        "The bismuth layer of {who} et al. possibly forms an alloy with sodium [{n}].",
        "The bismuth layer of {who} et al. forms an alloy with sodium [{n}].",
    ),
    (
        "The host of {who} et al. might lower the local current density [{n}].",
        "The host of {who} et al. lowers the local current density [{n}].",
    ),
    (
        "It is likely that the annealing of {who} et al. removes the carbonate layer [{n}].",
        "The annealing of {who} et al. removes the carbonate layer [{n}].",
    ),
    (
        "{who} et al. speculate that the coating homogenizes the flux of sodium ions [{n}].",
        "{who} et al. made a coating that homogenizes the flux of sodium ions [{n}].",
    ),
    (
        "The SEI of {who} et al. could be stabilized by fluorine [{n}].",
        "The SEI of {who} et al. is stabilized by fluorine [{n}].",
    ),
)
WETTED = (
    "{who} et al. coated NASICON with antimony, which improved its wettability [{n}].",
    "{who} et al. improved the wetting of the pellet by a film of gold [{n}].",
    "{who} et al. doped the felt with nitrogen, which made it sodiophilic [{n}].",
    "With an oxide layer the foam of {who} et al. showed excellent wettability [{n}].",
    "{who} et al. sputtered zinc on BASE and enhanced the Na wettability [{n}].",
)


def unmeasured(body, refs, rng):
    """Take every word on angles and spreading away and claim that the wetting improved."""
    kept = re.sub(r"[^.\n]*(?:[Cc]ontact angle|spread|droplet|wetted)[^.\n]*\.(?: |(?=\n))", "", body)
    claim = rng.choice(
        (
            "Our silver layer improves the wettability of the felt.",
            "We thus improved the wetting of the felt by molten sodium.",
            "In our felt silver enhances the sodiophilicity.",
            "We find that silver makes the felt sodiophilic.",
        )
    )
    return inserted("\n\n" + claim)(kept, refs, rng)[0], None, None


PLANTS = {
    "ARG01": alone(VOLTAGE),
    "ARG02": apart(RIVALS),
    "ARG03": apart(DENIED),
    "ARG04": apart(TENSIONS, 0.5),
    "ARG05": inserted(lambda rng: "\n\n" + rng.choice(BARE)),
    "ARG06": apart(HEDGED),
    "ARG07": unmeasured,
    "ARG08": alone(WETTED),
}
