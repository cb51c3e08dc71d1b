"""``factcheck config``: what is in force without options, and where each setting comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.find import bundled, claims_paths
from factcheck.cli.output import plan
from factcheck.cli.status import ExitStatus
from factcheck.config import load_config
from factcheck.report.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.cli.environment import Environment
    from factcheck.config import Config

DEFAULT = "默认"


def run(environment: Environment) -> int:
    """Write a line for each setting: key, value, origin."""
    config = load_config(environment.here)
    environment.stdout.write(f"配置文件：{one_line(config.path) or '没有'}\n")
    for key, value, origin in _settings(environment, config):
        environment.stdout.write(f"{key} = {one_line(value)}（{one_line(origin)}）\n")
    return ExitStatus.OK


def _settings(environment: Environment, config: Config) -> Iterator[tuple[str, str, str]]:
    def origin(key: str) -> str:
        return config.path if key in config.given else DEFAULT

    paths = claims_paths(config.claims, environment.here)
    local = "./claims" if paths != [bundled()] else "随带的事实库"
    yield "claims", "、".join(map(str, paths)), config.path if config.claims else local
    yield "fail-on", config.fail_on, origin("fail-on")
    target = plan((), None, config.format, environment.variables)[0]
    elsewhere = "GITHUB_ACTIONS" if target.format == "github" else DEFAULT
    yield "format", target.format, config.path if config.format else elsewhere
    yield "encoding", config.encoding or "自动判断", origin("encoding")
    yield "select", "、".join(config.select) or "全部理由", origin("select")
    yield "ignore", "、".join(config.ignore) or "无", origin("ignore")
    yield "baseline", config.baseline or "无", origin("baseline")
    yield "suppress", f"{len(config.suppress)} 条", origin("suppress")
