"""Random ontologies with facts within what the rules support, as Turtle."""

from __future__ import annotations

import random
from collections.abc import Callable

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CLASSES, OBJECTS, DATA, INDIVIDUALS = 7, 5, 2, 6
FACETS = ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive")


class Case:
    """One random ontology with facts; equal seeds give equal text."""

    def __init__(self, seed: int, *, clashes: bool = False) -> None:
        self.seed = seed
        self._dice = random.Random(seed)
        self._clashes = clashes
        self.space = f"https://example.org/c{seed}/"
        self.axioms = [self._axiom() for _ in range(self._dice.randint(6, 14))]
        self.facts = sorted({self._fact() for _ in range(self._dice.randint(8, 18))})

    def text(self) -> str:
        return PREFIXES + "\n".join([*self._declared(), *self.axioms, *self.facts]) + "\n"

    def _declared(self) -> list[str]:
        return [
            *(f"{self._name('C', n)} a owl:Class ." for n in range(CLASSES)),
            *(f"{self._name('p', n)} a owl:ObjectProperty ." for n in range(OBJECTS)),
            *(f"{self._name('d', n)} a owl:DatatypeProperty ." for n in range(DATA)),
            *(f"{self._name('i', n)} a owl:NamedIndividual ." for n in range(INDIVIDUALS)),
        ]

    def _name(self, kind: str, number: int | None = None) -> str:
        most = {"C": CLASSES, "p": OBJECTS, "d": DATA, "i": INDIVIDUALS}[kind]
        return f"<{self.space}{kind}{self._dice.randrange(most) if number is None else number}>"

    def _two(self, kind: str) -> list[str]:
        return [self._name(kind, number) for number in self._dice.sample(range(CLASSES), 2)]

    def _number(self) -> str:
        return f"{self._dice.randint(-2, 2)}.{self._dice.choice('05')}"

    def _pick(self, *makers: Callable[[], str]) -> str:
        return self._dice.choice(makers)()

    def _property(self) -> str:
        return self._name("p")

    def _left(self, depth: int = 2) -> str:
        if depth == 0:
            return self._name("C")
        inner = depth - 1
        return self._pick(
            lambda: self._name("C"),
            lambda: f"[ a owl:Class ; owl:intersectionOf ( {self._left(inner)} {self._left(inner)} ) ]",
            lambda: f"[ a owl:Class ; owl:unionOf ( {self._left(inner)} {self._left(inner)} ) ]",
            lambda: self._restriction(self._role(), f"owl:someValuesFrom {self._left(inner)}"),
            lambda: self._restriction(self._role(), "owl:someValuesFrom owl:Thing"),
            lambda: self._restriction(self._property(), f"owl:hasValue {self._name('i')}"),
            lambda: self._restriction(self._name("d"), f"owl:hasValue {self._number()}"),
            lambda: self._restriction(self._name("d"), f"owl:someValuesFrom {self._range()}"),
            lambda: f"[ a owl:Class ; owl:oneOf ( {self._name('i')} {self._name('i')} ) ]",
        )

    def _right(self, depth: int = 2) -> str:
        if depth == 0:
            return self._name("C")
        inner = depth - 1
        makers = [
            lambda: self._name("C"),
            lambda: self._name("C"),
            lambda: f"[ a owl:Class ; owl:intersectionOf ( {self._right(inner)} {self._right(inner)} ) ]",
            lambda: self._restriction(self._property(), f"owl:hasValue {self._name('i')}"),
            lambda: self._restriction(self._role(), f"owl:allValuesFrom {self._right(inner)}"),
        ]
        if self._clashes:
            makers.append(lambda: f"[ a owl:Class ; owl:complementOf {self._left(inner)} ]")
            makers.append(lambda: self._at_most(inner))
        return self._pick(*makers)

    def _at_most(self, depth: int) -> str:
        number = f'"{self._dice.randrange(2)}"^^xsd:nonNegativeInteger'
        return self._pick(
            lambda: self._restriction(self._name("p", self._dice.randrange(2)), f"owl:maxCardinality {number}"),
            lambda: self._restriction(self._name("d", 0), f"owl:maxCardinality {number}"),
            lambda: self._restriction(
                self._name("p", self._dice.randrange(2)),
                f"owl:maxQualifiedCardinality {number} ; owl:onClass {self._left(depth)}",
            ),
        )

    def _restriction(self, role: str, what: str) -> str:
        return f"[ a owl:Restriction ; owl:onProperty {role} ; {what} ]"

    def _role(self) -> str:
        return self._property() if self._dice.random() < 0.8 else f"[ owl:inverseOf {self._property()} ]"

    def _range(self) -> str:
        limit = f"[ xsd:{self._dice.choice(FACETS)} {self._number()} ]"
        return f"[ a rdfs:Datatype ; owl:onDatatype xsd:decimal ; owl:withRestrictions ( {limit} ) ]"

    def _axiom(self) -> str:
        makers = [
            *[lambda: f"{self._left()} rdfs:subClassOf {self._right()} ."] * 6,
            lambda: " owl:equivalentClass ".join(self._two("C")) + " .",
            lambda: f"{self._name('p', 0)} rdfs:subPropertyOf {self._name('p', self._dice.randrange(1, OBJECTS))} .",
            lambda: f"{self._name('d', 0)} rdfs:subPropertyOf {self._name('d', 1)} .",
            lambda: f"{self._property()} rdfs:domain {self._right(1)} .",
            lambda: f"{self._property()} rdfs:range {self._right(1)} .",
            lambda: f"{self._name('p', 1)} owl:inverseOf {self._name('p', 2)} .",
            lambda: f"{self._name('p', 3)} a owl:SymmetricProperty .",
            lambda: f"{self._name('p', 4)} a owl:TransitiveProperty .",
            lambda: f"{self._name('p', 4)} owl:propertyChainAxiom ( {self._name('p', 2)} {self._name('p', 3)} ) .",
        ]
        if self._clashes:
            makers += [
                lambda: " owl:disjointWith ".join(self._two("C")) + " .",
                lambda: f"{self._name('p', 0)} owl:propertyDisjointWith {self._name('p', 1)} .",
                lambda: f"{self._name('p', 0)} a owl:IrreflexiveProperty .",
                lambda: f"{self._name('p', 0)} a owl:AsymmetricProperty .",
                lambda: f"{self._name('p', self._dice.randrange(2))} a owl:FunctionalProperty .",
                lambda: f"{self._name('p', self._dice.randrange(2))} a owl:InverseFunctionalProperty .",
                lambda: f"{self._name('d', 0)} a owl:FunctionalProperty .",
                lambda: f"[] a owl:AllDifferent ; owl:distinctMembers ( {' '.join(self._name('i', n) for n in range(4))} ) .",
            ]
        return self._pick(*makers)

    def _fact(self) -> str:
        return self._pick(
            lambda: f"{self._name('i')} a {self._name('C')} .",
            lambda: f"{self._name('i')} {self._property()} {self._name('i')} .",
            lambda: f"{self._name('i')} {self._property()} {self._name('i')} .",
            lambda: f"{self._name('i')} {self._name('d')} {self._number()} .",
        )
