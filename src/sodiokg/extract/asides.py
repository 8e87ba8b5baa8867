"""Claims beside a study's main one: what it is said not to do, a version with another agent, a sentence that only denies or asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sodiokg.extract.polarity import Judged
from sodiokg.extract.stretches import Stretch
from sodiokg.extract.substrates import substrate_class
from sodiokg.model import Claim, Document, Polarity

__all__ = ["compared_agents", "denied_wetting", "denies", "other_agent", "other_polarity", "supposes"]

_REPLACED: Final = re.compile(
    r"\b(?:replac|substitut|exchang(?!e)|swap)\w*\b.{0,60}?\b(?:with|by|for)\b|\bin place of\b|\btakes? the place\b",
    re.IGNORECASE,
)
_DENIED: Final = "no_wetting_improvement"
_FEWEST_WORDS: Final = 3  # of a clause that says something; an excerpt may break off in one
_VAIN: Final = re.compile(r"\b[Aa]ttempts? (?:\w+ )?to [^.;]{0,80}?\b(?:fail(?:s|ed)|were (?:in vain|unsuccessful|futile))\b")
_IN_ITS_PLACE: Final = re.compile(
    r"\b(?:putting|using|with|by|taking)\b[^.;,]{0,50}\bin (?:its|their) (?:place|stead)\b", re.IGNORECASE
)
# What a treatment beyond that of the work does harm: "should the film be thinner, adhesion is lost".
_BEYOND: Final = re.compile(
    r"\W*(?:Should|If|When|Once|Higher|Lower|Larger|Longer|Shorter|Thicker|Thinner|Beyond|Above|Below|At higher|At larger|At lower)\b(?=[^.;]*(?:\bthan\b|\b[Bb]eyond\b|\b[Aa]bove\b|\b[Bb]elow\b|\bover\b|er (?:contents?|amounts?|films?|layers?|coats?|fractions?|doses?|temperatures?|times?|currents?|pressures?)))[^.;]{0,120}?"
    r"\b(?:is|are|was|were) (?:\w+ )?(?:lost|detrimental|harmful|impaired|worse)\b"
)
# What is said not to help: "no benefit", "was ineffective", "neither of them improved".
_NO_GAIN: Final = re.compile(
    r"\b(?:no|not|without|nor|neither|little|hardly any)\s(?:(?!side\b)\w+\s){0,3}?(?:benefit|gain|advantage|improvement|effect|influence|impact|use|avail|success|difference)s?\b"
    r"|\bmore harm than good\b|\bin vain\b|\battempts?\b[^.;]{0,80}\bfail(?:s|ed)\b|\bneither\b[^.;]{0,60}\bof any (?:use|help|avail)\b"
    r"|\b(?:not|hardly|un)\s?(?:affected|changed|improved|influenced) by (?:the|this|these|our) (?:coat|film|layer|treatment|additive|dopant|doping|interlayer|host)"
    r"|\b(?:the same as|no (?:better|longer|lower|different) (?:than|from)|as (?:poor|bad|short|low|high) as)\s(?:(?:on|for|with|in|that|those|of|the)\s){0,4}(?:bare|pristine|pure|uncoated|untreated|unmodified|plain|undoped)\b"
    r"|\bplay(?:s|ed)? no (?:\w+ )?(?:part|role)\b"
    r"|\b(?:brought|chang\w+|gain\w*|achiev\w+|yielded|adds?|added|did|gave|made|improv\w+|help\w*)\s(?:almost |next to |practically )?(?:nothing|little|no difference)\b"
    r"|\b(?:remov|cancel|destroy|undo|undid|eras|wip|annul|los|forfeit|spoil)\w*\s(?:[^.;]{0,50}\s)?(?:every|any|all|this|that|its|their|most of the) (?:\w+ )?(?:benefit|gain|advantage|improvement|effect)s?\b"
    r"|\bno\s(?:\w+\s){0,2}?(?:stabili[sz]ation|stability|suppression)\b"
    r"|\b(?:not|in)\s?(?:sufficient|enough|successful|effective|adequate|helpful)\b(?! (?:only|just))|\b(?:unsuccessful|useless|futile|(?:is|are|was|were|proved) detrimental)\b"
    r"|\bneither\b[^;.]{0,60}?\b(?:nor|of|alone|one|measure|step|treatment|change|variant|agent|additive|salt)\b(?:(?!\bbut\b)[^;.]){0,60}?\b(?:improv|enhanc|help|suffic|prolong|lower|reduc|suppress|prevent|stabili[sz])(?:e|s|es|ed|ped|sed)?\b"
    r"|\b(?:effect|gain|benefit|improvement|advantage)s? (?:\w+ )?(?:vanish|disappear|(?:was|were|is|are|had|has)\s(?:\w+ )?(?:lost|gone|absent|used up|over)\b)"
    r"|\b(?:meant|intended|supposed|hoped|expected|designed|thought)\b[^.;]{0,80}\b(?:but|yet)\s(?:\w+ ){0,2}?(?:(?:did|does|do|could|was|were) not|failed|never)\b",
    re.IGNORECASE,
)
# What brings nothing for wetting is an effect of its own, which the text asserts.
_WETTING: Final = re.compile(r"\bwett|\bcontact angle|\d ?°(?! ?C)", re.IGNORECASE)
_PAST_WETTING: Final = re.compile(r"\bcycl|\bresistance\b|\bcells?\b")
# A finding that something is not so: "we show that A alone cannot ...", "we conclude that neither ...".
_FINDS_NOT: Final = re.compile(
    r"\bwe (?:\w+ )?(?:show|find|found|conclude|demonstrate|reveal|establish)(?:ed|s)? (?:\w+ )?that\s(?:(?!\bnot only\b)[^.,;]){0,60}?\b(?:cannot|not(?! only)|neither|no longer)\b"
)
# A main verb of help denied, "annealing alone did not lower the barrier", and what would be help only of what is good or bad.
_HELPS_NOT: Final = re.compile(
    r"\b(?:(?:did|do|does|could|can|would) not|cannot|fail(?:s|ed)? to|unable to|never|(?:was|were|is|are) not)\s(?:\w+ly\s)?"
    r"(?:(?:improv|enhanc|help|suffic|prolong|extend|stabili[sz]|suppress|prevent|stop|protect|inhibit|mitigat|benefit|remov|promot)\w*\b"
    r"|(?:lower|reduc|decreas|diminish|shorten)\w*\s(?:\w+\s){0,4}?(?:resistance|impedance|over-?potential|polari[sz]ation|barrier|angle|tension|roughness|reactions?|consumption|loss|losses|energy)\b"
    r"|(?:rais|increas|bring|brought|give|yield)\w*\s(?:\w+\s){0,4}?(?:density|efficiency|conductivity|capacity|life|lifetime|adhesion|wettability|retention|stability|reversibility)\b)"
)
# An explanation denied: "diffusion is thus not the bottleneck", "does not stem from", "can be excluded".
_IS_NOT: Final = re.compile(
    r"\b(?:do|does|did|can) ?not (?:stem|result|arise|originate|come|follow) from\b|(?<!not )(?<!hardly )\b(?:can|could|may) (?:thus |therefore |hence )?be (?:excluded|ruled out|discounted)\b"
    r"|\brul(?:e|es|ed|ing) out\b(?! that)|\bcan(?:not)? (?:thus |therefore |hence )?(?:not )?be what\b"
    r"|\b(?:is|are|was|were)\s(?:(?:thus|therefore|hence|then|clearly|however|probably|apparently)\s)?not\s(?:(?:the|a)\s(?:[\w-]+\s){0,2}?(?:step|bottleneck|cause|reason|origin|key|driver|limit|limiting|determining|rate|decisive|main|root)|what\b|due\b|responsible\b|caused\b|decisive\b|the one\b)"
)
# What a work tells of an end, against what it told before: "cycling nevertheless ends, because the film comes off".
_YET: Final = re.compile(r"\b(?:nevertheless|nonetheless|however|still|even so|yet|though)\b", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"(?<!never )(?<!not )\b(?:(?:come|came|fall|fell|wear|wore|flak|peel|break|broke|crack)\w*\s(?:off|away|down|apart)|ends?\b(?! of)|ended\b|fail(?:s|ed)\b|dies?\b|died\b|is lost\b|was lost\b|did not last\b|do(?:es)? not last\b|flak(?:es?|ed)\b|disintegrat\w+|collaps\w+|delaminat\w+)"
)
# A thing without the work's treatment, and that sodium does not wet it: what the work mends.
_BARE: Final = re.compile(
    r"\b(?:bare|pristine|pure|uncoated|untreated|unmodified|plain|blank|as-received|undoped|unpolished|ordinary)\b", re.IGNORECASE
)
# What came of going without the work's means denies nothing of it.
_CONTROL: Final = re.compile(
    r"\W*(?:Without|In the absence of) (?:the|this|these|any|our|an?)? ?(?:[\w-]+ ){0,3}?(?:coat\w*|layers?|films?|additives?|treatments?|interlayers?|interphases?|hosts?|modif\w+|dop\w+|protect\w+)\b"
)
# What the thing without it does not do is no denial either: "better than bare sodium, which does not last".
_BARE_NOT: Final = re.compile(
    rf"{_BARE.pattern}\s(?:[\w-]+\s){{0,3}}?[\w-]+,?\s(?:which\s|that\s)?(?:(?:does|did|do|could|can|is|was|are|were)\snot|cannot|never|fails? to)\b",
    re.IGNORECASE,
)
_UNWETTED: Final = re.compile(
    r"\bnot (?:be )?(?:wett?|spread|enter|infiltrat|soak|stick|adher)|\b(?:beads?|beaded|balls?|ran|runs|rolled|rolls|balled) (?:up|off|away)\b|\b(?:form|stay|remain|pull)\w*\s(?:\w+ ){0,3}?(?:beads?|balls?|dry|unwetted)\b"
)
# A clause whose own verb is hedged, not one that hangs on it: "we suspect that ...", "X may be the reason", "... seems possible",
# "presumably ...", "if ..., Y might follow".
_SUPPOSES: Final = re.compile(
    r"\W*(?:(?:presumably|probably|possibly|perhaps|conceivably|(?:most |very |quite )?likely|in principle|it (?:seems|appears)\b|(?:one|a|another|the most) (?:possible|likely|plausible|probable) (?:explanation|reason|cause|origin)|it is (?:likely|probable|conceivable|possible|plausible) that)\b"
    r"|if\b[^;:.]{0,160}?\b(?:might|may|could)\b"
    r"|(?:(?!\b(?:which|because|since|so|that|but|if|to)\b)[^;:]){0,120}?"
    r"\b(?:we\s(?:\w+\s){0,2}?(?:suspect|suppose,|(?:are|were|feel) inclined to|believe|think|assume|speculate|hypothesi[sz]e|suppose|presume|surmise|infer|expect|anticipate|conjecture|(?:suggest|propose)\sthat)"
    r"|(?:may|might)(?! be as\b)|(?<!and )(?<!or )(?:presumably|probably|possibly|potentially|tentatively|perhaps|conceivably)|(?:cannot|can not|could not)\sbe\s(?:excluded|ruled out)|could be (?:due|attributed|ascribed|related|caused|explained)|(?:is|are) (?:to be )?expected (?:to|of|for)|(?:is|are|seems?) (?:conceivable|imaginable)|(?:should|ought to) (?:also |in principle |likewise )?(?:work|hold|apply|help)\b|should (?:also |in principle )?be (?:applicable|treatable|usable|suitable|adaptable|transferable|possible|extendable)|(?:is|are|was|were)\s(?:probably|presumably|perhaps|possibly|likely|conceivably)|seems?\s(?:possible|likely|plausible))\b)",
    re.IGNORECASE,
)
# What a work wishes for its field is no claim of it.
_OUTLOOK: Final = re.compile(
    r"\b(?:guid(?:e|es|ance)|inspir\w+|pav(?:e|es|ing)|insights?|avenues?|pathways?|routes?|perspectives?|opportunit\w+|next-generation|future|sheds?)\b|\bprovides? (?:an? )?(?:\w+ ){0,2}(?:way|ways|strategy|approach|platform|solution|basis)\b",
    re.IGNORECASE,
)
# What a method may have brought about is no finding: "may come from the transfer of the sample".
_ARTEFACT: Final = re.compile(
    r"\b(?:impurit|contaminat|artifact|artefact|misalign|sample preparation|air exposure)\w*|\b(?:during|by) the (?:\w+ )?(?:tests?|measurements?|transfer|analysis)\b"
)
# What would be if something else were so is not even supposed to help.
_IMAGINED: Final = re.compile(r"\W*(?:If|Were|Had|Should)\b|[^.;]*\bwould\b")
# A gain that results speak for is found, not supposed; that nothing bad came about is no denial.
_EVIDENCE: Final = re.compile(
    r"(?:\w+[ -]){0,6}?(?:studies|results|experiments|calculations|simulations|findings|measurements|observations|tests|analyses|spectra) (?:\w+ )?(?:suggest|indicate|imply)\b",
    re.IGNORECASE,
)
_NO_HARM: Final = re.compile(
    r"\b[Nn]o (?:[\w-]+ ){0,3}?(?:self-\w+|dendrit\w+|cracks?|voids?|short(?:s|-circuits?|ing)?|corrosion|leak\w*|degradation|side reactions?) (?:\w+ )?(?:is|are|was|were|could be|can be|has been|have been)(?: \w+)? (?:observed|seen|found|detected|formed|visible|noticed|discern\w+)"
)
# A guess that a sentence only adds to what it asserts: ", which suggests that ...", ", probably because ...".
_ADDS: Final = re.compile(r",\s(?:which (?:may|might|suggests?)|suggesting|possibly|probably|presumably|perhaps|likely)\b")
_TURNS: Final = re.compile(
    r";\s|,\sand\s(?=(?:the|a|an|this|it|these)\s(?:[\w-]+\s){0,2}?(?:is|are|may|might|was|were)\s(?:probably|presumably|possibly|perhaps|likely)\b)|,\s(?:and|though|although)\s(?=we\b)|,\s(?:but|yet)\s"
)
# An agent tried beside that of the work, and what it did not do.
_COMPARED: Final = re.compile(r"\b(?:for|as a) comparison\b(?! with)|^\W*(?:in|by) (?:\w+ )?contrast,", re.IGNORECASE)
# A further thing brought in, and what came of it: "adding tin to the bath lowered the resistance further".
_BRINGS: Final = re.compile(
    r"\W*(?:Add|Graft|Soak|Dipp|Coat|Mix|Blend|Alloy|(?:Co-?)?[Dd]op|Deposit|Sputter|Evaporat|Insert|Introduc|Plac|Incorporat|Spray|Grow|Anchor)ing\b[^;.]{5,100}?"
    r"\s(?:lowered|raised|gave|closed|brought|improved|cut|reduced|extended|doubled|prolonged|enhanced|increased|yielded|made|led|allowed|enabled)\b"
)
_DID_NOT: Final = re.compile(r"\b(?:did|does|do|could|can) not\b|\bcannot\b|\bfailed to\b")


def denied_wetting(main: Claim) -> Iterator[Claim]:
    """Yield a study's claim, and what it is said not to do for wetting as one of its own where it achieves something before."""
    first = next((item for item in main.items if item.field == "effects"), None)
    item = next((item for item in main.items if item.value == _DENIED), None)
    if item is None or item is first:
        yield main
        return
    rest = tuple(other for other in main.items if other is not item)
    yield replace(main, effects=tuple(effect for effect in main.effects if effect != _DENIED), items=rest)
    bare = replace(main, start=item.start, end=item.end, quote=item.span, effects=(_DENIED,), items=(item,))
    yield replace(bare, mechanisms=(), phases_formed=(), evidence=(), cell="", cathode="")


