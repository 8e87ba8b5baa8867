"""What a sentence shows of whose work it tells: citations, authors, cues, and the ways in which a text speaks of its own work."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.authors import Author, Known, find_authors
from sodiokg.extract.findings import Findings
from sodiokg.extract.harms import tells_harm
from sodiokg.model import Citation, Document, Sentence

__all__ = [
    "MEASURED",
    "REMEDIES",
    "TEAM",
    "Seen",
    "announces",
    "has_number",
    "look",
    "opening",
    "own_clause",
    "shows",
    "supports",
    "taken_after",
    "tells",
    "upholds",
]

MEASURED: Final = re.compile(r"\d\s?(?:°|%|[mµμ]?[AVSΩ]h?\b|mAh|h\b|cycles|C\b)")
_DONE: Final = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?\w{3,}(?:ed|en|wn|ung|ound|ade|ilt)\b")
# What a text that cites nobody says of its own work in the present: "X is prepared by ...".
_MADE: Final = re.compile(
    r"\b(?:is|are)\s(?:(?!seldom|rarely|often|usually|commonly|widely|frequently|sometimes|not|never)\w+\s)?(?:fabricat|prepar|synthesi|develop|design|construct|propos|introduc|report|demonstrat|present|describ|achiev|investigat|realiz|realis|employ|adopt|obtain|coat|protect|decorat|modif|appl|incorporat|treat|engineer|infus|sputter|explor|examin|compar)\w*ed\b|\b(?:is|are) (?:\w+ly )?(?:grown|cast|built|made|in[ -]situ \w+ed)\b"
    r"|\b(?:is|are) (?:\w+ly )?\w+ed (?:by|via|through|using) (?:\w+ly )?(?:coat|introduc|incorporat|add|us|apply|insert|deposit|construct|build|form|design|replac|modif|treat|dop|alloy|mix|tun|engineer)\w*ing\b"
    r"|\b(?:is|are) used to (?!be\b|as\b)[a-z]+\b"
    # By hand or by machine: "A layer of X is screen-printed on ...".
    r"|\b(?:is|are) (?!rarely|usually|commonly|widely|frequently)(?:\w+ly |first |then )?(?:[a-z]+-|screen|inkjet)?(?:print|brush|spray|spin-coat|plat|roll|paint|press|mill|stir|dipp|immers|soak|laminat|electroplat|deposit|evaporat|anneal|electrospun|spread|mix|dispers|fill|impregnat|rubb|pour|implant|adsorb|graft|carboni[sz]|load)(?:[a-z]?ed)? (?:and|on|onto|in|into|with|over|at|between|by|from|through)\b"
)
# How a work presents itself: "Here", "In this study", "Our answer is", "we obtain"; what we all know, need or face is no work.
_PRESENTS: Final = re.compile(
    r"^\W*(?:Here(?:in)?\b|(?:In (?:summary|conclusion)|To (?:summari[sz]e|conclude))\b|The (?:team|authors|researchers)\b|In (?:this|the present|our) (?:\w+ )?(?:work|study|paper|contribution|article|letter|approach)\b|(?:This|The present) (?:work|study|paper|article|contribution|letter)\b|Our\b)"
    r"|(?:^|[.,] )[^.;]{0,40}\b[Tt]he (?:[A-Z][\w&]+ ){0,3}(?:teams?|researchers)\b (?:at [A-Z][\w ]{1,40}? )?(?:(?:has|have|also|first|then|further|\w+ly) )*(?!(?:will|would|plans?|aims?|can|could|may|is|are|was|were|that)\b)[a-z]+(?:ed|t|d|wn|un|se|de)\b"
    r"|\b[Ww]e (?:(?:\w+ly|here|have|also|first|now|thus|then|therefore) )*(?!(?:know|need|must|face|live|rely|depend|expect|can|could|may|might|should|do|did|are|were|was|will|would|shall|cannot|believe|think|still|all|not)\b)[a-z]{3,}"
)
# One of several groups that a report tells of, each with work of its own: "- The Delft team identified ...".
TEAM: Final = re.compile(r"\W*The (?:[A-Z][\w&;]+ ){1,4}(?:team|group)\b")
# That this presents the work is plain wherever it stands.
_HERE: Final = re.compile(
    r"\W*(?:Here(?:in)?\b|In (?:this|the present) (?:work|study|paper|letter|article|contribution),? (?:we|an?|the)\b)"
)
# What was done to something; what was only thought, said or known of it is no deed.
_DEED: Final = re.compile(
    r"\b(?:was|were)\s(?:(?:\w+ly|then|first|therefore|thus|also|here)\s)*(?!(?:thought|believed|considered|known|said|reported|regarded|assumed|expected|needed|required|not|never|limited|called|named|recogni[sz]ed|concerned|interested|supposed|held|hindered|hampered|impeded|restricted|plagued|constrained)\b)\w*(?:ed|en|wn|ung|ound|ade|ilt|ut|ept)\b"
)
# What takes the trouble away that the text has told of.
REMEDIES: Final = re.compile(
    r"(?<!can )(?<!could )(?<!may )(?<!to )\b(?:cures?|solves?|overcomes?|remed(?:y|ies)|removes?|avoids?|resolves?|circumvents?|lifts?|eases?|answers?) (?:this|these|that|those|both|the) (?:\w+ )?(?:weakness|problem|difficult|obstacle|drawback|shortcoming|issue|limitation|trouble|dilemma|defect|challenge|disadvantage|conflict|limit|bottleneck|barrier|hurdle|gap|deficien|instabilit)"
)
# A recipe, where it gives an amount: "Stirring 5 wt% of silica into sodium yields a paste".
_RECIPE: Final = re.compile(r"\W*(?:By |On |After |Through )?[A-Za-z]{2,}ing\b(?!.*\b(?:would|but|however)\b)", re.DOTALL)
# The settings of a treatment in brackets: "Argon plasma (100 W, 15 min) etches the felt".
_SETTINGS: Final = re.compile(r"\([^()]*\d\s?(?:W|min|h|s|°C|K|rpm|bar|k?Pa)\b[^()]*\)")
# Numbers in brackets may also be those of a trouble, "is hard in the cold (-20 °C)".
_TROUBLES: Final = re.compile(r"\b(?:challeng|hinder|hamper|limit|suffer|plagu|difficult|hard to|remain|fail|restrict|imped)\w*")
_OF_OTHERS: Final = re.compile(
    r"\W*(?:(?:So far|To date|Recently|Currently|Often|Usually), )?(?:Many|Several|Various|Numerous|Most|Some|Few|Different|Such|These|Much|Great|They|It|To\b(?![^.;]*?, (?:here(?:in)?|we|our|an?)\b))\b"
)
# What is known from elsewhere, though nobody is cited.
_KNOWN: Final = re.compile(
    r"\W*(?:It (?:has been|is|was) (?:\w+ )?(?:reported|known|believed|accepted|recogni[sz]ed)\b|(?:In (?:an? |the )?)?(?:[Pp]revious|[Pp]rior|[Ee]arlier|[Pp]ast) (?:work|stud|report|research|investigation)\w*\b)"
)
_INFERS: Final = re.compile(
    r"\W*(?:Thus|Hence|Therefore|Accordingly|Consequently)\b[^.;]{0,120}?\b(?:may|might|could|probably|possibly|likely)\b"
)
_FIGURE: Final = re.compile(r"\b(?:Fig(?:ure|s)?\.?|Table|Scheme)\s?S?\d")
# A scheme that only draws what everybody knows: "..., as summarized in Figure 1".
_AS_DRAWN: Final = re.compile(
    r",? as (?:summari[sz]ed|illustrated|depicted|sketched|drawn|shown|seen) in (?:the )?(?:Fig|Scheme)[^,;]{0,14}$"
)
_FEW: Final = 2  # works that support one's own result together
_EARLIER: Final = re.compile(r"\b(?:our|we)\s(?:\w+\s)?(?:previous|earlier|recent|prior|last|group|team)", re.IGNORECASE)
# What tells that a cited work is spoken of, not one's own result that it bears out.
_REPORTED: Final = re.compile(
    r"\b(?:reported|reports?|previous(?:ly)?|earlier|literature|known|stud(?:y|ies|ied)|others?|works?|groups?|(?:has|have) been|we note|inspired|generally|commonly|usually|typically|often|may|might)\b",
    re.IGNORECASE,
)
_DRAWS: Final = re.compile(
    r"\W*(?:More importantly|Importantly|Therefore|Thus|Hence|As a result|Consequently|Accordingly|Notably|Interestingly|Surprisingly)\b"
)
# What one's own result only agrees with, or takes after: "..., which is inspired by the films of [3]".
_TAKES_AFTER: Final = re.compile(
    r",\s(?=(?:which (?:is|was|are|were) |and is |and was )?(?:inspired|motivated|adapted|modified|similar(?:ly)?|analogous(?:ly)?|comparable) (?:by|from|to|with)\b)"
)
# "Unlike the 12 mV of Miller et al. [6], we found 4 mV": what others found is set against one's own.
_AGAINST: Final = re.compile(
    r"\W*(?:Unlike|While|Whereas|Although|Though|Compared (?:with|to)|In (?:contrast|comparison) (?:with|to)|As opposed to|Instead of|Where)\b"
)
_OURS: Final = re.compile(r",\s(?=(?:we|our|ours|here,?\s(?:we|our|it))\b)", re.IGNORECASE)
# Cues of text that sets the scene for a work, or asks what it leaves open.
_SCENE: Final = frozenset(
    {"problem", "praise", "importance", "need", "purpose", "infinitive", "negated", "hypothesised", "open_question"}
)


_ALKALI: Final = frozenset({"Li", "Na", "K"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence with what decides its ownership; `brings` says that it names a strategy or a material other than the metal of the anode."""

    sentence: Sentence
    citations: tuple[Citation, ...]
    authors: tuple[Author, ...]
    resumes: bool
    shifts: bool
    refers: bool
    ours: bool
    evidence: bool
    free: bool
    gains: bool
    asks: bool
    brings: bool


