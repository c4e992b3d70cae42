"""Hoinghi: an offline program in which Vietnamese offices plan emulation conferences."""

__version__ = "0.1.0"
