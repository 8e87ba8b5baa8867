"""Plant defects in texts at random places, each of a kind that a rule is for, and see which of them are found.

Run as a program it prints how many of several hundred planted defects each rule finds, in the invented manuscripts or in the digest::

    python tests/audit/seeding.py 15
    python tests/audit/seeding.py 15 digest
"""

import random
import re
import sys
from collections import Counter, defaultdict

from manuscripts import INVENTED, findings

from sodiokg.names import data_folder

NAMES = ("Svensson", "Abernathy", "Castellano", "Drummond", "Hollister", "Ravenscroft", "Thorvald", "Ueberroth")
APPEALS = (
    "Previous studies have shown that {}.",
    "It has been widely reported that {}.",
    "Several groups have demonstrated that {}.",
    "It was previously reported that {}.",
    "Numerous reports have confirmed that {}.",
    "According to the literature, {}.",
    "It is generally accepted that {}.",
    "Recent investigations have revealed that {}.",
    "Many researchers have found that {}.",
    "Earlier works have established that {}.",
)
FACTS = (
    "a clean pellet is wetted",
    "tin helps",
    "a rough felt holds the metal",
    "moisture spoils the surface",
    "a thin film tears early",
)
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
EQUATIONS = (
    "The metal reduces the oxide, as shown in Equation.",
    "The course of it is given by Equation.",
    "The yields are listed in Table.",
)


def slip(word, rng):
    """Return a word with one letter left out, doubled, changed, or changed over with its neighbour."""
    place = rng.randrange(2, len(word) - 3)
    kind = rng.choice(("out", "twice", "other", "over"))
    if kind == "over" and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == "twice":
        return word[:place] + word[place] + word[place:]
    if kind == "other" and len(word) > 9:
        return word[:place] + rng.choice([letter for letter in "aeiou" if letter != word[place]]) + word[place + 1 :]
    return word[:place] + word[place + 1 :]


def inserted(sentence):
    """Return a way to plant a sentence at the end of a random paragraph of the sections; an abstract cites nobody."""

    def plant(body, _, rng):
        ends = [found.start() for found in re.finditer(r"(?<=[.\]])\n\n", body) if found.start() > body.index("## 1.")]
        ends = [end for end in ends if len(body[:end].rsplit("\n\n", 1)[-1]) > 150]
        place = rng.choice(ends)
        new = " " + (sentence(rng) if callable(sentence) else sentence)
        return body[:place] + new + body[place:], None, (place + 1, place + len(new))

    return plant


def told(forms, low, high):
    return inserted(lambda rng: rng.choice(forms).format(rng.randint(low, high)))


def changed(pattern, new):
    """Return a way to plant a defect in place of a random match of a pattern."""

    def plant(body, refs, rng):
        choices = list(re.finditer(pattern, body))
        if not choices:
            return None
        found = rng.choice(choices)
        words = new(found, rng, refs)
        return body[: found.start()] + words + body[found.end() :], None, (found.start(), found.start() + len(words))

    return plant


def last(refs):
    return max(int(number) for number in re.findall(r"^(\d+)\.", refs, re.M))


def entry(refs, rng):
    return rng.choice([line for line in refs.splitlines() if re.match(r"\d+\. .*\b(?:19|20)\d\d, ", line)])


def in_list(change):
    """Return a way to plant a defect in the reference list."""

    def plant(_, refs, rng):
        return None, change(refs, entry(refs, rng), rng), None

    return plant


def doubled(refs, line, rng):
    return refs.rstrip() + f"\n{last(refs) + 1}. {line.partition('. ')[2]}\n"


def displaced(refs, line, rng):
    where = re.search(r"(?:\*[^*]+\*|J\. Inv\. Chem\.) (?:19|20)\d\d, .*$", line)
    return refs.rstrip() + f"\n{last(refs) + 1}. {rng.choice(NAMES)}, C. What silver does to paper at night. {where[0]}\n"


def yearless(refs, line, rng):
    return refs.replace(line, re.sub(r"\s?\*?\b(?:19|20)\d\d\*?,", "", line))


def uncited(body, refs, rng):
    """Take the only citation of a work away."""
    markers = Counter(re.findall(r"\[(\d+)\]", body))
    ranges = " ".join(re.findall(r"\[[\d,-]*[,-][\d,-]*\]", body))
    within = {n for a, b in re.findall(r"(\d+)-(\d+)", ranges) for n in range(int(a), int(b) + 1)} | set(
        map(int, re.findall(r"\d+", ranges))
    )
    alone = [number for number, times in markers.items() if times == 1 and int(number) not in within]
    if not alone:
        return None
    number = rng.choice(alone)
    return body.replace(f" [{number}]", "", 1), None, None


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


