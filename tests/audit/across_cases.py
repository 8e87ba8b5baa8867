"""For each rule on several texts what it objects to and what is right: a text, and what it is read beside."""

from manuscripts import SURNAMES, reference

CELL = "The symmetric cell ran for {} h at 0.5 mA cm⁻² with 1 mAh cm⁻² at 25 °C."


def study(body):
    """Return a paper on its own results."""
    return f"# An invented study\n\n## Abstract\n\nWe made sodium cells. {body}\n"


def review(*sentences):
    """Return a review that tells one sentence of each work."""
    told = " ".join(f"{SURNAMES[n]} et al. {sentence} [{n + 1}]." for n, sentence in enumerate(sentences))
    refs = "\n".join(reference(n + 1) for n in range(len(sentences)))
    return f"# An invented review\n\n## 1. Works\n\n{told}\n\n## References\n\n{refs}\n"


WETS = study("We coated NZSP with tin, and the wettability was improved.")
FAILS = study("We coated NZSP with tin, but the wettability was not improved.")
OTHER = study("We coated BASE with tin, and the wettability was improved.")
THREE = review(*(f"cycled symmetric cells for {hours} h at 0.5 mA cm⁻² with 1 mAh cm⁻² at 25 °C" for hours in (300, 310, 320)))
COATED = review("coated BASE with tin, which improved the wettability", "annealed NZSP, which removed the carbonate")
BOTH = review("coated BASE with tin, which improved the wettability", "coated NZSP with zinc, which improved the wettability")

# Several texts read together: the first two fail, the last two pass.
SEVERAL = {
    "ACR01": (
        (review("cycled a symmetric cell for 500 h"), review("cycled a symmetric cell for 900 h")),
        (review("cycled a symmetric cell for 500 h"), review("cycled a symmetric cell for 500 h")),
    ),
    "ACR02": ((WETS, FAILS), (WETS, study("We coated BASE with tin, but the wettability was not improved."))),
    "ACR08": ((COATED, BOTH), (BOTH, COATED.replace("An invented", "A longer"))),
}
# A text read beside a graph: first what fails, then what passes.
AGAINST = {
    "ACR03": ((WETS, WETS), (WETS, OTHER)),
    "ACR04": ((WETS, OTHER), (WETS, WETS)),
    "ACR05": ((WETS, study("We coated NZSP with tin, and the interfacial resistance was reduced.")), (WETS, OTHER)),
    "ACR06": ((study(CELL.format(2000)), THREE), (study(CELL.format(305)), THREE)),
    "ACR07": ((study(CELL.format(305)), THREE), (study(CELL.format(305).replace(" at 25 °C", "")), THREE)),
}
