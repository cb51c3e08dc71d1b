"""The language server: findings as diagnostics, claims on hover, right values as quick fixes."""
