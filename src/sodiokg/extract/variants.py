"""The parts of a work's own text that compare several things: one for each variant, or for each rule of a numbered list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.own_work import REMEDIES
from sodiokg.extract.samples import codes_in, is_formula, sample_codes
from sodiokg.model import Claim, Document

__all__ = ["as_control", "is_control", "listed_labels", "parts"]

# A label that a text coins for what it compares: capitals without digits, "NYZC"; two or more stand in a list.
_LABEL: Final = r"[A-Z][A-Za-z]?[A-Z]{1,6}(?![\w|@-])"
_LISTED: Final = re.compile(rf"(?=[A-Z][A-Za-z]?[A-Z])(?<![\w|@/-]){_LABEL}(?:, {_LABEL}){{0,6}},? (?:and|or) {_LABEL}")
# Or they say by turns of what a layer or a treated thing is: "the ABC coating", "the DEF interphase".
_LAYERED: Final = re.compile(
    r"(?P<label>[A-Z](?<![\w|@/-].)[A-Za-z]?[A-Z]{1,6})(?:[ -](?:coating|interphase|interlayer|layer|film)s?\b|-(?:coated|treated|modified|derived)\b)"
)
_ONE: Final = re.compile(rf"(?<![\w|@/-]){_LABEL}")
# What a variant is held against.
_AGAINST: Final = re.compile(
    rf"\b(?:than|to|unlike|over)\s(?:the\s|that of\s|those of\s)?(?:{_LABEL}(?:, | and | or )?){{1,6}}(?! (?:cell|as|separator))"
    r"|\b(?:than|compared (?:to|with)|unlike)\s(?:the |that |those )?(?:[\w ]{1,40} )?of the [^,;.]{1,40}"
)
# Where a text comes to another version of its work, or speaks of all of them.
_VERSION: Final = re.compile(
    r"(?:In (?:a|an|another) (?:\w+ )?(?:variant|version|variation|series|set|batch|experiment|modification|route)\b"
    r"|(?:A|The) (?:second|third|fourth|further|modified) (?:\w+ )?(?:batch|series|set|version|variant|variation|type|kind|route|sample|group|lot)\b"
    r"|An?\s[^.;:,]{3,60}\s(?:did|fared|worked|performed|proved|was|were) (?:much |far |clearly |even )?(?:better|more effective|more successful)\b"
    r"|Another (?:\w+ )?(?:batch|series|set|version|variant|variation|kind|route|sample)\b"
    r"|(?:(?:Second|Third)(?:ly)?|Alternatively),(?=.*\b(?:was|were|we)\b)"
    r"|(?:\w+, )?(?:[Bb]oth|[Aa]ll (?:three|four|five)|[Tt]he two|[Aa]ll these|[Ww]ith the same .{3,60} all (?:three|four|five)) (?:\w+ )?(?:routes|approaches|methods|strategies|variants|treatments|versions|additives|coatings|measures|cells|samples|electrolytes|candidates)\b)",
    re.DOTALL,
)
# One sentence on what the work is held against: "A static analogue failed", "A layer of the same weight but without ...".
_CONTROL: Final = re.compile(
    r"An? (?:[\w-]+ ){0,2}(?:analogue|analog|counterpart|control|homologue)\b(?! (?:experiment|test|unit|cell))"
    r"|An? [^.;:,()]{3,40}? (?:of|with) (?:the same|equal|identical) [^.;:,]{3,50} but (?:without|no|with)\b"
)
_SEMICOLON: Final = re.compile(r";\s")
_WEIGHS: Final = re.compile(r"\s(?:but|yet)\s")
_NUMBERED: Final = re.compile(r"\(?(?:[1-9]|i{1,3}|iv)\)\s")


def parts(document: Document, frame: Frame, findings: Findings, labels: Mapping[str, str]) -> list[tuple[str, Frame]]:
    """Return the parts of an own frame with the variant or rule that each tells of, ("", frame) for one that compares none.

    What stands before the first of them is a part too, with "".
    """
    if frame.kind == "general":
        return _verdicts(document, frame)
    if frame.kind != "own":
        return [("", frame)]
    divided: list[tuple[str, Frame]] = []
    versions = 0
    for _, start, end in findings.pieces(frame.start, frame.end):
        words = document.words(start, end)
        version = _version(words) if divided else ""
        versions += bool(version)
        topic = _topic(words, labels) or version
        if divided and topic in {"", divided[-1][0]} and not is_control(divided[-1][0]):
            divided[-1] = divided[-1][0], replace(divided[-1][1], end=end)
        else:
            divided.append((topic, replace(frame, start=start, end=end)))
    return divided if versions or len({topic for topic, _ in divided if topic}) > 1 else [("", frame)]


def is_control(variant: str) -> bool:
    """Tell whether a variant is only what the work is held against.

    >>> is_control("A non-dynamic analogue"), is_control("A second batch")
    (True, False)
    """
    return _CONTROL.match(variant) is not None


def as_control(work: Claim, claim: Claim) -> Claim:
    """Return the claim of a control with what it shares with the work: the kind of strategy, and of "the same" layer the agents too."""
    same = claim.agents or (work.agents if " same " in claim.quote else ())
    return replace(claim, agents=same, strategy_class=claim.strategy_class or work.strategy_class)


def _verdicts(document: Document, frame: Frame) -> list[tuple[str, Frame]]:
    """Return the clauses of a general sentence that judges several things, "A holds but wears; B lasts but costs", else all of it."""
    text = document.plain.text
    ends = [match.start() for match in _SEMICOLON.finditer(text, frame.start, frame.end)] + [frame.end]
    starts = [frame.start, *(end + 2 for end in ends[:-1])]
    clauses = [(text[start:end], replace(frame, start=start, end=end)) for start, end in zip(starts, ends, strict=True)]
    weighs = all(_WEIGHS.search(clause) for clause, _ in clauses)
    return clauses if len(clauses) > 1 and weighs else [("", frame)]


def _version(words: str) -> str:
    """Return the words by which a sentence comes to another version of the work, or to what mends the failure of the first."""
    match = _VERSION.match(words) or _CONTROL.match(words) or REMEDIES.search(words)
    return match.group() if match else ""


def listed_labels(document: Document, lexicon: Lexicon) -> dict[str, str]:
    """Return the labels that a document lists side by side and that name no method or material known otherwise, and its codes of samples.

    The names stand by what their spellings share.
    """
    found = {label for listed in _LISTED.finditer(document.plain.text) for label in _ONE.findall(listed.group())}
    layered = {match["label"] for match in _LAYERED.finditer(document.plain.text) if not is_formula(match["label"])}
    if len(layered) > 1:
        found |= layered
    labels = {label: label for label in found if not lexicon.hits(label, 0, len(label))}
    return labels | sample_codes(document.plain.text)


def _topic(words: str, labels: Mapping[str, str]) -> str:
    """Return the variant or the number of the rule that a sentence is about, "" for none or several."""
    if match := _NUMBERED.match(words):
        return match.group()
    head = re.split(r"[,;] (?:while|whereas|but)\b|;", _AGAINST.sub(" ", words), maxsplit=1)[0]
    named = {labels[label] for label in (*_ONE.findall(head), *codes_in(head)) if label in labels}
    return named.pop() if len(named) == 1 else ""
