"""Links with databases beyond the graph: what is linked and what not, and lookups in services when a person asks for them."""
