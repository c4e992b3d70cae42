"""Qt models over the store and the draft of a conference."""
