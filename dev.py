"""The task runner."""
