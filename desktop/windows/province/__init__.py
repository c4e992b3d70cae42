"""The windows of a desk: what offices hand over, brought together and sent back down."""
