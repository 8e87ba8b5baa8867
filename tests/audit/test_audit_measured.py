"""The audit measured like an extractor: planted defects are found, clean text is left alone, and no rule is slow."""

import time
from collections import Counter

import pytest
from manuscripts import INVENTED, findings
from seeding import PLANTS, digest, trial

# Of what is planted so much has to be found.
RECALL = {"CIT": 0.95, "TXT": 0.95, "QTY": 0.95, "RPT": 0.85, "CHE": 0.85, "ARG": 0.7}


def test_planted_defects_are_found():
    hits, all_of = Counter(), Counter()
    for code, hit, _ in trial(INVENTED, rounds=1):
        hits[code[:3]] += hit
        all_of[code[:3]] += 1
    assert all_of.total() >= 2 * len(PLANTS) - 8
    assert {family: hits[family] / number for family, number in all_of.items() if hits[family] < RECALL[family] * number} == {}


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
