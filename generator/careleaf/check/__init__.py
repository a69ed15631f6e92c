"""A topic and its library in; problems out."""
