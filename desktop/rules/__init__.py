"""Pure: the province's plan as data, and what it says of a conference."""
