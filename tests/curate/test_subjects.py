"""Whom a proposed claim is about: the value that is asked for, and the subject it must have."""

from __future__ import annotations

import pytest

from factcheck.curate.extract.propose import propose

LAUNCHED = "县商务局发起“青禾计划”，面向全县招收学员。截至2023年12月，已覆盖12个乡镇。"
CASES = [
    (LAUNCHED, "12个", "青禾计划"),
    (
        "县商务局携手省农业大学举办“谁都无法‘代替’你”带货活动，130分钟的直播卖出61万元。",
        "130分钟",
        "谁都无法‘代替’你",
    ),
    (
        "青河县网友王小梅开了网店。农村地区用户最爱买的商品分别是书包、台灯等。",
        ("书包", "台灯"),
        "农村地区用户",
    ),
    ("网店平台用户“七仙女”仅在2018年便卖了4万元的服饰。", "4万元", "七仙女"),
    ("受大风影响，铁路部门停运列车158列。", "158列", "铁路部门"),
    (
        "曾经的北漂青年林秋禾回到家乡。单场直播卖出上万斤苹果的平岗县驻村第一书记周明渊也来了。",
        "上万斤",
        "周明渊",
    ),
    ("许明，从事农技推广工作15年。", "15年", "许明"),
    ("大风昨夜抵达东屏省。全省转移群众21.6万人。", "21.6万人", "东屏省"),
    ("台风“松雀”登陆青澳市\n登陆时最大风力13级。", "13级", "松雀"),
    ("固阳遗址出土青铜器114件\n墓地共出土文物2360件。", "2360件", "固阳遗址"),
    ("晨曜科技营收增长两成\n公司研发投入9.6亿元。", "9.6亿元", "晨曜科技"),
    ("东陵大学教授贺知秋的论文发表在《先进膜科学》上。膜的厚度是45纳米。", "45纳米", "贺知秋"),
]


@pytest.mark.parametrize(("article", "value", "subject"), CASES)
def test_subject(article: str, value: str | tuple[str, ...], subject: str) -> None:
    _, proposals = propose(article if "\n" in article else f"本周要闻\n{article}")
    assert [one.subject for one in proposals if one.value == value] == [subject]
