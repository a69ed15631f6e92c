"""Topic in; a deck, a leaflet or a page out, with everything a writer needs inside it."""
