"""Printing: what is asked of a printer, and how it is handed over; no screen is needed."""
