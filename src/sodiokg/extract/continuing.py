"""Whether a sentence without citation or author still speaks of the study before it: it resumes, echoes or goes on telling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.frames import Frame
from sodiokg.extract.harms import tells_harm
from sodiokg.extract.own_work import Seen, announces, has_number, infers, is_known, shows
from sodiokg.model import Document, Sentence

__all__ = ["EVERYWHERE", "LOOK_AHEAD", "echoes", "goes_on"]

# A name that a text coins for its own sample or cell: it has a digit, an inner capital, "@" or "||".
_CAPITALS: Final = r"\b(?=(?:[^\WA-Z]*+-)*+[^\WA-Z]*+[A-Z](?:[^\WA-Z0-9]*+-)*+[^\WA-Z0-9]*+[A-Z0-9])[\w\-]{3,}\b"
_CODE: Final = re.compile(_CAPITALS)
_JOINED: Final = re.compile(rf"[\w'’\-/]*(?:@|\|\|)[\w'’\-/@|]+|{_CAPITALS}")
# A sentence that goes on telling: it takes up something known and has a verb of the past that is neither passive nor conditional.
_NARRATES: Final = re.compile(
    r"(?:The|These|This|Those|Its|Their|Such|Here)\b(?!.*\b(?:can|could|may|might|should|would)\b).*(?<!is )(?<!are )(?<!be )(?<!been )\b\w{3,}ed\b",
    re.DOTALL,
)
# A sentence that opens with a noun without article, and one that tells in the past.
_BARE: Final = re.compile(
    r"(?!This|Thus|Besides|Perhaps|Its|Always|Cells|Symmetric)([A-Z][a-z]{3,}(?:s|ene))\s+(?:\w+\s+){0,3}?(?:is|are|has|have|can|could|may|was|were|use|\w{3,}ed)\b"
)
_TOLD: Final = re.compile(
    r"\b(?:was|were|had|could|\w{3,}ed|gave|led|fell|rose|ran|kept|showed|made|took|held|became|grew|let)\b"
)
_INDEFINITE: Final = re.compile(r"An? ([a-z-]{4,}) (?:[a-z-]+ )?([a-z-]{4,}) (?=\w+s\b|can\b)")
_DEFINITE: Final = re.compile(r"The(?: [\w\-@/]+){1,3}")
_ANAPHOR: Final = re.compile(r"\b(?:this|these)(?: [\w\-@/]+){1,2}")
# What only goes on from what a study did, and what came of it: "By using this film", "They also show", "A capacity of 90 mAh was reached".
_TELLS_ON: Final = re.compile(
    r"As such\b|(?:By|Through|When|After|Upon|With) (?:\w+ing )?(?:this|these|such)\b|(?:When|Once|After) the (?:protected|coated|modified|treated|resulting|prepared|obtained)\b"
    r"|(?:And |Also,? |Moreover,? |Furthermore,? )?[Tt]hey (?:(?:also|further|then|thus|even) )?(?:show|f[io]u?nd|report|demonstrat|observ|propos|suggest|conclud|attribut|argu)\w*\b"
    r"|(?!Recently|Many|Several|Various|Different|Other|Similar)(?:[\w-]+ ){1,3}?(?:in|of) [^.;]{3,110}? (?:was|were) (?:(?:also|even|thus|then) )?(?:achieved|demonstrated|obtained|maintained|reached|delivered|realized|retained|recorded|reported)\b"
)
# A further trouble of things that no study has: "Furthermore, organic solvents are unstable, which leads to ...".
_ADDS: Final = re.compile(
    r"(?:Furthermore|Moreover|In addition|Additionally|Besides|Also),? (?:[a-z-]+ ){0,3}[a-z-]+s (?:are|have|can|cannot|remain|tend|form|react|suffer)\b"
)
# What is asked of everything that the text has told of belongs to no single work.
_OF_ALL: Final = re.compile(r"\b(?:any|all|none|each|most) of (?:these|those|them)\b|\bin all this\b")
EVERYWHERE: Final = frozenset({"BASE", "NZSP", "NASICON", "SMB", "SMBs", "DFT", "SEM", "SEI", "MXene", "MXenes", "Na-S"})
LOOK_AHEAD: Final = 3


def goes_on(document: Document, seen: Sequence[Seen], index: int, current: Frame) -> bool:
    """Tell whether a sentence without citation or author still speaks of the current study."""
    one = seen[index]
    if is_known(document, one) or infers(document.words(one.sentence.start, one.sentence.end)):
        return False
    if one.asks and _OF_ALL.search(document.words(one.sentence.start, one.sentence.end)):
        return False
    if current.kind == "own" and one.free and index + 1 < len(seen) and announces(document, seen[index + 1]):
        return False
    if current.kind == "own" and (one.free or one.evidence or shows(document, one, alone=True)):
        return True
    if (
        not current.strong
        and _ADDS.match(document.plain.text, one.sentence.start)
        and tells_harm(document.words(one.sentence.start, one.sentence.end))
    ):
        return False
    echo = echoes(document, one.sentence, current)
    if current.works and _TELLS_ON.match(document.plain.text, one.sentence.start, one.sentence.end):
        return True
    if one.refers or (echo and (one.resumes or not one.shifts)) or _returns(seen, index, current):
        return True
    if one.shifts or (one.asks and not one.resumes) or _begins_anew(document, one, current):
        return echo and has_number(document, one.sentence)
    if one.resumes or not current.strong:
        return one.resumes
    introduces = index + 1 < len(seen) and bool(seen[index + 1].authors)
    words = document.words(one.sentence.start, one.sentence.end)
    return has_number(document, one.sentence) or bool(_NARRATES.match(words)) or (not introduces and bool(_TOLD.search(words)))


def _returns(seen: Sequence[Seen], index: int, current: Frame) -> bool:
    """Tell whether the text soon cites the current study again: what stands between is about it too."""
    here = seen[index].sentence
    for later in seen[index + 1 : index + 1 + LOOK_AHEAD]:
        if later.authors or later.sentence.paragraph != here.paragraph:
            return False
        if later.citations:
            return {c.works for c in later.citations} == {current.works}
    return False


def _begins_anew(document: Document, one: Seen, current: Frame) -> bool:
    """Tell whether a sentence opens with a bare plural or substance that the study has not spoken of, "Prices ...", "Graphene ..."."""
    first = _BARE.match(document.plain.text, one.sentence.start)
    return first is not None and first.group(1).lower() not in document.words(current.start, current.end).lower()


def _coined(words: str) -> set[str]:
    """Return the names that words coin; most have neither of the signs that tie one together, and are searched much faster."""
    return set((_JOINED if "@" in words or "||" in words else _CODE).findall(words))


def echoes(document: Document, sentence: Sentence, current: Frame) -> bool:
    """Tell whether a sentence takes up a name that the study's own text coined, or speaks of "the host" where the text has a host."""
    words = document.words(sentence.start, sentence.end)
    before = document.words(current.start, current.end)
    coined = _coined(words) - EVERYWHERE
    if any(name in before for name in coined) and coined & _coined(before):
        return True
    general = _INDEFINITE.match(words)
    if general and all(word in before for word in general.groups()):
        return True  # "with a high diffusion coefficient. A high coefficient lowers ..."
    known = [m.group() for m in (_DEFINITE.match(words), *_ANAPHOR.finditer(words)) if m]
    return any(word in before for phrase in known for word in re.findall(r"[a-z]{4,}", phrase) if word not in {"this", "these"})
