"""What a text says forms: products, what a layer is rich in, alloys, and phases that form without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.labels import names_a_sample
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.role_words import ALKALI, is_alloy_of, is_solid_electrolyte
from sodiokg.names import substance_iri

__all__ = ["in_interphase", "is_formed", "is_laid", "is_left", "unnamed_phases"]

_FORMED: Final = re.compile(
    r"(?:\bform(?:s|ed|ing|ation)?\b|\bobtain\w*|\bleft\b|\bleav\w+|\breact\w*(?: \w+){0,3} to\b|\b(?:lithi|sodi)ation\b|\bbilayer\b|\breduc\w+ .*\bto\b|→|\bexistence\b|\bpresence\b|\bgenerat\w+|\bcreat\w+|\bconver\w+|\bturn\w*|\bgrow\w*|\bresulting\b"
    r"|\byield\w*|\bproduc\w*|\bgiv(?:e|es|ing)\b|\binto\b|\bas-formed\b|\brich\b|\balloying\b|\bcontribut\w+|\bsuppl(?:y|ies|ied)\b|\bsolidif\w+|\bprecipitat\w+|\bevolv\w+|\bdevelop(?:s|ing)\b)",
    re.IGNORECASE,
)
# What something is made of has formed where the sentence tells of a reaction or of an interphase; else it may have been laid there as it is.
_MADE_OF: Final = re.compile(r"\b(?:consist\w* of|compos(?:ed|ing)|compris\w*|contain\w*)\b", re.IGNORECASE)
_REACTION: Final = re.compile(
    r"\b(?:form(?:s|ed|ing|ation)?|react\w*|conver\w+|in[ -]situ|deriv\w+|generat\w+|produc\w+|evolv\w+|spontaneous\w*|SEI|interphases?|products?|turn\w*|result\w*|decompos\w+|anneal\w*|heat\w*|after)\b",
    re.IGNORECASE,
)
_FORMS_AFTER: Final = re.compile(
    r"(?:[\s,-]*\b(?:and [\w–-]+(?: [a-z]+)?|alloys?|phases?|layers?|that|which|is|was|are|were|has|have|also|then|in situ)\b)*[\s,-]*\b(?:(?:form|aris|contribut|suppli|appear|develop|grow|evolv|result|generat|produc)(?!ing)|rich)\w*"
)
# What ternary oxides of sodium and lithium hold that are made beforehand, titanates and niobates, and what ends an MXene.
_CERAMIC: Final = frozenset({"T", "Ti", "Nb", "Ta", "W", "Mo", "V"})
# That sodium or lithium goes into it makes even these a product.
_CHARGED: Final = re.compile(r"\b(?:lithi|sodi)at(?:ion|ed|ing)\b")
# A substance of any kind that the words right before it make a product: "turns into Cu", "reduced to metallic Pb".
_PRODUCT: Final = re.compile(
    r"\b(?:(?:turn|convert|transform|chang|reduc|develop|evolv|becom)\w*(?: \w+){0,3} into|reduced to|convert\w*(?: \w+){0,2} to|react\w*(?: \w+){0,3} to|decompos\w+ (?:in)?to|reaction products?|gives? rise to|formation of|leav\w+(?: behind)?|left(?: behind)?|yield\w*|generat(?:es|ing|ed)|produc(?:es|ing))\s+"
    r"(?:(?:an?|the)\s(?:[\w-]+\s){0,2}(?:layer|film|mixture|composite|network|interphase|hybrid)\s(?:of|with|containing|comprising|composed of|consisting of|rich in)\s)?"
    r"(?:(?:an?|the|some|fine|metallic|conformal|thin|dense|compact|uniform|new|mainly|[\w–-]+ and|[\w–-]+,)\s+){0,3}$",
    re.IGNORECASE,
)
# "Forms a layer containing X and Y", of whatever elements.
_FORMS_LAYER: Final = re.compile(
    r"\bform(?:s|ing|ed)?\s(?:an?|the)\s(?:[\w-]+\s){0,4}(?:(?:inter)?(?:layer|phase)|film|SEI)s?\s(?:containing|composed of|consisting of|comprising|rich in)\s(?:[a-z]+\s){0,2}(?:\w+(?:,| and)\s(?:and\s)?){0,3}$"
)
_COVERS: Final = re.compile(r"-(?:based|covered|coated|modified|decorated|protected|doped)")
_NOT_FORMED: Final = re.compile(
    r"\b(?:lack of|absence of|no|without|free of|instead of|rather than|(?:avoid|prevent|suppress)\w*)\s+[\w\s(]{0,30}$"
)
_RICH: Final = re.compile(
    r"[\s-](?:rich|dominated|enriched|containing)\b[\s-](?:\w+ ){0,2}(?:SEI|interphase|interface|layer|film|solid)"
)
_RICH_IN: Final = re.compile(
    r"\b(?:built|incorporated|integrated) into the (?:interphase|SEI) as $|\b(?:interphases?|SEI|interface|layer|film)\b[^.;]{0,20}\b(?:rich in|enriched (?:with|in)|dominated by|abundant in) (?:[\w.-]+(?:, and |, | and | or | ?/ ?)){0,4}$"
)
# What an interphase of the electrolyte is made of, by itself or with others: "Na3Bi/NaF hybrid interphase", "an SEI with sodium fluoride".
_OF_INTERPHASE: Final = re.compile(r"\)?(?: alloy)?(?:/[\w–-]+)*(?:[\s-][a-z]+)?[\s-](?:interphases?|SEI|bilayers?)\b")
_INTERPHASE_OF: Final = re.compile(
    r"\b(?:interphases?|SEI|solid[ -]electrolyte interfaces?)\)?(?: layers?| films?)? (?:with|containing|comprising|composed of|consisting of|made of|of|enriched (?:with|in)|dominated by|based(?: \w+)? on)\s(?:[\w–-]+ and |[\w–-]+, |[a-z]+ ){0,3}$"
)
# In what form a product lies there: "a tin layer", "Sn/NaCl bilayer".
_LIES: Final = re.compile(
    r"(?:/[\w–-]+)*[\s-](?:[a-z]+[\s-]){0,2}?(?:layers?|films?|phases?|interphases?|bilayers?|skins?|coatings?)\b"
)
_RESULTS: Final = re.compile(r"\b(?:resulting|as[ -]formed|in[ -]situ formed|formed)\s(?:[a-z]+\s)?$")
_LAID: Final = re.compile(
    r"\b(?:coat|deposit|sputter|evaporat|spray|cast|introduc|add|insert|appl|us|employ|put|plac|spread|roll)(?:e[ds]?|ing|s|y|ied|ied|t?ed)?\b[^.;,]{0,50}$"
)
# A layer that a work lays on, by itself or as it says, and what follows is what it is made of.
_LAYER_OF: Final = re.compile(
    r"\b(?:artificial|ex[- ]situ|protective|protection|passivation|functional|hybrid|biphasic|heterostructured|\w*philic)\s(?:[\w-]+\s){0,5}(?:\([\w-]+\) )?"
    r"(?:(?:inter)?(?:layers?|phases?|faces?)|films?|coatings?|skins?)\b[^.;]{0,40}?\b(?:compos|consist|compris|contain|made|enrich|rich|based|of\b)[^.;]{0,90}$"
)
_OF_LAYER: Final = re.compile(
    r"(?:[-/][\w()]+)*(?:-(?:based|rich|enriched|containing)| alloy)?\s(?:[a-z-]+\s){0,2}(?:(?:protective|artificial|functional|protection)\s(?:[a-z-]+\s){0,2}(?:layer|film|coating|interphase)|interlayer|coating)s?\b"
)
# Salts that a liquid electrolyte holds, and what sulfur cathodes dissolve into, are no phases that form on the metal.
_SALTS: Final = ("PF6", "BF4", "ClO4", "AsF6", "FSI", "polysulfide", "polysulfides")
_FEW: Final = 3  # elements of a conductor that forms in an interphase too, Li3PS4
_MOST: Final = 4  # elements of what a reaction leaves
_UNNAMED: Final = re.compile(
    r"\b(?:form(?:s|ed|ing|ation of)?|generat\w+|creat\w+|construct\w*)(?: in situ)? (?:an? |the |some )?"
    r"((?:[a-z-]+ ){1,2}(?:interlayers?|phases|components)|(?:[a-z-]+ ){0,2}(?:alloy (?:interphases?|phases?)|oxide (?:films?|layers?))|[a-z]+philic alloys)\b"
)


def is_formed(text: str, mention: Mention, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a sodium compound or alloy is said to come into being here."""
    elements = set(mention.elements)
    if elements and (elements <= ALKALI or (len(elements) == 1 and elements <= NONMETALS)):
        return False
    before = text[max(start, mention.start - 90) : mention.start].rpartition(". ")[2]
    conducts = len(elements) > _FEW and is_solid_electrolyte(mention, lexicon)
    if _COVERS.match(text, mention.end) or _NOT_FORMED.search(before) or conducts or mention.title.endswith(_SALTS):
        return False
    if (
        _PRODUCT.search(before)
        or _FORMS_LAYER.search(before)
        or (elements & NONMETALS and _RICH.match(text, mention.end))
        or _RICH_IN.search(before)
    ):
        return True
    if (
        elements & {"Na", "Li"}
        and len(elements) > 1
        and (_OF_INTERPHASE.match(text, mention.end) or _INTERPHASE_OF.search(before))
    ):
        return True
    product = bool(elements & {"Na", "Li"}) and len(elements) > 1
    product = product and (not elements & _CERAMIC or bool(_CHARGED.search(before)))
    if not product and not lexicon.is_a(mention.iri, "AlloyPhase"):
        return False
    compound = is_alloy_of(elements) and any(map(str.isdigit, mention.title))
    if (lexicon.is_a(mention.iri, "Intermetallic") or compound) and not names_a_sample(text, mention):
        return True
    made = _MADE_OF.search(before) and _REACTION.search(before)
    return bool(made or _FORMED.search(before) or _FORMS_AFTER.match(text, mention.end))


