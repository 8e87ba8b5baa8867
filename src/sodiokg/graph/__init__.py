"""Turn records into a graph, keep it in a store, validate it."""
