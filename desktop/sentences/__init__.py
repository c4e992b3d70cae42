"""Sentences for people, made at show time: what happened, what is safe, what to do."""