def in_interphase(text: str, mention: Mention) -> bool:
    """Tell whether a material is what an interphase is of, "a Li3PS4 interphase"."""
    return _OF_INTERPHASE.match(text, mention.end) is not None


def is_left(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Tell whether what seemed to be brought in is what something brought in `before` leaves: its metal, or a salt of the alkali metal.

    "SnCl2 reacts with sodium, and a Sn/NaCl bilayer is obtained"; what is laid on as such is not.
    """
    elements = {*mention.elements}
    if (
        len(elements) > _MOST
        or not any(_may_leave({*one.elements}, elements) for one in before)
        or text[mention.start - 1] in "-–"
    ):
        return False
    head = text[max(0, mention.start - 60) : mention.start].rpartition(". ")[2]
    if _LAID.search(head):
        return False
    if len(elements) > 1 and not elements & ALKALI:
        return _RESULTS.search(head) is not None
    return bool(_LIES.match(text, mention.end) or _PRODUCT.search(head) or _FORMED.search(head))


def is_laid(text: str, mention: Mention) -> bool:
    """Tell whether what might have formed is what a layer is made of that a work lays on, "an artificial layer composed of X"."""
    before = text[max(0, mention.start - 170) : mention.start].rpartition(". ")[2]
    return bool(_LAYER_OF.search(before) or _OF_LAYER.match(text, mention.end))


def _may_leave(agent: set[str], product: set[str]) -> bool:
    """Tell whether elements can come of an agent: a salt of what has no alkali metal, the metal of a compound, another compound of it."""
    if product & ALKALI:
        return not product <= ALKALI and not agent & ALKALI
    return product < agent if len(product) == 1 else product != agent and bool(product & agent - NONMETALS)


def unnamed_phases(text: str, bounds: tuple[int, int]) -> list[Mention]:
    """Return phases that are said to form without a formula, such as "a thin interlayer"."""
    return [
        Mention(m.start(1), m.end(1), m.group(1), f"{substance_iri(m.group(1))}", False) for m in _UNNAMED.finditer(text, *bounds)
    ]
