"""All that the offices handed over, held side by side: pure, and the same whatever came first."""
