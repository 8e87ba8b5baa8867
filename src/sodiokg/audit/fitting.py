"""Whether a work fits what it is cited for: the materials that the citing words, its title and the text's own account of it name.

Materials are those of the ontology, told apart by what rules each other out: families of solid electrolytes, kinds of hosts, metals brought in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from sodiokg.audit.facts import Fact, Value, at
from sodiokg.audit.vocabulary import links, words
from sodiokg.extract.lexicon import load_lexicon
from sodiokg.extract.materials import find_mentions, local_names
from sodiokg.extract.naming import NameIndex, index_names
from sodiokg.model import Document, Records, Reference
from sodiokg.text.authors import author_key
from sodiokg.text.normal import normalise

__all__ = ["fitting_facts"]

Topics = frozenset[tuple[str, str]]
_HOST: Final = "host"
_METAL: Final = "metal"
# "(such as CC [69] or CP [65])": a list of hosts, each with its work.
_RIGHT_BEFORE: Final = re.compile(r"(?:such as|e\.g\.,?|including|namely|like|[,(]|\bor|\band)\s((?:[\w-]+\s)?[\w-]+)\s*\Z")
_NEAR: Final = 50
_WORD: Final = re.compile(r"[a-z][a-z-]{4,}")
# A word that so many titles have tells no work from another.
_COMMON: Final = 2
_SHORTEST_ACCOUNT: Final = 80  # characters
# Of a run so many must fit for each that does not; else the words name but a part of what it is cited for.
_FEW: Final = 3
_TWO: Final = 2


def fitting_facts(records: Records) -> Iterator[Fact]:
    """Yield the topics of titles and of citing words, works that the text itself describes as something else, and better fits."""
    document = records.document
    local = index_names(name for _, names in local_names(document, load_lexicon()) for name in names)
    titles = {reference.number: topics_of(reference.title, local) for reference in document.references}
    accounts = _accounts(records, local)
    for number, topics in titles.items():
        for group, topic in sorted(topics):
            yield Fact("TitleTopic", 0, 0, (("number", number), ("group", group), ("topic", topic)))
    labels = {reference.number: reference.label for reference in document.references}
    for start, end, numbers, topics in _cited_for(document, local):
        if len(numbers) == 1:
            yield from _single(document, start, end, numbers[0], topics, labels)
            yield from _misnamed(document, start, end, numbers[0], titles, accounts, local)
        else:
            yield from _odd_members(document, start, end, numbers, topics, titles, accounts)
    yield from _better_fits(records)


def topics_of(text: str, local: NameIndex, *, of_account: bool = False) -> Topics:
    """Return the topics that a text names, each with its group; an account of a foam is one of its metal too."""
    lexicon = load_lexicon()
    found: set[tuple[str, str]] = set()
    for mention in find_mentions(text, 0, len(text), lexicon, local):
        kinds = lexicon.kinds.get(mention.iri, frozenset())
        names = {kind.rpartition("#")[2] for kind in kinds}
        groups = {(group, name) for name, group in links("topicGroup").items() if name in names}
        found |= groups
        if (_HOST, "MetalHost") in groups and of_account:
            found |= {(_METAL, element) for element in _elements(mention.title)}
        if not groups and not names & {"LiquidElectrolyte", "ElectrolyteMaterial", "Salt"}:
            elements = {*mention.elements, mention.iri.rpartition("/")[2]}
            found |= {(_METAL, element) for element in elements & words("broughtIn")}
    return frozenset(found)


@cache
def _elements(title: str) -> frozenset[str]:
    """Return the elements that the first word of a host's title names: copper for "copper foam"."""
    word = title.partition(" ")[0]
    return frozenset(
        element for one in find_mentions(word, 0, len(word), load_lexicon(), index_names(())) for element in one.elements
    ) & words("broughtIn")


def _cited_for(document: Document, local: NameIndex) -> Iterator[tuple[int, int, tuple[int, ...], Topics]]:
    """Yield each citation with the topics of the words that lead up to it from the citation or the sentence before."""
    starts = [sentence.start for sentence in document.sentences]
    before = 0
    for citation in document.citations:
        index = bisect_right(starts, citation.start) - 1
        if index >= 0 and citation.numbers:
            begin = max(before, starts[index])
            yield citation.start, citation.end, citation.numbers, topics_of(document.words(begin, citation.start), local)
        before = citation.end


def _single(document: Document, start: int, end: int, number: int, topics: Topics, labels: Mapping[int, str]) -> Iterator[Fact]:
    """Yield what a work is cited for alone, where the words name one topic of a group only."""
    groups = Counter(group for group, _ in topics)
    for group, topic in sorted(topics):
        if groups[group] == 1:
            told: dict[str, Value] = {"number": number, "group": group, "topic": topic, "label": labels.get(number, "")}
            yield at(document, "CitedFor", start, end, **told)


