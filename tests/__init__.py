"""Tests mirror the source and read as sentences."""
