"""Findings → those still to be told: what the newsroom has excused, accepted before or not asked about."""
