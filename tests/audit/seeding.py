"""Plant defects in clean texts at random places, each of a kind that a rule is for, and see which of them are found.

`PLANTS` has the planters of every rule, a module of them for each family (`planting` says what a planter is). Run as a program it prints
how many of several hundred planted defects each rule finds, in the invented manuscripts or in the digest, and what it says of clean text::

    python tests/audit/seeding.py 15
    python tests/audit/seeding.py 15 digest
    python tests/audit/seeding.py 15 RPT
"""

import random
import sys
from collections import Counter, defaultdict

import argument_plants
import chemistry_plants
import citation_plants
import fitting_plants
import quantity_plants
import reporting_plants
import text_plants
from manuscripts import DRAFTS, INVENTED, KINDS, findings

from sodiokg.audit import rules
from sodiokg.names import data_folder

FAMILIES = (
    *(citation_plants, fitting_plants, text_plants, quantity_plants),
    *(reporting_plants, chemistry_plants, argument_plants),
)
PLANTS = {code: plant for family in FAMILIES for code, plant in family.PLANTS.items()}


def digest():
    return (data_folder() / "graph" / "sources" / "sodiophilicity-digest.md").read_text(encoding="utf-8")


def seeded(text, code, rng):
    """Return a text with one defect, and its place in the text (None for one of no place), or None where it offers no place for one."""
    body, mark, refs = text.partition("## References")
    planted = PLANTS[code](body, refs, rng)
    if planted is None:
        return None
    return (planted[0] or body) + mark + (planted[1] or refs), planted[2]


def trial(texts, rounds, codes=tuple(PLANTS), seed=7):
    """Yield code, whether it was found, and the words planted (the text's name for a defect of no place), `rounds` times a text and rule."""
    rng = random.Random(seed)
    for name in texts:
        for code in codes:
            for _ in range(rounds):
                if outcome := attempt(texts, name, code, rng):
                    yield code, *outcome


def sample(texts, seed=7):
    """Yield code and whether it was found for one defect of each rule that a text has a place for."""
    rng = random.Random(seed)
    for code in PLANTS:
        names = rng.sample(sorted(texts), len(texts))
        outcomes = (attempt(texts, name, code, rng) for name in names)
        if hit := next((outcome for outcome in outcomes if outcome), None):
            yield code, hit[0]


def attempt(texts, name, code, rng):
    """Plant one defect in a text, which its clean self lacks, and return whether it is found and what was planted; None without a place."""
    rule = next(rule for rule in rules() if rule.code == code)
    kind = KINDS.get(name, "review")
    # A detail can be taken from a manuscript that marks where it tells it.
    whole = DRAFTS.get(name, texts[name]) if rule.family == "reporting" else texts[name]
    planted = seeded(whole, code, rng) if kind in rule.applies else None
    if planted is None:
        return None
    found = findings(planted[0], name, kind=kind, these=[rule])
    if planted[1] is None:
        return len(found) > len(findings(texts[name], name, kind=kind, these=[rule])), name
    start, end = planted[1]
    return any(one.start < end and start < one.end for one in found), planted[0][start:end]


def silence(texts):
    """Yield the name of each clean text, its words, and how many errors and warnings it gets."""
    for name, text in texts.items():
        counts = Counter(one.severity for one in findings(text, name, kind=KINDS.get(name, "review")))
        yield name, len(text.split()), counts["error"], counts["warning"]


def main(rounds, of_digest, beginnings):
    texts = {"digest": digest()} if of_digest else INVENTED
    codes = [code for code in PLANTS if code.startswith(beginnings)]
    score, missed = defaultdict(lambda: [0, 0]), defaultdict(list)
    kinds = {rule.code: rule.family for rule in rules()}
    for code, hit, words in trial(texts, rounds, codes):
        for name in (code, kinds[code]):
            score[name][0] += hit
            score[name][1] += 1
        if not hit:
            missed[code].append(words)
    for code, (hits, number) in sorted(score.items()):
        sys.stdout.write(f"{code:11}{hits / number:6.3f} {hits}/{number} {' | '.join(missed[code][:4])}\n")
    for name, words, errors, warnings in silence(texts):
        sys.stdout.write(f"{name}: {words} words, {errors} errors, {warnings} warnings on clean text\n")


if __name__ == "__main__":
    words = sys.argv[1:]
    counts = [int(word) for word in words if word.isdigit()]
    main(counts[0] if counts else 1, "digest" in words, tuple(word for word in words if word.isupper()) or ("",))
