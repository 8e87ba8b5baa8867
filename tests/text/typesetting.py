"""Set one passage in every format that sodiokg reads: the same words, numbers, scripts, citations and reference list."""

from __future__ import annotations

import html
import io
import re
import zipfile

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

TITLE = "Tin and carbon on sodium conductors"
SECTIONS = [
    (
        "1. Introduction",
        [
            "Molten sodium stays on ceramic conductors as drops, and the poor contact raises the interfacial resistance of cells. "
            "Miller et al. coated Na_{3}Zr_{2}Si_{2}PO_{12} (NZSP) with a layer of Sn, and the contact angle of molten Na on NZSP "
            "fell from 120.5° to 65.5° at 250 °C.[1] The layer turned into Na_{15}Sn_{4}, and the symmetric cell was cycled for "
            "500 h at 0.5 mA cm^{-2}.[1] A carbon paper modified with SnO_{2} took up the melt within 5 s, and the half cell "
            "reached a coulombic efficiency of 99.4% at 2 mA cm^{-2} and 1.5 mAh cm^{-2}.[2,3]",
            "Bismuth on NZSP lowered the interfacial resistance from 410 Ω cm^{2} to 35 Ω cm^{2} at 60 °C, which was explained by "
            "the alloy Na_{3}Bi.[4] The ionic conductivity of the pellet was 1.2 mS cm^{-1} at 25 °C.[4]",
        ],
    ),
    (
        "2. Outlook",
        [
            "Oxide layers deserve a closer look, because their improvement of the wetting is not understood. In one report, "
            "a critical current density of 1.5 mA cm^{-2} was measured on NZSP with a layer of TiO_{2} at 80 °C.[5]",
        ],
    ),
]
REFERENCES = [
    "Miller, A.; Smith, B. Tin on pellets. J. Kilns 2021, 3, 45-50.",
    "Baker, C.; Jones, D. Carbon papers that drink sodium. Adv. Looms 2020, 12, 1903.",
    "Cook, E. Oxides on fibres. Fibre Lett. 2019, 7, 88-93.",
    "Turner, F.; Wright, G. Bismuth at the interface. J. Kilns 2022, 4, 12-19.",
    "Archer, H. Titania layers. Oxide Commun. 2018, 1, 5-9.",
]
_MARK = re.compile(r"(_\{[^{}]*\}|\^\{[^{}]*\}|\[\d[\d,–-]*\])")


def pieces(words):
    """Yield the pieces of a paragraph with their kind: sub, sup, cite or none."""
    for piece in _MARK.split(words):
        if piece:
            kind = {"_": "sub", "^": "sup", "[": "cite"}.get(piece[0], "") if _MARK.fullmatch(piece) else ""
            yield kind, piece.strip("_^{}[]") if kind else piece


def blocks():
    yield "title", TITLE
    for heading, paragraphs in SECTIONS:
        yield "heading", heading
        for words in paragraphs:
            yield "paragraph", words
    yield "heading", "References"
    for entry in REFERENCES:
        yield "entry", entry


def markdown():
    number = iter(range(1, 100))
    forms = {"title": "# {}", "heading": "## {}", "paragraph": "{}"}
    lines = [forms[kind].format(words) if kind in forms else f"[{next(number)}] {words}" for kind, words in blocks()]
    return ("\n\n".join(lines) + "\n").encode()


def page(words_in=None):
    """Return an HTML page with what publishers put around an article."""

    def inline(words):
        out = ""
        for kind, piece in pieces(words):
            links = (
                ",".join(f'<a href="#ref{number}" id="b{number}">{number}</a>' for number in piece.split(","))
                if kind == "cite"
                else ""
            )
            marked = {
                "sub": f"<sub>{piece}</sub>",
                "sup": f"<sup>{piece.replace('-', '&minus;')}</sup>",
                "cite": f"<sup>{links}</sup>",
            }
            out += marked.get(kind, html.escape(piece).replace("°", "&deg;").replace("Ω", "&#937;"))
        return out

    entries = "".join(f'<li id="ref{number}">{html.escape(entry)}</li>' for number, entry in enumerate(REFERENCES, 1))
    body = "".join(
        f"<section><h2>{heading}</h2>{''.join(f'<p>{inline(words)}</p>' for words in paragraphs)}</section>"
        for heading, paragraphs in SECTIONS
    )
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Journal</title><style>p {color: red}</style></head><body>"
        "<nav><ul><li>Home</li><li>99 V of offers</li></ul></nav><script>var angle = '12.5°';</script>"
        f"<article><h1>{TITLE}</h1>{words_in or ''}{body}<h2>References</h2><ol>{entries}</ol></article>"
        "<footer>Cookies for 30 mA cm<sup>-2</sup></footer></body></html>"
    ).encode()


