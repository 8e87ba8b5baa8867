"""The graph in the formats of others: RDF, tables, references, descriptions and nanopublications, the same bytes for the same graph."""

from sodiokg.export.formats import FORMATS, exported

__all__ = ["FORMATS", "exported"]
