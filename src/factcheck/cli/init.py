"""``factcheck init``: a folder to begin in: commented claims, configuration, a draft, a CI snippet."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.atomic import WriteError, write_text
from factcheck.cli.status import ExitStatus, UserError
from factcheck.faults import why

if TYPE_CHECKING:
    from factcheck.cli.environment import Environment

_FILES = ("factcheck.toml", "claims/claims.toml", "drafts/draft.txt", "factcheck-ci.yml")
_SCHEMA = "claims/schema.json"  # beside the claims, where their first line names it


def run(environment: Environment, folder: str) -> int:
    """Fill ``folder``; nothing is written where any of the files is there already."""
    home = Path(folder)
    there = [name for name in (*_FILES, _SCHEMA) if (home / name).exists()]
    if there:
        names = "、".join(str(home / name) for name in there)
        raise UserError(f"已有 {names}，不覆盖；请换一个文件夹")
    for name in (*_FILES, _SCHEMA):
        target = home / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(f"{target.parent}：建不了文件夹（{why(error)}），请检查路径和权限") from None
        write_text(target, _text(name))
    environment.say(f"已建好 {home}：{'、'.join((*_FILES, _SCHEMA))}")
    environment.say(f"接着：cd {home}，factcheck lint，factcheck verify drafts")
    return ExitStatus.OK


def schema() -> str:
    """The JSON Schema of claims files."""
    return (files("factcheck.claims") / "schema.json").read_text(encoding="utf-8")


def _text(name: str) -> str:
    if name == _SCHEMA:
        return schema()
    return (
        files("factcheck.curate").joinpath("template", *PurePosixPath(name).parts).read_text(encoding="utf-8")
    )
