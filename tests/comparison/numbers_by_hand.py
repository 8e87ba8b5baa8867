"""Numbers of invented studies, in the form that the comparison reads from a graph."""

from __future__ import annotations

from decimal import Decimal

from sodiokg.comparison.results import Amount, Condition, Result

UNDER = {
    "cycling_time": {"Cell", "TestTemperature", "CurrentDensity", "ArealCapacity"},
    "cycle_count": {"Cell", "ElectrolyteMaterial", "TestTemperature", "CurrentDensity", "ArealCapacity"},
    "specific_capacity": {"FullCell", "PositiveElectrodeRole"},
    "contact_angle": {"LiquidRole", "TestTemperature"},
}
UNITS = {
    "cycling_time": "h",
    "cycle_count": "cycles",
    "current_density": "mA/cm²",
    "areal_capacity": "mAh/cm²",
    "operating_temperature": "°C",
    "specific_capacity": "mAh/g",
    "contact_angle": "°",
}


def amount(kind: str, value: str, to: str | None = None, sign: str = "=") -> Amount:
    printed = f"{value}–{to}" if to else value
    return Amount(f"{printed} {UNITS[kind]}", sign, Decimal(value), Decimal(to) if to else None, UNITS[kind])


def condition(kind: str, value: str, to: str | None = None, sign: str = "=", band: str = "") -> Condition:
    return Condition(kind, amount(kind, value, to, sign), f"urn:condition:{kind}:{value}", band)


def number(ref: str, kind: str, value: str, *conditions: Condition, sign: str = "=", **more: object) -> Result:
    facets = {
        "battery": "molten",
        "cell": "symmetric cell",
        "electrolyte": "",
        "on": "",
        "cathode": "",
        "liquid": "",
        "interface": "",
    }
    facets |= {name: str(more.pop(name)) for name in list(more) if name in facets}
    told: dict[str, object] = {
        "quantity": kind,
        "name": kind.replace("_", " "),
        "under": frozenset(UNDER[kind]),
        "amount": amount(kind, value, sign=sign),
        "phase": "",
        "refs": (ref,),
        "studies": (f"Doe et al. 20{ref}",),
        "works": (f"urn:study:{ref}",),
        "facets": facets,
        "conditions": conditions,
        "attributions": ("reported",),
        "records": (f"urn:record:{ref}:{kind}:{value}",),
        "quotes": (f"… it came to {value} …",),
        "sources": ("A tale, section 2",),
    }
    return Result(**(told | more))  # type: ignore[arg-type]
