"""Badges: layout as data, fitting, code, sheet imposition, drawing."""