def jats():
    def inline(words):
        out = ""
        for kind, piece in pieces(words):
            marks = (
                ",".join(f'<xref ref-type="bibr" rid="R{number}">{number}</xref>' for number in piece.split(","))
                if kind == "cite"
                else ""
            )
            marked = {"sub": f"<sub>{piece}</sub>", "sup": f"<sup>{piece.replace('-', '−')}</sup>", "cite": f"<sup>{marks}</sup>"}
            out += marked.get(kind, html.escape(piece))
        return out

    sections = ""
    for heading, paragraphs in SECTIONS:
        label, _, title = heading.partition(". ")
        body = "".join(f"<p>{inline(words)}</p>" for words in paragraphs)
        sections += f"<sec><label>{label}</label><title>{title}</title>{body}</sec>"
    refs = "".join(
        f'<ref id="R{number}"><label>{number}</label><mixed-citation>{html.escape(entry)}</mixed-citation></ref>'
        for number, entry in enumerate(REFERENCES, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-archivearticle1.dtd">'
        f"<article><front><article-meta><title-group><article-title>{TITLE}</article-title></title-group></article-meta></front>"
        f"<body>{sections}</body><back><ref-list><title>References</title>{refs}</ref-list></back></article>"
    ).encode()


def tex():
    commands = {
        "0.5 mA cm^{-2}": r"\qty{0.5}{\milli\ampere\per\square\centi\metre}",
        "2 mA cm^{-2}": r"\SI{2}{mA.cm^{-2}}",
        "1.2 mS cm^{-1}": r"\SI[per-mode=power]{1.2}{\milli\siemens\per\centi\meter}",
        "410 Ω cm^{2}": r"\qty{410}{\ohm\square\centi\metre}",
        "35 Ω cm^{2}": r"$35~\Omega\,\mathrm{cm}^{2}$",
        "250 °C": r"\qty{250}{\celsius}",
        "120.5°": r"\ang{120.5}",
        "65.5°": r"$65.5^\circ$",
        "99.4%": r"99.4\%",
        "Na_{3}Zr_{2}Si_{2}PO_{12}": r"\ce{Na3Zr2Si2PO12}",
        "Na_{15}Sn_{4}": r"\NaSn{}",
        "SnO_{2}": r"$\text{SnO}_2$",
    }

    def inline(words):
        words = re.sub(r"\.\[([\d,]+)\]", lambda found: rf"~\cite{{{','.join('r' + n for n in found[1].split(','))}}}.", words)
        for plain, command in commands.items():
            words = words.replace(plain, command)
        words = (
            re.sub(r"_\{(\w+)\}", r"\\textsubscript{\1}", words)
            if "\\SI[" not in words
            else re.sub(r"(?<=Na|Bi)_\{(\d)\}", r"$_\1$", words)
        )
        return re.sub(r"(?<=cm)\^\{(-?\d)\}(?![^$]*\$)", r"\\textsuperscript{\1}", words) if "\\SI{" not in words else words

    body = ""
    for heading, paragraphs in SECTIONS:
        body += f"\\section{{{heading.partition('. ')[2]}}} % a comment\n" + "\n\n".join(map(inline, paragraphs)) + "\n\n"
    items = "\n".join(f"\\bibitem{{r{number}}} {entry}" for number, entry in enumerate(REFERENCES, 1))
    return (
        "\\documentclass{article}\n\\usepackage{siunitx,mhchem}\n\\newcommand{\\NaSn}{\\ce{Na15Sn4}}\n"
        f"\\title{{{TITLE}}}\n\\begin{{document}}\n\\maketitle\n{body}\\begin{{thebibliography}}{{9}}\n{items}\n"
        "\\end{thebibliography}\n\\end{document}\n"
    ).encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(document=None, **others):
    """Return a Word document: the passage, or the given body; `others` are further parts by name."""

    def run(words, kind=""):
        mark = {"sub": "subscript", "sup": "superscript", "cite": "superscript"}.get(kind)
        settings = f'<w:rPr><w:vertAlign w:val="{mark}"/></w:rPr>' if mark else ""
        return f'<w:r>{settings}<w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'

    styles = {"title": '<w:pStyle w:val="Titel"/>', "heading": '<w:pStyle w:val="H1"/>', "paragraph": "",
              "entry": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'}  # fmt: skip
    body = document or "".join(
        f"<w:p><w:pPr>{styles[kind]}</w:pPr>{''.join(run(piece, mark) for mark, piece in pieces(words))}</w:p>"
        for kind, words in blocks()
    )
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "styles": '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>',
        "numbering": '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>',
        **others,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {W}>{inner}</w:{name}>')
    return file.getvalue()


class Press:
    """Set paragraphs in justified columns with hyphens, scripts, running heads and page numbers."""

    def __init__(self, columns=2, encrypt=None, size=(420, 250), head=""):
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=size, invariant=True, encrypt=encrypt)
        self.head = head
        self.page_width, self.page_height = size
        self.columns, self.column, self.number = columns, 0, 0
        self.width = (self.page_width - 60 - 16 * (columns - 1)) / columns
        self.top = self.page_height - 50
        self._new_page()

    def _new_page(self):
        if self.number:
            self.canvas.showPage()
        self.number += 1
        self.canvas.setFont("Times-Italic", 7)
        self.canvas.drawString(30, self.page_height - 28, self.head)
        self.canvas.drawCentredString(self.page_width / 2, 20, str(self.number + 100))
        self.column, self.y = 0, self.top

    def _advance(self, leading):
        self.y -= leading
        if self.y < 45:
            self.column, self.y = self.column + 1, self.top
            if self.column == self.columns:
                self.top = self.page_height - 50
                self._new_page()

    def wide(self, words, size=15):
        """Set a line across all columns."""
        self.canvas.setFont("Times-Bold", size)
        self.canvas.drawString(30, self.y, words)
        self.y -= 2 * size
        self.top = self.y

    def set(self, words, size=9, bold=False, indent=9, hang=0):
        """Set a paragraph in the running column."""
        line, width = [], indent
        for atoms in _words(words, "Times-Bold" if bold else "Times-Roman", size):
            atoms, need = list(atoms), sum(atom[3] for atom in atoms)
            if width + need > self.width:
                head, tail = _hyphened(atoms, self.width - width, size)
                line += [head] if head else []
                self._draw(line, size, indent, justified=True)
                line, width, indent, atoms = [], hang, hang, tail
                need = sum(atom[3] for atom in atoms)
            line.append(atoms)
            width += need + 0.25 * size
        self._draw(line, size, indent, justified=False)

    def gap(self, points):
        self.y -= points

    def _draw(self, line, size, indent, justified):
        x = 30 + self.column * (self.width + 16) + indent
        natural = sum(atom[3] for atoms in line for atom in atoms)
        free = self.width - indent - natural
        blank = free / max(1, len(line) - 1) if justified else 0.25 * size
        for atoms in line:
            for words, font, rise, width, type_size in atoms:
                self.canvas.setFont(font, type_size)
                self.canvas.drawString(x, self.y + rise, words)
                x += width
            x += blank
        self._advance(1.2 * size)

    def data(self):
        self.canvas.save()
        return self.file.getvalue()


def _atom(words, font, size, kind=""):
    rise, scale = {"sub": (-0.2 * size, 0.7), "sup": (0.35 * size, 0.7), "cite": (0.35 * size, 0.7)}.get(kind, (0, 1))
    if words == "Ω":
        font = "Symbol"
    return (words, font, rise, stringWidth(words, font, size * scale), size * scale)


def _words(text, font, size):
    """Yield the words of a paragraph, each a list of atoms (words, font, rise, width, type size)."""
    word = []
    for kind, piece in pieces(text):
        for part in re.split(r"( |Ω)", piece):
            if part == " ":
                yield word
                word = []
            elif part:
                word.append(_atom(part, font, size, kind))
    yield word


def _hyphened(atoms, room, size):
    """Split a long word of small letters where it fills the line."""
    words, font = atoms[0][:2]
    letters = re.match(r"[a-z]{6,}", words)
    for cut in range(len(letters.group()) - 3 if letters else 0, 2, -1):
        head = _atom(words[:cut] + "-", font, size)
        if head[3] <= room:
            return [head], [_atom(words[cut:], font, size), *atoms[1:]]
    return None, atoms


def pdf(columns=2, encrypt=None):
    press = Press(columns, encrypt, head="A. Miller et al. / Journal of Kilns 30 (2024) 250 °C")
    for kind, words in blocks():
        if kind == "title":
            press.wide(words)
        elif kind == "heading":
            press.gap(5)
            press.set(words, size=10.5, bold=True, indent=0)
            press.gap(2)
        elif kind == "paragraph":
            press.set(words)
        else:
            press.set(f"({REFERENCES.index(words) + 1}) {words}", size=8, indent=0, hang=10)
    return press.data()
