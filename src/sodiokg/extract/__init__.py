"""Read records (measurements, claims, statements) from a document."""
