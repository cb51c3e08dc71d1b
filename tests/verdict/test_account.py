"""An explanation names the words behind each part, where they were inherited from, and who lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.check import check_document
from factcheck.claims.load import load_claims
from factcheck.documents.read import text_document
from factcheck.verdict.checker import Checker
from factcheck.verdict.explanation import Explanation, Part, Where

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.verdict.explanation import Row
    from factcheck.verdict.finding import Finding

CLAIMS = """format = 1
[[sources]]
id = "bulletin"
title = "公报"
published = 2024-02-29

[[claims]]
id = "grain"
statement = "2023年青河县粮食总产量为52.3万吨。"
source = "bulletin"
subject = ["青河县"]
property = ["粮食总产量"]
value = "52.3万吨"
period = "2023"

[[claims]]
id = "wheat"
statement = "2023年青河县小麦产量为20.1万吨。"
source = "bulletin"
subject = ["青河县"]
property = ["小麦产量"]
value = "20.1万吨"
period = "2023"

[[claims]]
id = "head"
statement = "青河县农业局局长是周小禾。"
source = "bulletin"
subject = ["青河县农业局"]
property = ["局长"]
value = "周小禾"
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    file: Path = tmp_path_factory.mktemp("claims") / "claims.toml"
    file.write_text(CLAIMS, encoding="utf-8")
    return Checker(load_claims(file))


def explained(checker: Checker, text: str, words: str) -> tuple[Finding, Explanation]:
    finding = next(found for found in checker.check(text, explained=True) if words in found.text)
    assert finding.explanation is not None
    return finding, finding.explanation


def rows(explanation: Explanation) -> dict[Part, Row]:
    return {row.part: row for row in explanation.rows}


def test_nothing_is_explained_unless_asked(checker: Checker) -> None:
    text = "2023年，青河县粮食总产量为53.2万吨。"
    asked = checker.check(text, explained=True)
    assert [found.explanation for found in checker.check(text)] == [None] * len(asked)


def test_the_parts_stand_side_by_side(checker: Checker) -> None:
    _, explanation = explained(checker, "2023年，青河县粮食总产量为53.2万吨。", "53.2万吨")
    told = rows(explanation)
    assert explanation.claim == "grain"
    assert {part: (row.draft, row.claim) for part, row in told.items()} == {
        Part.SUBJECT: ("青河县", "青河县"),
        Part.PROPERTY: ("粮食总产量", "粮食总产量"),
        Part.VALUE: ("53.2万吨", "52.3万吨"),
        Part.SCOPE: ("", ""),
        Part.PERIOD: ("2023年", "2023"),
    }
    assert (told[Part.SUBJECT].agreement, told[Part.VALUE].agreement) == (1.0, 0.0)
    assert (told[Part.SCOPE].agreement, told[Part.PERIOD].agreement) == (None, 1.0)


def test_another_year_does_not_agree(checker: Checker) -> None:
    _, explanation = explained(checker, "2019年，青河县粮食总产量为48.8万吨。", "48.8万吨")
    assert rows(explanation)[Part.PERIOD].agreement == 0.0


def test_what_is_inherited_is_told_with_its_place(checker: Checker) -> None:
    text = "青河县去年丰收。2023年，青河县粮食总产量为52.3万吨，其中小麦产量21.0万吨。"
    _, explanation = explained(checker, text, "21.0万吨")
    assert {(one.part, one.words, one.where) for one in explanation.inherited} >= {
        (Part.SUBJECT, "青河县", Where.SENTENCE),
        (Part.PERIOD, "2023年", Where.SENTENCE),
    }
    assert all(text[one.start : one.end] == one.words for one in explanation.inherited)


def test_a_heading_lends_its_subject(checker: Checker) -> None:
    _, explanation = explained(checker, "青河县农业\n2023年，粮食总产量为53.2万吨。", "53.2万吨")
    (one,) = [one for one in explanation.inherited if one.part is Part.SUBJECT]
    assert (one.words, one.where) == ("青河县", Where.HEADING)


def test_the_claims_that_lost_say_why(checker: Checker) -> None:
    _, explanation = explained(checker, "2023年，青河县粮食总产量为53.2万吨。", "53.2万吨")
    assert [loser.claim for loser in explanation.runners_up] == ["wheat"]
    assert explanation.runners_up[0].why


def test_a_term_has_its_parts_too(checker: Checker) -> None:
    finding, explanation = explained(checker, "青河县农业局局长是周小禾。", "周小禾")
    told = rows(explanation)
    assert finding.claim is not None
    assert explanation.claim == finding.claim.id == "head"
    assert (told[Part.VALUE].draft, told[Part.VALUE].claim) == ("周小禾", "周小禾")
    assert told[Part.VALUE].agreement == 1.0


def test_a_figure_that_nothing_covers_has_only_what_the_draft_says(checker: Checker) -> None:
    _, explanation = explained(checker, "红山机场新开了7条航线。", "7条")
    assert explanation.claim == ""
    assert {row.claim for row in explanation.rows} == {""}
    assert rows(explanation)[Part.VALUE].draft == "7条"


def test_places_are_those_of_the_file(checker: Checker) -> None:
    text = "# 青河县农业\n\n**2023年**，粮食总产量为**53.2**万吨。\n"
    (finding,) = check_document(checker, text_document("a.md", text, "markdown"), explained=True)
    assert finding.explanation is not None
    (subject,) = [one for one in finding.explanation.inherited if one.part is Part.SUBJECT]
    assert text[subject.start : subject.end] == "青河县"
