"""Source files in; a topic, a library and the mistakes in them out."""
