"""Conference in, bytes out: papers as blocks, written by ReportLab; no Qt, no SQL."""
