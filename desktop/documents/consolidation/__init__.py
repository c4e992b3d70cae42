"""What a desk consolidated, as papers, as a workbook, and as data for other programs."""
