"""Forms for rule packs, made from the shapes of the format."""
