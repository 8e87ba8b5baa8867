"""Manuscripts for the audit's tests, all of them invented: bodies and reference lists put together as a test needs them."""

from sodiokg.audit import audited
from sodiokg.model import Source
from sodiokg.text.sources import read_source

SURNAMES = [
    "Novak",
    "Ito",
    "Petrov",
    "Lund",
    "Kowalski",
    "Okafor",
    "Marin",
    "Silva",
    "Berger",
    "Haddad",
    "Nilsson",
    "Costa",
    "Weber",
    "Tanaka",
    "Rossi",
    "Dubois",
    "Fischer",
    "Moreau",
    "Larsen",
    "Kato",
]
TOPICS = (
    "Zinc coatings on ceramic electrolytes for sodium cells",
    "How molten sodium spreads over oxide pellets",
    "Porous copper as a host of sodium",
    "Heat treatment of solid electrolytes in dry argon",
    "A tin layer between sodium and its electrolyte",
    "Carbon felts loaded with silver for sodium anodes",
    "Cycling sodium cells below one hundred degrees",
    "Impurities on the surface of phosphate ceramics",
    "The role of pressure in solid sodium cells",
    "Bismuth films and the flow of sodium ions",
)


def reference(number, surname=None, year=None, title=None):
    """Return an entry of a list; what is not given follows from its number."""
    surname = surname or SURNAMES[(number - 1) % len(SURNAMES)]
    title = title or f"Study {number} of {TOPICS[number % len(TOPICS)].lower()}"
    return f"{number}. {surname}, A.; Young, B. {title}. J. Inv. Chem. {year or 2000 + number % 24}, {number}, {100 * number}-{100 * number + 9}."


def listed(numbers):
    return "## References\n\n" + "\n".join(reference(number) for number in numbers) + "\n"


def manuscript(body, references=""):
    return f"# An invented manuscript\n\n## 1. Introduction\n\n{body}\n\n{references}"


def findings(text, name="paper", **options):
    """Return the findings of a text."""
    return audited(Source(name, text, "0" * 64, f"{name}.md"), **options).findings


def codes(text, **options):
    return {one.code for one in findings(text, **options)}


__all__ = ["SURNAMES", "codes", "findings", "listed", "manuscript", "read_source", "reference"]
