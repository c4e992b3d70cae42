"""A PDF of ours read back and held against Nghị định 30/2020, clause by clause."""
