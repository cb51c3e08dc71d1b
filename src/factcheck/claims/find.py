"""Which claims are in force: those asked for, else ``./claims``, else the pack that ships with factcheck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.claims.model import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGE = Path(__file__).resolve().parents[1]


def claims_paths(asked: Sequence[str | Path], here: Path) -> list[Path]:
    """The claims files and folders to load; what is ``asked`` for wins over what lies ``here``."""
    if asked:
        return [Path(path) for path in asked]
    local = here / "claims"
    if local.is_dir() and any(local.rglob("*.toml")):
        return [Path("claims") if here == Path.cwd() else local]
    return [bundled()]


def bundled() -> Path:
    """The claims that come with the program: in the wheel, or beside the sources in a checkout."""
    for folder in (_PACKAGE / "pack", _PACKAGE.parents[1] / "claims"):
        if folder.is_dir():
            return folder
    raise ClaimsError(_PACKAGE / "pack", "安装里没有随带的事实库，请用 --claims 指明事实文件")
