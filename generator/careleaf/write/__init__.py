"""Composed pieces in, bytes out: one package a format, imported on first use."""
