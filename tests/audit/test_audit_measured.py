"""The audit measured like an extractor: planted defects are found, clean text is left alone, and no rule is slow."""

import time
from collections import Counter

import pytest
from manuscripts import INVENTED, findings
from seeding import PLANTS, digest, sample

from sodiokg.audit import rules

# The recall that is asked for; the sample here is small, the program in `seeding` plants several hundred.
ASKED = {"citations": 0.95, "text": 0.95, "quantities": 0.95, "reporting": 0.85, "chemistry": 0.85, "arguments": 0.7}


def test_planted_defects_of_every_family_are_found():
    family = {rule.code: rule.family for rule in rules()}
    hits, all_of = Counter(), Counter()
    for code, hit in sample(INVENTED):
        hits[family[code]] += hit
        all_of[family[code]] += 1
    assert all_of.total() > 0.9 * len(PLANTS)
    # Of so few one miss more than is asked for says nothing.
    assert {name: hits[name] / number for name, number in all_of.items() if hits[name] + 1 < ASKED[name] * number} == {}


@pytest.mark.parametrize("name", [*INVENTED, "digest"])
def test_a_clean_text_has_no_false_error_and_few_false_warnings(name):
    text = digest() if name == "digest" else INVENTED[name]
    found = findings(text, name)
    # The digest quotes one error of the review and says so itself.
    errors = [one for one in found if one.severity == "error" and not (name == "digest" and one.quote == "Zhao et al.")]
    assert errors == []
    assert sum(one.severity == "warning" for one in found) * 1000 < 5 * len(text.split())


def test_the_time_grows_with_the_text_and_not_faster():
    text = digest()
    body, mark, refs = text.partition("## References")
    findings(text, "warm")

    def seconds(times):
        start = time.process_time()
        findings(body * times + mark + refs, "long", kind="review")
        return time.process_time() - start

    assert seconds(3) < 8 * seconds(1)
