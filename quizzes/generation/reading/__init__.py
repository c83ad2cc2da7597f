"""A document read for its facts: words, figures, clauses, and what the whole says about itself."""