def other_agent(document: Document, stretch: Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart a second version of the strategy in which one agent takes another's place; nothing else is lent to it.

    What is replaced in a study's first sentence is what it did, not a second version.
    """
    text, frame = document.plain.text, stretch.frame
    _, _, opening = next(stretch.findings.pieces(frame.start, frame.end))
    if match := _REPLACED.search(text, opening, frame.end):
        start, stop = match.end(), min(match.end() + 40, frame.end)
    elif match := _IN_ITS_PLACE.search(text, opening, frame.end):
        start, stop = match.span()
    else:
        return
    new = [m for m in stretch.findings.mentions(start, stop) if not substrate_class(m, stretch.findings.lexicon)]
    if new:
        strategies = tuple(key for key in main.strategy_class if not key.endswith("_decoration"))
        strategies = ("surface_coating",) if "surface_coating" in strategies else strategies[:1]
        if len(new[0].elements) == 1 and any(key.endswith("_decoration") for key in main.strategy_class):
            strategies = (*strategies, "metal_decoration")
        aside = _aside(document, main, match.start(), max(match.end(), new[0].end))
        vain = _VAIN.search(text, max(opening, match.start() - 40), stop)
        yield replace(aside, polarity="negated" if vain else "asserted", strategy_class=strategies, agents=(new[0].title,))


def compared_agents(document: Document, stretch: Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart each further agent that a work tries, "Titania, tested for comparison, did not stick", "Adding tin gave a longer life"."""
    findings, frame = stretch.findings, stretch.frame
    _, _, opening = next(findings.pieces(frame.start, frame.end))
    known = {mention.iri for mention in findings.mentions(frame.start, opening)}
    for _, start, end in findings.pieces(opening, frame.end):
        words = document.words(start, end)
        here = [m for m in findings.mentions(start, end) if not substrate_class(m, findings.lexicon)]
        new = next((mention for mention in here if mention.iri not in known), None)
        known |= {mention.iri for mention in here}
        if new and (_COMPARED.search(words) or _BRINGS.match(words)):
            polarity: Polarity = "negated" if _DID_NOT.search(words) or _NO_GAIN.search(words) else "asserted"
            aside = _aside(document, main, start, end)
            fields = findings.lexicon.fields
            told = (j.hit.key for j in stretch.judged if fields.get(j.hit.key) == "Strategy" and start <= j.hit.start < end)
            strategies = tuple(dict.fromkeys(told))[:1] or main.strategy_class[:1]
            yield replace(aside, polarity=polarity, strategy_class=strategies, agents=(new.title,))


def other_polarity(document: Document, stretch: Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart the first clause of each sentence of a work's own text that only asks, supposes or denies.

    What is denied, or brought nothing, is denied of the strategy that the clause names, else of that of the work; a guess is about the strategy that
    it alone names, a guess or a question about that of the work where the clause names one of its agents.
    """
    fields = stretch.findings.lexicon.fields
    done = -1
    judged = sorted(stretch.judged, key=_place)
    for number, start, end in _clauses(document, stretch):
        here = judged[bisect_left(judged, start, key=_place) : bisect_left(judged, end, key=_place)]
        said = [j for j in here if fields.get(j.hit.key) in {"Mechanism", "Effect"}]
        polarity = _clause_polarity(here, said, document.words(start, end), fields)
        if polarity is not None and number != done:
            done = number
            named = tuple(agent for agent in main.agents if agent.lower() in document.words(start, end).lower().split())
            words = document.words(start, end)
            about = polarity in {"negated", "asserted"} and not (
                _BARE.search(words) or _IS_NOT.search(words) or _FINDS_NOT.search(words)
            )
            own = tuple(j.hit.key for j in here if fields.get(j.hit.key) == "Strategy")
            lent = main.strategy_class if named or about else ()
            if not lent and polarity == "hypothesised":
                elsewhere = {j.hit.key for j in judged if not start <= j.hit.start < end}
                lent = own = tuple(key for key in own if key not in elsewhere)
            strategies = (tuple(dict.fromkeys(own)) or lent) if lent else ()
            aside = replace(_aside(document, main, start, end), polarity=polarity, agents=named, strategy_class=strategies)
            yield aside if polarity == "open_question" else _with_words(aside, stretch, said)


def _aside(document: Document, main: Claim, start: int, end: int) -> Claim:
    """Return a claim of the same study on a stretch of plain text, to which nothing of the main one is lent."""
    first, last = document.plain.to_source(start, end)
    bare = replace(main, start=first, end=last, quote=document.source.text[first:last], strategy_class=(), agents=(), effects=())
    return replace(bare, mechanisms=(), phases_formed=(), items=(), evidence=(), cell="", cathode="")


def _with_words(aside: Claim, stretch: Stretch, said: list[Judged]) -> Claim:
    """Give an aside the mechanisms that its own words name, and one that denies or supposes the effects too."""
    fields = stretch.findings.lexicon.fields
    keys = tuple(dict.fromkeys(j.hit.key for j in said))
    said_of = aside.polarity == "negated" or (aside.polarity == "hypothesised" and not _IMAGINED.match(aside.quote))
    effects = [key for key in keys if fields[key] == "Effect" and said_of]
    if aside.polarity == "asserted" and _NO_GAIN.search(aside.quote):
        effects = [_DENIED]
    return replace(aside, mechanisms=tuple(key for key in keys if fields[key] == "Mechanism"), effects=tuple(effects))


def _clauses(document: Document, stretch: Stretch) -> Iterator[tuple[int, int, int]]:
    """Yield (sentence number, start, end) of the sentences of a frame, cut where the text turns or the authors say what they think."""
    for number, start, end in stretch.findings.pieces(stretch.frame.start, stretch.frame.end):
        for turn in _TURNS.finditer(document.plain.text, start, end):
            yield number, start, turn.start()
            start = turn.end()
        yield number, start, end


def _clause_polarity(here: list[Judged], said: list[Judged], words: str, fields: Mapping[str, str]) -> Polarity | None:
    if len(words.split()) < _FEWEST_WORDS:
        return None
    if any(j.hit.key == "open_question" for j in here) or words.endswith("?"):
        return "open_question"
    modes = {j.mode for j in said}
    if (
        _CONTROL.match(words)
        or _NO_HARM.search(words)
        or (_EVIDENCE.match(words) and any(fields.get(j.hit.key) == "Effect" for j in said))
    ):
        return None
    if _BARE.search(words) and _UNWETTED.search(words):
        return "asserted" if not said or modes == {"negated"} else None
    if _BARE_NOT.search(words):
        return None
    denies = _NO_GAIN.search(words) and not any(j.hit.key == _DENIED for j in said)
    helpless = _HELPS_NOT.search(words) or (_YET.search(words) and _ENDS.search(words))
    denied = any(j.hit.key == _DENIED for j in said)
    if _WETTING.search(words) and (denies or modes == {"negated"}) and not _PAST_WETTING.search(words):
        return "asserted"
    if _BEYOND.match(words):
        return "asserted"
    if modes == {"negated"} or denies or _FINDS_NOT.search(words) or _IS_NOT.search(words) or (helpless and not denied):
        return "negated"
    hedged = modes == {"hypothesised"} and not _ADDS.search(words)
    return "hypothesised" if hedged or (modes <= {"hypothesised"} and supposes(words)) else None


def denies(words: str) -> bool:
    """Tell whether the first thing that a sentence says is what did not help: "such gradients made no difference"."""
    found = _NO_GAIN.search(words) or _HELPS_NOT.search(words)
    return found is not None and not _WETTING.search(words) and not re.search(r"\b(?:but|while|whereas|instead|so that)\b", words)


def supposes(words: str) -> bool:
    """Tell whether a sentence as a whole is hedged, and not only wishes something for its field."""
    return bool(_SUPPOSES.match(words)) and not _OUTLOOK.search(words) and not _ARTEFACT.search(words)


def _place(one: Judged) -> int:
    return one.hit.start
