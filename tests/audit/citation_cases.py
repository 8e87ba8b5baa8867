"""For each rule on citations a manuscript that it objects to, and one of the same kind that is right."""

from manuscripts import CITED, THREE, listed, manuscript, numbers, reference

MOLYBDENUM = "Petrov et al. coated BASE with MoS2 and carbon from a slurry that they dried at 120 °C, which improved the adhesion of sodium [3]."
TIN = "## References\n\n" + "\n".join(
    (
        reference(1, title="A tin film between sodium and its electrolyte"),
        reference(2, title="Sputtered tin on ceramic pellets for sodium cells"),
        reference(3, title="A long-lived anode for stationary storage"),
    )
)
PAIR = THREE + "\n".join(
    (
        reference(4, "Lund", title="Neutron imaging of short circuits in solid cells"),
        reference(5, "Lund", title="Lamellar channels by freeze-casting for infusion with sodium"),
    )
)
CASES = {
    "CIT01": (numbers("Tin is said to do the same [5]."), numbers("Tin is said to do the same [3].")),
    "CIT02": (
        manuscript("Zinc helps [1-4]. So does tin [6]. Copper was tried [3].", listed(range(1, 7))),
        manuscript("Zinc helps [1-4]. So does tin [5,6]. Copper was tried [3].", listed(range(1, 7))),
    ),
    "CIT03": (numbers("Lund et al. coated NZSP with zinc [2]."), numbers("Ito et al. coated NZSP with zinc [2].")),
    "CIT04": (numbers("Ito et al. 2011 coated NZSP with zinc [2]."), numbers("Ito et al. 2002 coated NZSP with zinc [2].")),
    "CIT05": (
        manuscript("Zinc makes it spread (Novak et al., 2001). Tin does too (Lund et al., 2017).", THREE),
        manuscript("Zinc makes it spread (Novak et al., 2001). Tin does too (Petrov et al., 2003).", THREE),
    ),
    "CIT06": (
        manuscript(
            "Zinc makes it spread (Ito et al., 2001). Tin was tried (Novak et al., 2004).",
            "## References\n\n"
            + "\n".join(
                (
                    reference(1, "Ito", 2001),
                    reference(2, "Ito", 2001, "Another work on silver and its uses"),
                    reference(3, "Novak", 2004),
                )
            ),
        ),
        manuscript(
            "Zinc makes it spread (Ito et al., 2001). Tin was tried (Novak et al., 2004).",
            "## References\n\n" + "\n".join((reference(1, "Ito", 2001), reference(2, "Ito", 2003), reference(3, "Novak", 2004))),
        ),
    ),
    "CIT07": (
        manuscript(CITED, f"{THREE}{reference(4, 'Ito', 2002, 'Study 2 of porous copper as a host of sodium')}\n"),
        manuscript(CITED, f"{THREE}{reference(4, 'Ito', 2002, 'Study 9 of porous nickel as a host of sodium')}\n"),
    ),
    "CIT08": (
        manuscript(CITED, f"{THREE}4. Berger, C. Something else about silver on felts. J. Inv. Chem. 2002, 2, 200-209.\n"),
        manuscript(CITED, f"{THREE}4. Berger, C. Something else about silver on felts. J. Inv. Chem. 2002, 2, 700-709.\n"),
    ),
    "CIT09": (
        manuscript(CITED, f"{THREE}4. Berger, C. Something else about silver on felts and papers. J. Inv. Chem. 2, 200-209.\n"),
        manuscript(
            CITED, f"{THREE}4. Berger, C. Something else about silver on felts and papers. J. Inv. Chem. 2002, 2, 700-709.\n"
        ),
    ),
    "CIT10": (numbers("\n\nMoreau et al. put silver on the felt."), numbers("\n\nPetrov et al. put silver on the felt [3].")),
    "CIT11": (
        numbers("\n\nPrevious studies have shown that a clean surface is wetted."),
        numbers("\n\nPrevious studies have shown that a clean surface is wetted [2]."),
    ),
    "CIT12": (
        manuscript("Zinc helps [1-6]. Tin too [1].", listed(range(1, 7))),
        manuscript("Zinc helps [1-3]. Tin too [1].", THREE),
    ),
    "CIT13": (
        manuscript(
            f"{CITED} NASICON is wetted poorly [4].",
            f"{THREE}{reference(4, title='Wetting of garnet-type LLZO by molten metal')}\n",
        ),
        manuscript(
            f"{CITED} NASICON is wetted poorly [4].",
            f"{THREE}{reference(4, title='Wetting of NASICON and of garnet-type LLZO by molten metal')}\n",
        ),
    ),
    "CIT14": (
        manuscript(f"Tin was put on ceramics [1-3]. {MOLYBDENUM}", TIN),
        manuscript(f"Tin was put on ceramics [1,2]. {MOLYBDENUM}", TIN),
    ),
    "CIT15": (
        manuscript(f"{CITED} Lund et al. made lamellar channels by freeze-casting and saw faster infusion [4].", PAIR),
        manuscript(f"{CITED} Lund et al. made lamellar channels by freeze-casting and saw faster infusion [5].", PAIR),
    ),
}