def look(document: Document, findings: Findings, number: int, known: Known, cited: bool) -> Seen:
    """Gather what decides the ownership of one sentence; `cited` says that the abstract of the document cites works."""
    sentence, hits, fields = document.sentences[number], findings.cues[number], findings.lexicon.fields
    citations = tuple(_within(document.citations, sentence))
    head = sentence.start + 2
    return Seen(
        sentence,
        citations,
        find_authors(document, findings, number, citations, known),
        any(hit.key == "continuation" and hit.start <= head for hit in hits),
        any(hit.key == "topicShift" and hit.start <= head for hit in hits),
        any(hit.key == "studyReference" for hit in hits),
        any(hit.key == "ownWork" for hit in hits),
        any(fields.get(hit.key) == "EvidenceKind" for hit in hits),
        not document.citations or (sentence.section == "abstract" and not cited),
        any(fields.get(hit.key) in {"Effect", "Mechanism"} for hit in hits) and not any(hit.key in _SCENE for hit in hits),
        any(hit.key == "open_question" for hit in hits),
        any(fields.get(hit.key) == "Strategy" for hit in hits)
        or any(not _ALKALI.issuperset(mention.elements) for mention in findings.materials[number]),
    )


def _within(citations: Sequence[Citation], sentence: Sentence) -> Iterator[Citation]:
    first = bisect_right(citations, sentence.start - 1, key=lambda citation: citation.start)
    for citation in citations[first:]:
        if citation.start >= sentence.end:
            break
        yield citation


