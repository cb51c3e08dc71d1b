"""The command line: thin. Everything a command does is done elsewhere."""

from factcheck.cli.main import ExitStatus, main

__all__ = ["ExitStatus", "main"]
