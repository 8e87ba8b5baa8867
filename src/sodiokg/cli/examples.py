"""What the help shows beside the grammar: examples of every command, and the exit codes."""

from __future__ import annotations

from typing import Final

__all__ = ["EPILOG", "EXAMPLES"]

EXAMPLES: Final = {
    "extract": (
        "extract paper.md                        the records, one JSON object a line",
        "extract paper.md -f csv -o records.csv  the same for a spreadsheet",
        "extract papers/*.pdf -o records.jsonl   many texts, several at a time; what cannot be read is told",
        "extract -                               read the text from a pipe",
    ),
    "annotate": (
        "annotate paper.md -o paper.html  a page that shows what was read where",
        "annotate -                       the page of a text from a pipe, on stdout",
    ),
    "evaluate": (
        "evaluate gold.jsonl paper.md                     recall and precision, and the first disagreements",
        "evaluate gold.jsonl texts/ --kind claim -f json  the claims alone, with all disagreements",
    ),
    "build": (
        "build                      the graph of the texts that ship",
        "build --check              is the graph what its sources give?",
        "build paper.md -o my.trig  a graph of your own texts alone",
    ),
    "add": (
        "add paper.md                     put a text beside the graph that ships",
        "add --replace paper.md           put its new version in its place",
        "add paper.md --graph group.trig  into a graph that you name",
    ),
    "validate": (
        "validate                     what ships and your own texts",
        "validate --graph group.trig  what ships and a graph that you name",
        "validate -f json             the findings for a program",
    ),
    "query": (
        "query                                   list the questions",
        "query 0 substrate=base                  one by number, with a parameter",
        "query contact-angle -f csv -o wet.csv   one by a part of its name, for a spreadsheet",
        "query --file mine.rq --timeout 10       SPARQL of your own",
    ),
    "transfer": (
        "transfer --from base --to nasicon       shown there and not here, by which mechanism, and does it hold here",
        "transfer --from base --to nasicon -f csv -o transfer.csv  one row for each precondition",
        "transfer --matrix --plot matrix.svg     strategies by substrate, in words and as a picture",
    ),
    "show": (
        "show Na15Sn4                a material: what it is and all that is said of it, with quotes",
        "show contact angle --all    a quantity, nothing cut",
        "show 29 -f json             a study by its reference number, for a program",
        "show ne-2019-62-718         a study by its key",
    ),
    "completion": (
        "completion bash > ~/.local/share/bash-completion/completions/sodiokg   for bash, from the next shell on",
        "completion zsh > ~/.sodiokg.zsh                                        for zsh: source it in ~/.zshrc",
        "completion fish > ~/.config/fish/completions/sodiokg.fish              for fish",
    ),
    "search": (
        "search sodiophilic layer          names first, then definitions, then quotes",
        "search felt --kind study -f csv   only the studies, for a spreadsheet",
    ),
    "compare": (
        "compare                                              all that is measured in cells, group by group",
        "compare cycling_time overpotential --on nasicon      two quantities on one class of substrates",
        "compare cycling_time --by cell,temperature -f latex  groups by other facets, for a paper",
        "compare cycling_time --plot life.svg --x areal_capacity  the lives as a picture",
    ),
    "export": (
        "export --to nquads -o graph.nq    the whole graph, one statement a line",
        "export --to bibtex                the studies, for LaTeX",
        "export --to csv -o tables.zip     tables with Frictionless metadata",
        "export --to nanopub -o np.trig    one nanopublication for each claim",
    ),
    "link": (
        "link --report               the share of elements, phases, hosts ... that is linked; --unlinked says why others are not",
        "link --phases               the phases that texts claim beside those that are known, system by system",
        "link --to optimade,pubchem --summary  look up all that texts name, and count what came of it",
        "link --to crossref paper.md --propose -f tsv -o aliases.tsv  its DOIs as rows that join studies, once reviewed",
    ),
    "audit": (
        "audit paper.docx                               what to mend before submission",
        "audit paper.md --select citations --fail-on warning  one family of rules, as a check in CI",
        "audit one.md two.md --against known -f html -o audit.html  also gaps and contradictions, and what is confirmed or new",
        "audit --explain CIT03                          why a rule is, and its query",
    ),
    "why": (
        "why 29                                  what is said of study [29] or follows for it, with proofs",
        "why Na15Sn4 --mechanism alloying        one mechanism, where this substance takes part",
        "why 53 --property has_participant       why a property leads to what it does, from here any property that follows",
        "why 29 --mechanism molten_sodiophilic_observation -f svg -o proof.svg  a proof as a picture, for a talk",
    ),
    "why-not": (
        "why-not 29 --mechanism alloying         what is missing before it would follow",
        "why-not Sn --mechanism conversion_reaction --on base  on one substrate, where Sn takes part",
    ),
    "reason": (
        "reason                            how much follows, and what cannot be true",
        "reason --save inferred.trig       what follows, as a graph of its own",
        "reason --ontology mine.ttl        which axioms of an ontology no rule covers",
    ),
    "ontology": (
        "ontology                               how many terms of which kind it has",
        "ontology check                         is the ontology that ships sound?",
        "ontology diff                          what changed since the last version, and what breaks",
        "ontology reference -o reference.html   every term with its axioms, and pictures",
    ),
    "ontology check": (
        "ontology check                     the ontology that ships, with the reasoner where it is installed",
        "ontology check mine.ttl -f json    an ontology of your own, for a program",
        "ontology check --without-reasoner  without asking whether it is consistent",
    ),
    "ontology diff": (
        "ontology diff                      from the last version to what ships",
        "ontology diff 0.1.0 mine.ttl       from a version to a file of your own",
        "ontology diff -f json              for a program",
    ),
    "ontology export": (
        "ontology export -f rdfxml -o sod.owl  core and DL module as RDF/XML",
        "ontology export --module core         the core alone, as Turtle",
    ),
    "ontology reference": (
        "ontology reference -o reference.html  one file that needs no network and no script",
        "ontology reference                    the same on stdout",
    ),
}
EPILOG: Final = """\
examples:
  sodiokg query                              list the questions
  sodiokg query 0                            what made sodium wet NZSP, by which mechanism, with what numbers, who says so
  sodiokg query 0 substrate=base             the same of beta''-alumina
  sodiokg query contact-angle --format csv   a question by a part of its name, for a spreadsheet
  sodiokg query --file mine.rq               SPARQL of your own; --file - reads it from a pipe
  sodiokg show Na15Sn4                       all that is known of a material, mechanism, study ..., with quotes
  sodiokg search sodiophilic layer           what has these words, and the key to show it by
  sodiokg compare cycling_time               studies by quantities, grouped by what makes them comparable
  sodiokg transfer --from base --to nasicon  strategies shown on one substrate and not found on another
  sodiokg why 29                             why something is so, down to axioms and quoted sentences
  sodiokg why-not 29 --mechanism alloying    what is missing before a mechanism would follow
  sodiokg reason                             how much follows from the graph, and what cannot be true
  sodiokg extract paper.md                   the numbers, claims and statements of a text, one JSON object a line
  sodiokg annotate paper.md -o paper.html    the text with all that was read from it, for a browser
  sodiokg evaluate gold.jsonl paper.md       how well the reading agrees with gold, and where it does not
  sodiokg add paper.md                       put a text of your own beside the graph that ships
  sodiokg build --check                      is the graph what its sources give?
  sodiokg validate                           hold the graph to its shapes
  sodiokg audit paper.docx                   what a meticulous reader would object to in a manuscript
  sodiokg ontology check                     find what is wrong with the ontology, or with one of your own

exit codes:
  0 done                        6 an endpoint or service does not answer
  1 other failure               7 a graph is missing or damaged, or differs from its sources (build --check)
  2 no such name or option      8 a file cannot be written
  3 unreadable source           9 an optional package is missing
  4 damaged ontology or query  10 validation, reasoning or an audit found something
  5 SPARQL that does not run   70 a bug in sodiokg
  130 interrupted, 141 the reader of the output went away
  extract of several texts: the code of the first that could not be read; the others are printed all the same
"""
