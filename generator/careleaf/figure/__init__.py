"""Numbers, text and picture files in; drawings out. Pure functions: nothing is read from disk."""
