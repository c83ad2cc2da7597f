"""Figures, never a verdict: `make bench` prints them."""
