"""From findings back into the draft: what to write instead, a diff, a changed file, a commented Word copy."""
