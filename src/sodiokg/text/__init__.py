"""Read a source into a document: plain text with exact offsets, sections, sentences, citations, references."""
