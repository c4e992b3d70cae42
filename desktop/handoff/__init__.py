"""Bundles for the stick: sealed, signed, read back; keys; receipts; the desk of the province."""
