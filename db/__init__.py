"""The office's store: one local SQLite file. Knows nothing of the application above it."""
