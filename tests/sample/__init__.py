"""Makes the sample that ships with the program: invented people, drawn portraits, a real list."""
