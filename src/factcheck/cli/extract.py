"""``factcheck extract``: an article into a draft of a claims file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.atomic import rewrite, write_text
from factcheck.cli.status import ExitStatus, UserError
from factcheck.curate.extract.draft import merged, new_file
from factcheck.curate.extract.propose import propose
from factcheck.curate.opened import open_files
from factcheck.curate.problem import Severity
from factcheck.documents.read import read

if TYPE_CHECKING:
    from factcheck.cli.environment import Environment
    from factcheck.curate.extract.draft import Merged
    from factcheck.curate.extract.masthead import Masthead
    from factcheck.curate.extract.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of the article; empty where the article is to say it."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


def run(environment: Environment, article: str, output: str | None, said: Said) -> int:
    """Extract ``article`` to ``output`` or standard output; a file that is there is added to."""
    document = read(article, environment.stdin)
    text = document.prose.text if document.prose else document.text
    published = _day(said.published)
    masthead, proposals = propose(text, published)
    masthead = _with(masthead, said, published)
    if not proposals:
        environment.say(f"{article}: 没有找到可以核查的说法")
    target = Path(output) if output else None
    if target is not None and target.is_dir():
        raise UserError(f"{target} 是文件夹，请写明文件名，如 {target / 'claims.toml'}")
    if target is not None and target.exists():
        result = _add(target, text, proposals)
        if result.added:
            rewrite(target, result.text)
    else:
        schema = "./schema.json" if target and (target.parent / "schema.json").is_file() else ""
        result = new_file(masthead, _source_id(masthead), proposals, schema)
        if target is None:
            environment.stdout.write(result.text)
        else:
            write_text(target, result.text)
    _tell(environment, output, result)
    return ExitStatus.OK


def _add(target: Path, article: str, proposals: list[Proposal]) -> Merged:
    opened = open_files([target])
    if fatal := [problem for problem in opened.problems if problem.severity is Severity.FATAL]:
        place = f"{fatal[0].path}:{fatal[0].line}"
        raise UserError(f"{place} 读不了，没有改动：{fatal[0].message}")
    file = opened.files[0]
    return merged(file.text, opened.bank.claims, file.contents.sources, article, proposals)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(f"--published：{text!r} 不是日期，写作 2020-10-17") from None


def _with(masthead: Masthead, said: Said, published: date | None) -> Masthead:
    given = {name for name in ("title", "publisher", "published", "url") if getattr(said, name)}
    return replace(
        masthead,
        title=said.title or masthead.title,
        publisher=said.publisher or masthead.publisher,
        published=published or masthead.published,
        url=said.url,
        doubts={key: doubt for key, doubt in masthead.doubts.items() if key not in given},
    )


def _source_id(masthead: Masthead) -> str:
    name = "".join(char for char in masthead.publisher if char.isalnum()) or "source"
    return f"{name}-{masthead.published.isoformat()}" if masthead.published else name


def _tell(environment: Environment, output: str | None, result: Merged) -> None:
    where = f"{output}：" if output else ""
    kept = f"，原有 {result.kept} 条没有动" if result.kept else ""
    environment.say(f"{where}新提取 {len(result.added)} 条{kept}")
    for entry in result.changed:
        environment.say(f"文章变了：{entry}")
    for name in result.vanished:
        environment.say(f"文章里找不到引文了：{name}")