def opening(document: Document, seen: Sequence[Seen]) -> int:
    """Return the number of the first sentence that presents the text's own work or tells what was done: what stands before is background.

    It is -1 where none does so, or only one so late that it looks back.
    """
    free = [number for number, one in enumerate(seen) if one.free]
    first = next((number for number in free if _begins(document, seen[number].sentence)), -1)
    if 0 <= first < len(seen) - 1 and announces(document, seen[first + 1]) and _only_remedies(document, seen[first].sentence):
        first += 1  # how others remedy it is still background
    presented = first >= 0 and _HERE.match(document.words(seen[first].sentence.start, seen[first].sentence.end))
    return first if presented or first in free[: 1 + 2 * len(free) // 3] else -1


def _begins(document: Document, sentence: Sentence) -> bool:
    words = document.words(sentence.start, sentence.end)
    recipe = (has_number(document, sentence) and _RECIPE.match(words)) or (
        _SETTINGS.search(words) and not _TROUBLES.search(words)
    )
    made = _MADE.search(words) and not _OF_OTHERS.match(words)
    return bool(_PRESENTS.search(words) or made or _DEED.search(words) or REMEDIES.search(words) or recipe)


def _only_remedies(document: Document, sentence: Sentence) -> bool:
    words = document.words(sentence.start, sentence.end)
    return not (_PRESENTS.search(words) or _MADE.search(words) or _DEED.search(words))


def is_known(document: Document, one: Seen) -> bool:
    """Tell whether a sentence says what is known from elsewhere, "It has been reported that ..."."""
    return _KNOWN.match(document.words(one.sentence.start, one.sentence.end)) is not None


def infers(words: str) -> bool:
    """Tell whether the text itself draws a guarded conclusion from what it has told, "Thus, the voids may be due to ..."."""
    return _INFERS.match(words) is not None


def announces(document: Document, one: Seen) -> bool:
    """Tell whether a sentence begins to present the work, "Herein, ...": what stands right before it is why."""
    return _HERE.match(document.words(one.sentence.start, one.sentence.end)) is not None


def tells(document: Document, one: Seen, after: int, *, unannounced: bool) -> bool:
    """Tell whether a sentence of an abstract is about its own work, `after` so many sentences from the one that presents it.

    Where no sentence presents the work, one that tells of a gain does, and a number in the very first sentence is not yet its result.
    """
    presents = (after == 0 and not unannounced) or announces(document, one)
    reports = after > unannounced and _reports(document, one)
    return presents or reports or (unannounced and one.gains)


def supports(document: Document, one: Seen) -> bool:
    """Tell whether the citation of a sentence on the text's own work only supports it, "Our spectra show NaF, as expected [5]"."""
    words = document.words(one.sentence.start, one.sentence.end)
    return one.ours and len(one.citations) == 1 and len(one.citations[0].works) <= _FEW and not _EARLIER.search(words)


def upholds(document: Document, one: Seen, *, echoes: bool) -> bool:
    """Tell whether the citation at the end of a sentence, amid the text's own results, only bears out what is said of them.

    The sentence points at a figure, speaks on of what the results before it have named (`echoes`), or draws on them.
    """
    words = document.words(one.sentence.start, one.sentence.end)
    ends = not document.words(one.citations[-1].end, one.sentence.end).strip(" .)")
    alone = len({citation.works for citation in one.citations}) == 1
    return (
        alone
        and ends
        and not one.authors
        and not _REPORTED.search(words)
        and (echoes or bool(_FIGURE.search(words) or _DRAWS.match(words)))
    )


def taken_after(document: Document, one: Seen) -> int:
    """Return where the clause begins that only says after what the own result before it is taken, 0 where none does."""
    if not one.citations or one.authors:
        return 0
    found = _TAKES_AFTER.search(document.plain.text, one.sentence.start, one.citations[0].start)
    return found.end() if found and _FIGURE.search(document.plain.text, one.sentence.start, found.start()) else 0


def own_clause(document: Document, one: Seen) -> int:
    """Return where the clause begins in which a sentence sets its own result against that of a work cited before, 0 where none does."""
    if not one.citations or not _AGAINST.match(document.words(one.sentence.start, one.sentence.end)):
        return 0
    found = _OURS.search(document.plain.text, one.citations[-1].end, one.sentence.end)
    told = found and not _EARLIER.search(document.plain.text, one.sentence.start, one.citations[-1].start)
    return found.end() if found and told else 0


def shows(document: Document, one: Seen, *, alone: bool) -> bool:
    """Tell whether a sentence without citation gives results of its own: it points at a figure or table.

    Where it stands `alone`, after no study, it also does so by telling how a number came about.
    """
    words = document.words(one.sentence.start, one.sentence.end)
    if (
        one.shifts
        or _KNOWN.match(words)
        or (_AS_DRAWN.search(words) and tells_harm(words) and not has_number(document, one.sentence))
    ):
        return False
    return bool(_FIGURE.search(words)) or (alone and has_number(document, one.sentence) and bool(_DONE.search(words)))


def _reports(document: Document, one: Seen) -> bool:
    """Tell whether a sentence of a text that cites nobody gives a result, tells what was done, or speaks of "this work": the work is its own."""
    words = document.words(one.sentence.start, one.sentence.end)
    if _KNOWN.match(words):
        return False
    told = has_number(document, one.sentence) or bool(_DONE.search(words) or _MADE.search(words))
    return one.refers or (not one.shifts and (told or one.evidence))


def has_number(document: Document, sentence: Sentence) -> bool:
    """Tell whether a number with a unit stands in a sentence."""
    return bool(MEASURED.search(document.plain.text, sentence.start, sentence.end))
