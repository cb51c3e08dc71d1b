"""Making and mending claims files: lint, extract, import and export, coverage."""
