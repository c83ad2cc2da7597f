"""Figures of reports: what they measure, whose they are, when they held, how they are asked."""
