"""Planters for the rules on citations."""

import re
from collections import Counter

from planting import changed, inserted, last

NAMES = ("Svensson", "Abernathy", "Castellano", "Drummond", "Hollister", "Ravenscroft", "Thorvald", "Ueberroth")
APPEALS = (
    "Previous studies have shown that {}.",
    "Extensive research indicated that {}.",
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


def lacking(refs, line, rng):
    """Take from an entry its year, or all from its year on but the year itself."""
    if rng.random() < 0.5:
        return yearless(refs, line, rng)
    return refs.replace(line, re.sub(r"(\b(?:19|20)\d\d)\*?, .*$", r"\1.", line))


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


PLANTS = {
    "CIT01": changed(r"\[\d+\]", lambda found, rng, refs: f"[{last(refs) + rng.randint(1, 12)}]"),
    "CIT02": uncited,
    "CIT03": changed(r"\b[A-Z][a-z]+(?= et al\.[^.\[\]\n]*\[\d+\])", lambda found, rng, refs: rng.choice(NAMES)),
    "CIT04": changed(
        r"\b[A-Z][a-z]+ et al\.(?= [a-z][^.\[\]\n]*\[\d+\])", lambda found, rng, refs: f"{found[0]} ({rng.randint(1950, 1970)})"
    ),
    "CIT07": in_list(doubled),
    "CIT08": in_list(displaced),
    "CIT09": in_list(lacking),
    "CIT10": inserted(
        lambda rng: f"{rng.choice(NAMES)} et al. {rng.choice(('put silver on it', 'heated such a felt', 'saw it spread'))}."
    ),
    "CIT11": inserted(lambda rng: rng.choice(APPEALS).format(rng.choice(FACTS))),
}