def _misnamed(
    document: Document,
    start: int,
    end: int,
    number: int,
    titles: Mapping[int, Topics],
    accounts: Mapping[int, Topics],
    local: NameIndex,
) -> Iterator[Fact]:
    """Yield a host that stands right before a citation, where neither the work's title nor the text's account of it names one of its kind."""
    named = _RIGHT_BEFORE.search(document.words(max(0, start - _NEAR), start))
    topics = {topic for topic in topics_of(named[1], local) if topic[0] == _HOST} if named else set()
    others = accounts.get(number, frozenset())
    if topics and others and not topics & (others | titles.get(number, frozenset())):
        said, described = (", ".join(sorted(spelled(topic) for _, topic in some)) for some in (topics, others))
        yield at(document, "OddMember", start, end, number=number, said=said, described=described)


def _accounts(records: Records, local: NameIndex) -> dict[int, Topics]:
    """Return the topics of the text's own account of each work that it describes at some length."""
    spans: dict[int, dict[int, str]] = defaultdict(dict)
    for claim in records.claims:
        if len(claim.ref) == 1 and claim.attribution == "reported":
            spans[claim.ref[0]][claim.start] = normalise(claim.quote).text
    document = records.document
    starts = [citation.start for citation in document.citations]
    for sentence in document.sentences:
        cited = document.citations[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        numbers = {number for citation in cited for number in citation.works}
        if len(numbers) == 1 and isinstance(number := numbers.pop(), int):
            place, _ = document.plain.to_source(sentence.start, sentence.end)
            spans[number].setdefault(place, document.words(sentence.start, sentence.end))
    told = {number: " ".join(parts.values()) for number, parts in spans.items()}
    return {number: topics_of(text, local, of_account=True) for number, text in told.items() if len(text) >= _SHORTEST_ACCOUNT}


def _odd_members(
    document: Document,
    start: int,
    end: int,
    numbers: tuple[int, ...],
    topics: Topics,
    titles: Mapping[int, Topics],
    accounts: Mapping[int, Topics],
) -> Iterator[Fact]:
    """Yield the works of a run whose account and title name nothing of what the run is cited for, where another one's do."""
    odd = [number for number in numbers if not topics & (accounts.get(number, frozenset()) | titles.get(number, frozenset()))]
    if not topics or len(odd) * _FEW > len(numbers):
        return
    for number in odd:
        if accounts.get(number):
            said = ", ".join(sorted(spelled(topic) for _, topic in topics))
            described = ", ".join(sorted(spelled(topic) for _, topic in accounts[number]))
            yield at(document, "OddMember", start, end, number=number, said=said, described=described)


def spelled(topic: str) -> str:
    """Return how a person writes a topic: "SodiumBetaAlumina" as "sodium beta alumina"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", topic).lower() if len(topic) > _TWO and not topic.isupper() else topic


def _better_fits(records: Records) -> Iterator[Fact]:
    """Yield the sentences on a work whose rare words stand in the title of another work by the same first author, not in its own."""
    document = records.document
    titles = {reference.number: _words(reference.title) for reference in document.references}
    often = Counter(word for title in titles.values() for word in title)
    by_author: dict[str, list[Reference]] = defaultdict(list)
    for reference in document.references:
        by_author[author_key(reference.surname)].append(reference)
    listed = {reference.number: reference for reference in document.references}
    seen: set[tuple[int, int]] = set()
    for claim in records.claims:
        work = listed.get(claim.ref[0]) if len(claim.ref) == 1 and claim.attribution == "reported" else None
        others = by_author[author_key(work.surname)] if work else []
        if work is None or len(others) < _TWO:
            continue
        for start, end in _sentences(document, claim.start, claim.end):
            said = _words(document.words(start, end))
            for other in others:
                shared = {word for word in said & titles[other.number] if often[word] <= _COMMON} - titles[work.number]
                own = said & titles[work.number] - titles[other.number]
                if other.number != work.number and len(shared) > len(own) + 1 and (work.number, other.number) not in seen:
                    seen.add((work.number, other.number))
                    told: dict[str, Value] = {"number": work.number, "other": other.number, "words": ", ".join(sorted(shared))}
                    yield at(document, "BetterFit", start, end, **told)


def _sentences(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences, in plain offsets, that begin inside of a span of the source."""
    for sentence in document.sentences:
        if start <= document.plain.to_source(sentence.start, sentence.end)[0] < end:
            yield sentence.start, sentence.end


@cache
def _words(text: str) -> frozenset[str]:
    """Return the words of a text by which one work is told from another."""
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.casefold()) if word not in words("term"))
