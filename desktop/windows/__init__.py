"""The windows: home, conference, office."""