def pointed(body, refs, rng):
    """Give the text captions, and point beyond them."""
    kind = rng.choice(("Figure", "Table"))
    planted = inserted(
        rng.choice(("The yields are shown in {} 7.", "This is seen best in {} 9b.", "It broke ({} 8).")).format(kind)
    )(body, refs, rng)
    captions = "".join(f"\n\n{kind} {number}. The cell after {number} days.\n" for number in (1, 2, 3))
    return planted[0].rstrip() + captions + "\n", None, planted[2]


SEEDS = {
    "CIT01": changed(r"\[\d+\]", lambda found, rng, refs: f"[{last(refs) + rng.randint(1, 12)}]"),
    "CIT02": uncited,
    "CIT03": changed(r"\b[A-Z][a-z]+(?= et al\.[^.\[\]\n]*\[\d+\])", lambda found, rng, refs: rng.choice(NAMES)),
    "CIT04": changed(
        r"\b[A-Z][a-z]+ et al\.(?= [a-z][^.\[\]\n]*\[\d+\])", lambda found, rng, refs: f"{found[0]} ({rng.randint(1950, 1970)})"
    ),
    "CIT07": in_list(doubled),
    "CIT08": in_list(displaced),
    "CIT09": in_list(yearless),
    "CIT10": inserted(
        lambda rng: f"{rng.choice(NAMES)} et al. {rng.choice(('put silver on it', 'heated such a felt', 'saw it spread'))}."
    ),
    "CIT11": inserted(lambda rng: rng.choice(APPEALS).format(rng.choice(FACTS))),
    "TXT01": pointed,
    "TXT02": inserted(lambda rng: rng.choice(EQUATIONS)),
    "TXT03": changed(r"°C|⁻¹|[²’μ]", lambda found, rng, refs: rng.choice(("\ufffd", "Â°", "â€™"))),
    "TXT04": inserted(
        lambda rng: rng.choice(("It ran slowly (-C/{}).", "It ran for -{} h.", "The film was -{} nm thick.")).format(
            rng.randint(3, 30)
        )
    ),
    "TXT05": changed(r"\b(?:" + "|".join(TERMS) + r")\b", lambda found, rng, refs: slip(found[0], rng)),
    "TXT06": changed(r"(?<= )(?:the|of|in|with|and|for)(?= [a-z])", lambda found, rng, refs: f"{found[0]} {found[0]}"),
    "QTY01": told(ANGLES, 190, 350),
    "QTY02": told(EFFICIENCIES, 120, 996),
    "QTY03": told(SHARES, 110, 400),
    "QTY04": told(COLD, 280, 900),
    "QTY05": told(RETENTIONS, 140, 970),
    "QTY06": inserted(lambda rng: (lambda form: form[0].format(rng.randint(*form[1])))(rng.choice(UNITS))),
    "QTY07": contradicted,
}


def digest():
    return (data_folder() / "graph" / "sources" / "sodiophilicity-digest.md").read_text(encoding="utf-8")


def seeded(text, code, rng):
    """Return a text with one defect, and its place in the text (None for one of the list), or None where it offers no place for one."""
    body, mark, refs = text.partition("## References")
    planted = SEEDS[code](body, refs, rng)
    if planted is None:
        return None
    return (planted[0] or body) + mark + (planted[1] or refs), planted[2]


def trial(texts, rounds, seed=7):
    """Yield code, whether it was found, and the words planted; each text carries one defect of a kind that its clean self lacks."""
    rng = random.Random(seed)
    clean = {name: Counter(one.code for one in findings(text, name)) for name, text in texts.items()}
    for _ in range(rounds):
        for name, text in texts.items():
            for code in SEEDS:
                planted = seeded(text, code, rng)
                if planted is None:
                    continue
                found = [one for one in findings(planted[0], name, kind="review") if one.code == code]
                if planted[1] is None:
                    hit = len(found) > clean[name][code]
                else:
                    hit = any(one.start < planted[1][1] and planted[1][0] < one.end for one in found)
                yield code, hit, planted[0][slice(*planted[1])] if planted[1] else ""


def main(rounds, of_digest):
    texts = {"digest": digest()} if of_digest else INVENTED
    score, missed = defaultdict(lambda: [0, 0]), defaultdict(list)
    for code, hit, words in trial(texts, rounds):
        score[code][0] += hit
        score[code][1] += 1
        if not hit:
            missed[code].append(words)
    for code, (hits, number) in sorted(score.items()):
        sys.stdout.write(f"{code} {hits}/{number} {missed[code][:4]}\n")
    families = Counter(), Counter()
    for code, (hits, number) in score.items():
        families[0][code[:3]] += hits
        families[1][code[:3]] += number
    for family, number in families[1].items():
        sys.stdout.write(f"{family} {families[0][family] / number:.3f} of {number}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1, "digest" in sys.argv)
