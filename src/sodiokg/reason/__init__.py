"""Reason over the ontology and the facts."""
