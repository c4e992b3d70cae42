"""The sections of a conference and the wizard that walks through them."""
