"""Manuscripts for the audit's tests, all of them invented: bodies and reference lists put together as a test needs them."""

from slots import clean, drafts

from sodiokg.audit import audited
from sodiokg.model import Source

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


def listed(numbers, titles=()):
    """Return a list with these titles, or with titles that fit nothing in particular."""
    known = dict(enumerate(titles, 1))
    return "## References\n\n" + "\n".join(reference(number, title=known.get(number)) for number in numbers) + "\n"


def manuscript(body, references=""):
    return f"# An invented manuscript\n\n## 1. Introduction\n\n{body}\n\n{references}"


def findings(text, name="paper", **options):
    """Return the findings of a text."""
    return audited(Source(name, text, "0" * 64, f"{name}.md"), **options).findings


def codes(text, **options):
    return {one.code for one in findings(text, **options)}


THREE = listed((1, 2, 3))
CITED = "Zinc makes sodium spread on the pellet [1]. Copper hosts were tried [2], and pellets were heated [3]."


def numbers(text, works=3):
    return manuscript(f"{CITED} {text}", listed(range(1, works + 1)))


def own(text):
    return manuscript(
        f"Others tried zinc [1], copper [2] and heat [3]. Here we loaded felt with silver and filled it with sodium. {text}",
        THREE,
    )


REVIEW = """# Sodium on ceramics: an invented review

## Abstract

Molten sodium rarely spreads on a ceramic electrolyte by itself. This invented review tells of three ways to make it do so.

## 1. Coatings

Coatings are the oldest remedy. Novak et al. coated NZSP with zinc and found that the contact angle of molten sodium fell from 128° to 74° [1]. The symmetric cell of Ito et al. ran for 420 h at 0.3 mA cm⁻² with an overpotential of 35 mV on a tin layer [2]. A thicker layer was less useful because it cracked on cooling [3]. Whether the layer survives for years is not known.

Metals that alloy with sodium were tried next. Lund et al. sputtered bismuth on BASE and annealed it at 350 °C for 2 h [4]. Kowalski et al. used antimony and kept a capacity of 310 mAh g⁻¹ over 200 cycles at C/5 [5]. Both works hold the alloy responsible for the better wettability [4,5]. Other metals have been compared in detail [6-8].

## 2. Heat

Heat drives carbonates and hydroxides off the surface. Okafor et al. annealed the pellet at 500 °C in argon, after which the interfacial resistance was 12 Ω cm² [6]. Marin et al. heated the same ceramic to 800 °C and lost sodium from the surface, so that the ionic conductivity fell to 0.4 mS cm⁻¹ [7]. A short treatment is thus to be preferred.

The atmosphere matters too. Silva et al. compared dry air with argon and saw no difference in the deposition of sodium [8]. Berger et al. found that moisture brings the carbonate back within 3 h [9].

## 3. Hosts

A porous host holds the metal by capillary force. Haddad et al. infiltrated copper foam with sodium at 320 °C, and the symmetric cell cycled for 700 h at 1 mA cm⁻² with 1 mAh cm⁻² [10]. The nucleation of sodium was even, and no dendrites were seen in the electrolyte. Nilsson et al. oxidised the foam first, which made it sodiophilic [11]. The half cell had a coulombic efficiency of 99.4 % over 300 cycles [11]. Costa et al. replaced copper by a carbon felt with silver nanoparticles, whose full cell kept a capacity retention of 91 % after 500 cycles at 1 C [12]. The electrochemical stability of such hosts in carbonate electrolytes remains an open question.

"""
RESEARCH = """# Silver on felt: an invented paper

## Abstract

We loaded carbon felt with silver and filled it with molten sodium at 300 °C. Symmetric cells ran for 640 h at 0.5 mA cm⁻².

## 1. Introduction

Sodium anodes suffer from dendrites and from a poor interface with the electrolyte [1,2]. Hosts that sodium wets were proposed by Petrov et al., who used nickel foam [3]. Felts are lighter than foams, but conventional felts are sodiophobic [4]. Tin makes a felt sodiophilic, as Kowalski et al. demonstrated [5]. Here we show that silver does so at a lower temperature.

## 2. Methods

Felts were soaked in silver nitrate, dried, and annealed at 400 °C for 1 h in argon. Molten sodium was infiltrated at 300 °C inside a glovebox. Cells were cycled at 25 °C in 1 M NaPF₆ in diglyme, with an areal capacity of 1 mAh cm⁻². Half cells were stripped up to 1 V. The resistance is that of one interface. Cathodes had a loading of 4 mg cm⁻² and an N/P ratio of 3; 1 C is 117 mA g⁻¹. Contact angles were measured with a camera at 300 °C.

## 3. Results

The contact angle of sodium fell from 136° on the bare felt to 41° on the silvered felt. The nucleation overpotential was 9 mV at 0.5 mA cm⁻², against 31 mV on the bare felt. The symmetric cell with the silvered felt ran for 640 h at 0.5 mA cm⁻² with 1 mAh cm⁻². Impedance gave an interfacial resistance of 5 Ω cm² after 100 cycles. The half cell had a coulombic efficiency of 99.7 % over 400 cycles at 1 mA cm⁻². We ascribe the even deposition to the alloy of silver and sodium, in line with what was found for gold [6]. Diffraction showed no other phase.

Full cells with a phosphate cathode kept 93 % of their capacity after 300 cycles at 1 C. Bare felts failed after 40 cycles, because dendrites pierced the separator. A temperature of 300 °C is low enough for the graphene additive to survive [7]. Coulombic losses were small with every electrolyte that we tried, and the conductivity of the host did not change.

"""
OF_REVIEW = (
    "A zinc film on a phosphate electrolyte for sodium cells",
    "Low overpotentials by a layer of tin on ceramics",
    "Why thick metal layers crack when they are cooled",
    "Sputtered bismuth between sodium and its electrolyte",
    "Antimony anodes that last two hundred cycles",
    "What heating in argon does to the resistance of a pellet",
    "The loss of sodium from ceramics at eight hundred degrees",
    "Dry air or argon: does it matter to sodium?",
    "How fast moist air brings the carbonate back",
    "Copper foam filled with sodium at moderate heat",
    "Oxidised foams and the coulombic efficiency of sodium",
    "Silver nanoparticles on carbon felt for full cells",
)
OF_RESEARCH = (
    "A survey of sodium anodes and their troubles",
    "Dendrites and contacts in solid sodium cells",
    "Nickel foam as a host that sodium wets",
    "Why untreated felts shed molten sodium",
    "How tin makes fibres sodiophilic",
    "Even plating of sodium on gold",
    "Thermal stability of layered additives",
)
DRAFTS = drafts()
INVENTED = {"review": REVIEW + listed(range(1, 13), OF_REVIEW), "research": RESEARCH + listed(range(1, 8), OF_RESEARCH)}
INVENTED |= {name: clean(draft) for name, draft in DRAFTS.items()}
KINDS = dict.fromkeys(INVENTED, "research") | dict.fromkeys(("review", "interlayers"), "review")
