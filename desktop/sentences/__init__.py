"""Sentences for people, made at show time: what happened, what is safe, what to do."""

from desktop.sentences.deadlines import deadline_sentence
from desktop.sentences.exports import drawing_failure_sentence, saving_failure_sentence
from desktop.sentences.field_names import field_name
from desktop.sentences.findings import finding_sentence
from desktop.sentences.imports import import_problem_sentence, left_out_sentence
from desktop.sentences.jobs import job_sentence
from desktop.sentences.papers import problem_sentence
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence, write_failure_sentence

__all__ = [
    "deadline_sentence",
    "drawing_failure_sentence",
    "field_name",
    "finding_sentence",
    "import_problem_sentence",
    "job_sentence",
    "left_out_sentence",
    "problem_sentence",
    "refusal_sentence",
    "saving_failure_sentence",
    "store_sentence",
    "write_failure_sentence",
]
