"""The DOCX writer: the blocks of an official paper as Word keeps them, to be edited by offices."""
