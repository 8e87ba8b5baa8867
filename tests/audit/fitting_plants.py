"""Ways to plant a citation that does not fit the work: a rival's title, an odd member of a run, another work of the same group."""

from planting import inserted, last

NAMES = ("Svensson", "Abernathy", "Castellano", "Drummond", "Hollister", "Ravenscroft", "Thorvald", "Ueberroth")
# What a text says of one material, and titles on another of the same kind.
RIVALS = (
    (
        "Molten sodium wets NASICON poorly",
        ("Wetting of garnet-type LLZO by molten metal", "How sodium spreads over beta-alumina tubes"),
    ),
    (
        "NZSP was sintered at a lower temperature",
        ("Sintering aids for Li7La3Zr2O12 in moist air", "Densification of BASE under pressure"),
    ),
    ("A thin film of tin helps sodium to spread", ("Bismuth islands for sodium cells", "Antimony seeds in a sodium cell")),
    ("Silver seeds lower the overpotential", ("Gold nanoparticles as seeds of sodium", "Magnesium clusters that guide sodium")),
    (
        "Carbon felt holds the metal by capillary force",
        ("Infiltrating copper foam with molten sodium", "MXene films as hosts of sodium"),
    ),
    ("Copper foam was oxidised first", ("Carbon cloth as a host of sodium", "Hard carbon skeletons for sodium anodes")),
    ("On BASE the droplet stayed round", ("Cleaning the surface of NASICON by heat", "Garnet pellets and their carbonate skin")),
    ("Indium was pressed on the pellet", ("A lead interlayer for sodium batteries", "Tin interlayers in solid sodium cells")),
)
CITING = ("{said} [{n}].", "As was seen before, {low} [{n}].", "{said} in a later work [{n}].")
# What a run is cited for, the titles of its members that fit, and the account of the one that does not.
RUNS = (
    (
        "Tin coatings were put on solid electrolytes by several groups",
        ("A tin film between sodium and its electrolyte", "Sputtered tin on ceramic pellets"),
        "made a layer of MoS2 and carbon on BASE by casting a slurry and drying it at 120 °C",
    ),
    (
        "Copper foam has been tried as a host",
        ("Copper foam filled with sodium", "Oxidised copper foam for sodium anodes"),
        "used vacuum to draw a liquid Na-K alloy into a porous membrane at room temperature",
    ),
    (
        "NASICON pellets were cleaned by heat",
        ("Heat treatment of NASICON in argon", "Annealed NASICON surfaces"),
        "polished tubes of beta-alumina with diamond paste and rinsed them with dry ethanol",
    ),
    (
        "Carbon felts were loaded with seeds",
        ("Carbon felt with seeds", "A seeded carbon felt"),
        "oxidised nickel foam in air and filled it with molten sodium at 350 °C afterwards",
    ),
    (
        "Bismuth was alloyed with sodium",
        ("Bismuth in sodium anodes", "An anode of sodium and bismuth"),
        "mixed powder of indium into molten sodium and cast the melt into moulds of steel",
    ),
)
MORE = "The cells of this work were built in a glove box, and they were cycled at room temperature until the voltage collapsed, which took long"
# Two works of one group, and what is told of the first under the number of the second.
PAIRS = (
    (
        "Chaperone phases at the boundary of sodium and ceramics",
        "A catholyte of iodide for cells at moderate heat",
        "formed chaperone phases in situ at the boundary of the ceramics, and the resistance fell",
    ),
    (
        "Crumpled graphene scrolls as scaffolds",
        "Glassy phosphate separators by tape casting",
        "rolled crumpled graphene into scrolls that serve as scaffolds",
    ),
    (
        "Ultrasonic soldering of pellets without flux",
        "Ageing of moulds in humid storage",
        "put the metal on pellets by ultrasonic soldering and needed no flux",
    ),
    (
        "Freeze-cast lamellar channels for fast infusion",
        "Neutron imaging of short circuits",
        "made lamellar channels by a freeze-cast route, which speeds the infusion",
    ),
)


def entry(number, name, title):
    return f"{number}. {name}, A.; Young, B. {title}. J. Inv. Chem. 2019, {number}, {100 * number}-{100 * number + 9}.\n"


def planted(sentence, entries):
    """Return a way to plant a sentence and the entries that it cites."""

    def plant(body, refs, rng):
        text, titles = sentence(rng), entries(rng)
        n = last(refs)
        new = refs.rstrip() + "\n" + "".join(entry(n + 1 + k, name, title) for k, (name, title) in enumerate(titles))
        body, _, place = inserted(text.format(n=n + 1, m=n + 2, k=n + 3, name=titles[-1][0]))(body, refs, rng)
        return body, new, place

    return plant


def rival(body, refs, rng):
    said, titles = rng.choice(RIVALS)
    low = said if said[:2].isupper() or said.startswith("NASICON") else said[0].lower() + said[1:]
    form = rng.choice(CITING)
    return planted(
        lambda rng: form.replace("{said}", said).replace("{low}", low), lambda rng: [(rng.choice(NAMES), rng.choice(titles))]
    )(body, refs, rng)


def odd(body, refs, rng):
    said, titles, account = rng.choice(RUNS)
    names = rng.sample(NAMES, 3)
    return planted(
        lambda rng: f"{said} [{{n}},{{m}},{{k}}].\n\n{{name}} et al. {account} [{{k}}]. {MORE} [{{k}}].",
        lambda rng: [(names[0], titles[0]), (names[1], titles[1]), (names[2], "A long-lived anode for stationary storage")],
    )(body, refs, rng)


def exchanged(body, refs, rng):
    right, wrong, account = rng.choice(PAIRS)
    name = rng.choice(NAMES)
    return planted(lambda rng: f"\n\n{{name}} et al. {account} [{{n}}].", lambda rng: [(name, wrong), (name, right)])(
        body, refs, rng
    )


PLANTS = {"CIT13": rival, "CIT14": odd, "CIT15": exchanged}
