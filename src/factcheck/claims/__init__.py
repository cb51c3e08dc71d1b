"""The claim bank: what the sources say. Knows nothing of drafts."""
