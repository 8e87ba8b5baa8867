"""Records written by hand over a small text of our own, so that the graph is tested apart from the reading."""

from __future__ import annotations

import re
from array import array

from sodiokg.model import Claim, Document, Item, Measurement, Plain, Records, Reference, Section, Sentence, Source, Statement

TEXT = """# A note on ceramic plates

Plates of NZSP were heated at 450 °C, and the droplet's angle fell from 122.5° to 72.5° [1]. Heating drives off NaOH.
A tin film on BASE gave Na15Sn4, perhaps by alloying [2]. Films of lead, bismuth and others are known too [1,2].
In a symmetric cell the film cycled at about 0.15 and then 0.25 mA/cm2 for more than 400 h [2].
Grease from the kitchen repels sodium. Whether zirconia would help is open.
"""
REFERENCES = (
    Reference(
        1,
        "Doe, J.; Roe, R. Hot plates. J. Kilns 2021, 3, 45-50.",
        ("Doe, J.", "Roe, R."),
        "Hot plates",
        "J. Kilns",
        2021,
        "3",
        "45-50",
    ),
    Reference(2, "Poe, E. Tin skins. J. Kilns 2020, 2, 7.", ("Poe, E.",), "Tin skins", "J. Kilns", 2020, "2", "7"),
)


def document(text: str = TEXT, name: str = "note") -> Document:
    sentences = tuple(Sentence(m.start(), m.end(), "1", 0) for m in re.finditer(r"[A-Z#].*?(?:\n\n|\. |\.\n|$)", text))
    plain = Plain(text, array("l", range(len(text))), array("l", range(1, len(text) + 1)))
    source = Source(name, text, "0" * 64)
    return Document(source, plain, (Section("1", "Note", 0, len(text)),), sentences, (), REFERENCES)


def _place(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


def measurement(doc: Document, key: str, span: str, kind: str, value: float | None, unit: str, **more) -> Measurement:
    start = doc.source.text.index(span)
    return Measurement(key, doc.source.name, start, start + len(span), span, "1", kind, value, unit, **more)


def claim(doc: Document, key: str, quote: str, **more) -> Claim:
    start, end = _place(doc.source.text, quote)
    more = {"polarity": "asserted", "attribution": "reported", **more}
    return Claim(key, doc.source.name, start, end, quote, "1", **more)


def item(doc: Document, field: str, value: str, polarity: str, span: str) -> Item:
    start, end = _place(doc.source.text, span)
    return Item(field, value, polarity, start, end, span)  # type: ignore[arg-type]


def records(text: str = TEXT, name: str = "note", near: str = "the droplet's angle fell") -> Records:
    doc = document(text, name)
    numbers = (
        measurement(doc, "m1", "450 °C", "treatment_temperature", 450.0, "Cel", ref=(1,), role="condition", substrate="NZSP"),
        measurement(
            doc, "m2", "122.5°", "contact_angle", 122.5, "deg", ref=(1,), substrate="NZSP", phase="before", between="treatment"
        ),
        measurement(
            doc,
            "m3",
            "72.5°",
            "contact_angle",
            72.5,
            "deg",
            ref=(1,),
            substrate="NZSP",
            phase="after",
            between="treatment",
            conditions=("m1",),
        ),
        measurement(doc, "m4", "0.15", "current_density", 0.15, "mA/cm2", ref=(2,), role="condition", comparator="~"),
        measurement(doc, "m5", "0.25 mA/cm2", "current_density", 0.25, "mA/cm2", ref=(2,), role="condition"),
        measurement(doc, "m6", "400 h", "cycling_time", 400.0, "h", ref=(2,), comparator=">", conditions=("m4", "m5")),
    )
    claims = (
        claim(
            doc,
            "c1",
            f"Plates of NZSP were heated at 450 °C, and {near} from 122.5° to 72.5° [1]",
            ref=(1,),
            study="Doe et al. 2021",
            battery_type="all-solid-state",
            substrate="NZSP",
            substrate_class="NASICON",
            strategy="heating",
            strategy_class=("surface_cleaning",),
            mechanisms=("passivation_removal",),
            effects=("wettability_improved",),
            evidence=("contact_angle",),
            items=(item(doc, "mechanisms", "passivation_removal", "asserted", "Heating drives off NaOH"),),
        ),
        claim(
            doc,
            "c2",
            "A tin film on BASE gave Na15Sn4, perhaps by alloying [2]",
            ref=(2,),
            study="Poe 2020",
            battery_type="molten",
            substrate="BASE",
            substrate_class="BASE",
            strategy="tin film",
            strategy_class=("surface_coating",),
            agents=("Sn",),
            phases_formed=("Na15Sn4",),
            mechanisms=("alloying",),
            cell="symmetric",
            items=(item(doc, "mechanisms", "alloying", "hypothesised", "perhaps by alloying"),),
        ),
        claim(
            doc,
            "c3",
            "Films of lead, bismuth and others are known too [1,2]",
            ref=(1, 2),
            attribution="listed",
            strategy="metal films",
            strategy_class=("surface_coating",),
            agents=("Pb", "Bi", "mystery paste"),
        ),
        claim(
            doc,
            "c4",
            "Whether zirconia would help is open",
            attribution="own_statement",
            polarity="open_question",
            strategy="zirconia",
            agents=("ZrO2",),
        ),
    )
    start, end = _place(text, "Grease from the kitchen repels sodium")
    said = Statement("s1", name, start, end, text[start:end], "1", "grease", "causes", "Na", "asserted", "own_statement")
    return Records(doc, numbers, claims, (said,))
