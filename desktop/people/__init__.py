"""Pure: names, sort and search keys, list files and their columns."""
