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
import text_plants
from manuscripts import INVENTED, KINDS, findings

from sodiokg.audit import rules
from sodiokg.names import data_folder

FAMILIES = (citation_plants, text_plants, quantity_plants, chemistry_plants, argument_plants, fitting_plants)
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
    """Yield code, whether it was found, and the words planted; each text carries one defect of a kind that its clean self lacks."""
    rng = random.Random(seed)
    applies = {rule.code: rule.applies for rule in rules()}
    for name, text in texts.items():
        kind = KINDS.get(name, "review")
        clean = Counter(one.code for one in findings(text, name, kind=kind))
        for code in (code for code in codes if kind in applies[code]):
            these = [rule for rule in rules() if rule.code == code]
            for _ in range(rounds):
                planted = seeded(text, code, rng)
                if planted is None:
                    continue
                found = findings(planted[0], name, kind=kind, these=these)
                if planted[1] is None:
                    hit = len(found) > clean[code]
                else:
                    hit = any(one.start < planted[1][1] and planted[1][0] < one.end for one in found)
                yield code, hit, planted[0][slice(*planted[1])] if planted[1] else name


def silence(texts):
    """Yield the name of each clean text, its words, and how many errors and warnings it gets."""
    for name, text in texts.items():
        counts = Counter(one.severity for one in findings(text, name, kind=KINDS.get(name, "review")))
        yield name, len(text.split()), counts["error"], counts["warning"]


def main(rounds, of_digest, beginnings):
    texts = {"digest": digest()} if of_digest else INVENTED
    codes = [code for code in PLANTS if code.startswith(beginnings)]
    score, missed = defaultdict(lambda: [0, 0]), defaultdict(list)
    for code, hit, words in trial(texts, rounds, codes):
        for name in (code, code[:3]):
            score[name][0] += hit
            score[name][1] += 1
        if not hit:
            missed[code].append(words)
    for code, (hits, number) in sorted(score.items()):
        sys.stdout.write(f"{code:6}{hits / number:6.3f} {hits}/{number} {' | '.join(missed[code][:4])}\n")
    for name, words, errors, warnings in silence(texts):
        sys.stdout.write(f"{name}: {words} words, {errors} errors, {warnings} warnings on clean text\n")


if __name__ == "__main__":
    words = sys.argv[1:]
    counts = [int(word) for word in words if word.isdigit()]
    main(counts[0] if counts else 1, "digest" in words, tuple(word for word in words if word.isupper()) or ("",))
