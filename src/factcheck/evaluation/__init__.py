"""Measure the checker on labelled drafts."""
