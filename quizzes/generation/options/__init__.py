"""Wrong options: of the kind of the key, from the document first, and certainly wrong."""
