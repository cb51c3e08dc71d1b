"""The command line: thin. Everything a command does is done elsewhere."""

from factcheck.cli.main import main
from factcheck.cli.status import ExitStatus

__all__ = ["ExitStatus", "main"]
