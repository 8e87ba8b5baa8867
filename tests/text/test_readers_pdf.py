"""What a person gets from the layouts that papers come in as PDF."""

from __future__ import annotations

import pytest
import typesetting as typeset
from reportlab.pdfbase.pdfmetrics import stringWidth

from sodiokg.text import read_source

LONG = (
    "The sheet of felt was dried for 12 h and pressed on the pellet before the melt was poured over it at 250 °C, and the drop "
    "spread over the whole of the surface within 9 s without any further treatment of the sheet or of the pellet under it. "
)


@pytest.fixture
def read(tmp_path):
    def read(press):
        path = tmp_path / "paper.pdf"
        path.write_bytes(press.data())
        return read_source(path).text

    return read


def test_columns_are_read_one_after_the_other_and_a_broken_paragraph_is_whole(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(typeset.pdf())
    text = read_source(path).text
    # The Symbol font prints the sign of the unit, not the Greek letter.
    assert all(words in text.replace("\u2126", "\u03a9") for _, body in typeset.SECTIONS for words in body)


def test_running_heads_and_page_numbers_are_dropped(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(typeset.pdf())
    text = read_source(path).text
    assert "Journal of Kilns 30" not in text
    assert "101" not in text
    assert "102" not in text


def test_a_caption_in_the_middle_of_a_paragraph_stands_after_it(read):
    press = typeset.Press(columns=1)
    press.set(LONG + LONG.rstrip(". ")[:120].rpartition(" ")[0])
    press.gap(10)
    press.set("Figure 3. Drop on the felt at 260 °C.", size=7, indent=0)
    press.gap(10)
    press.set("under a flow of argon.", indent=0)
    press.set(LONG)
    blocks = read(press).strip().split("\n\n")
    assert len(blocks) == 3
    assert blocks[0].endswith("under a flow of argon.")
    assert blocks[1] == "Figure 3. Drop on the felt at 260 °C."


def test_the_last_page_may_have_few_lines_in_its_right_column(read):
    press = typeset.Press()
    metals = ("tin", "lead", "zinc", "silver", "gold", "indium", "gallium", "bismuth", "antimony", "copper")
    words = "".join(LONG.replace("felt", metal).replace("drop", f"{metal} melt") for metal in metals).strip()
    press.set(words)
    assert read(press).strip() == words


def test_a_table_in_one_column_is_read_by_rows(read):
    press = typeset.Press(columns=1)
    press.set(LONG * 2)
    for row in range(8):
        press.canvas.setFont("Times-Roman", 9)
        press.canvas.drawString(60, press.y, f"host {row}")
        press.canvas.drawString(300, press.y, f"{row}0.5 mV")
        press.gap(11)
    text = read(press)
    assert all(f"| host {row} | {row}0.5 mV |" in text for row in range(8))


def test_the_ticks_of_a_figure_are_no_text_and_its_caption_is(read):
    press = typeset.Press(columns=1)
    press.set(LONG)
    press.canvas.setFont("Times-Roman", 7)
    for step in range(5):
        press.canvas.drawString(60 + 60 * step, 90, f"{step}.5 V")
    press.canvas.drawString(30, 70, "Figure 1. Voltage of the cell.")
    text = read(press)
    assert "3.5 V" not in text
    assert text.endswith("\n\nFigure 1. Voltage of the cell.\n")


def test_headings_are_known_by_type_number_and_name(read):
    press = typeset.Press(columns=1)
    for heading in ("Abstract", "1. Felt and paper", "1.1. Felt"):
        press.set(heading, bold=True, indent=0)
    press.set(LONG + "It was told before in the part on the")
    press.set("methods.", indent=0)
    press.set("Acknowledgments", indent=0)
    press.set(LONG)
    blocks = read(press).strip().split("\n\n")
    assert [words for words in blocks if words.startswith("#")] == [
        "## Abstract", "## 1. Felt and paper", "## 1.1. Felt", "## Acknowledgments"
    ]  # fmt: skip
    assert "in the part on the methods." in blocks[3]


def test_lines_drawn_across_the_columns_are_still_read_by_column(read):
    press = typeset.Press()
    left = [f"left line {number} of the dense old column" for number in range(10)]
    right = [f"right line {number} of the dense new column" for number in range(10)]
    press.canvas.setFont("Times-Roman", 10)
    for row, pair in enumerate(zip(left, right, strict=True)):
        press.canvas.drawString(30, 190 - 12 * row, pair[0])
        press.canvas.drawString(218, 190 - 12 * row, pair[1])
    text = read(press)
    assert text.index("left line 9") < text.index("right line 0")


def test_scripts_drawn_after_their_line_are_put_where_they_stand(read):
    press = typeset.Press(columns=1)
    canvas, line = press.canvas, "The film of Na   Sn  carried 3 mA cm    in the cell at rest."
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(30, 150, line)
    for before, rise, words in (("Na", -2, "15"), ("Sn", -2, "4"), ("cm", 4, "-2")):
        x = 30.3 + stringWidth(line.partition(before)[0] + before, "Times-Roman", 10)
        canvas.setFont("Times-Roman", 6.5)
        canvas.drawString(x, 150 + rise, words)
    assert "Na_{15} Sn_{4} carried 3 mA cm^{-2} in the cell" in read(press).replace("Na_{15}Sn", "Na_{15} Sn")


def test_text_turned_in_the_margin_is_left_out(read):
    press = typeset.Press(columns=1)
    press.set(LONG)
    press.canvas.rotate(90)
    press.canvas.drawString(20, -15, "Downloaded for 99 V")
    assert "99" not in read(press)


def test_a_hyphen_that_belongs_to_the_word_stays(read):
    press = typeset.Press(columns=1)
    press.canvas.setFont("Times-Roman", 10)
    lines = (
        "A solid-state cell beats a liquid one in the long run, and a solid-",
        "state cell with an improve-",
        "ment in its wetting wins.",
    )
    for row, words in enumerate(lines):
        press.canvas.drawString(30, 150 - 12 * row, words)
    assert "and a solid-state cell with an improvement in its wetting wins." in read(press)
