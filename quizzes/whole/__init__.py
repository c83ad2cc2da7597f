"""The document seen whole: its dates, its figures, its terms, all read from its facts."""
