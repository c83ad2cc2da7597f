"""A clause said so that it stands alone: with its subject, its place, its time."""
