"""Findings → text, JSON, …: one module per format, each a ``write(run, out)``."""
