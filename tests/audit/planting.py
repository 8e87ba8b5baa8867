"""Ways to plant a defect at a random place of a text: a planter takes body, reference list and a random generator.

It returns the new body (None: as it was), the new list (None: as it was) and where in the body the defect stands (None: nowhere in
particular), or None where the text offers no place for it.
"""

import re

# The first section after the abstract.
_SECTION = re.compile(r"^## (?!Abstract)", re.M)


def paragraph_ends(body):
    """Return where the longer paragraphs after the abstract end."""
    first = _SECTION.search(body).start()
    ends = [found.start() for found in re.finditer(r"(?<=[.\]])\n\n", body) if found.start() > first]
    return [end for end in ends if len(body[:end].rsplit("\n\n", 1)[-1]) > 150]


def inserted(sentence):
    """Return a way to plant a sentence at the end of a random paragraph of the sections; an abstract cites nobody."""

    def plant(body, _, rng):
        place = rng.choice(paragraph_ends(body))
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
