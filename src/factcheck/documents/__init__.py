"""Bytes → :class:`~factcheck.documents.model.Document`."""
