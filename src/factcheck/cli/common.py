"""What every command does first: settings and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.claims.find import claims_paths
from factcheck.claims.load import load_claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.model import ClaimBank
    from factcheck.cli.environment import Environment
    from factcheck.config import Config

Claims = Annotated[
    list[str] | None,
    typer.Option(
        "--claims", metavar="PATH", help="事实文件或文件夹，可重复。默认：配置、./claims、随带的事实库。"
    ),
]


def open_bank(environment: Environment, config: Config, asked: Sequence[str]) -> ClaimBank:
    """The claims in force: option, config, ``./claims``, bundled pack, in this order."""
    return load_claims(*claims_paths(asked or config.claims, environment.here))
