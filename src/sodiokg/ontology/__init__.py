"""The ontology as a thing of its own: read, checked, compared with an older version, written in other formats and shown to people."""
