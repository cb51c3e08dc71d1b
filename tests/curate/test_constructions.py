"""What an article says in words and not in figures: the value that is asked for, its subject, its property."""

from __future__ import annotations

import pytest

from factcheck.curate.extract.propose import propose

CASES = [
    ("“青禾计划”让直播成为农民增收的“新引擎”，以及帮扶老人的“好帮手”。", "新引擎", "直播", "农民增收"),
    ("“青禾计划”让直播成为农民增收的“新引擎”，以及帮扶老人的“好帮手”。", "好帮手", "直播", "帮扶老人"),
    ("还有许多把海岛当做第二故乡的气象员。", "第二故乡", "气象员", "当做"),
    ("周明渊把一座废弃粮仓改造成乡村图书馆。", "乡村图书馆", "废弃粮仓", "改造成"),
    ("绿色出行对缓解中心城区拥堵有积极的推动作用。", "推动作用", "绿色出行", "缓解中心城区拥堵"),
    ("县商务局启动“青禾计划”，帮助农户拓宽销售渠道。", "拓宽销售渠道", "青禾计划", "帮助农户"),
    ("学设计的大学毕业生林秋禾和学建筑的丈夫一同回乡。", "设计", "林秋禾", "学的专业"),
    ("学设计的大学毕业生林秋禾和学建筑的丈夫一同回乡。", "建筑", "丈夫", "学的专业"),
    ("学设计的大学毕业生林秋禾和学建筑的丈夫一同回乡。", "丈夫", "林秋禾", "一同回乡"),
    ("许明，从事农技推广多年，通过直播连麦解决农户难题。", "直播连麦", "许明", "解决农户难题"),
    ("村支书周明渊把古老的刺绣文化传递到大山外。", "刺绣文化", "周明渊", "传递到大山外"),
    (
        "村支书周明渊积极探索用短视频实现乡村治理现代化的新路径。",
        "实现乡村治理现代化的新路径",
        "周明渊",
        "积极探索",
    ),
    ("农村地区用户最爱买的商品以护肤品为主。", "护肤品", "农村地区用户", "最爱买的商品"),
    ("纪录片《听雪》上周播出，导演为周明渊。周明渊说，雪很大。", "周明渊", "听雪", "导演"),
    (
        "东陵大学新闻与传播学院、西川研究院联合发布《出行年报》。",
        ("东陵大学新闻与传播学院", "西川研究院"),
        "出行年报",
        "联合发布方",
    ),
]
NOISE = [
    ("平均每分钟的播放量超29亿次。", "播放量"),  # what is counted
    ("县商务局启动“青禾计划”，帮助农户拓宽销售渠道。", "农户"),  # who is helped does the rest
    ("许多人相信“努力有用”。", "努力有用"),  # scare quotes
    ("今年汛期，许明回到家乡。", "今年"),
    ("许明与家乡保持联系。", ("许明", "家乡")),
]
PERIODS = [
    ("1月5日电 今年汛期，县里推出“青禾计划”。\n“青禾计划”走进12个乡镇。", "12个", "2024"),
    ("1月5日电 2023年早春，许明用手机记录雾凇，涨粉5000名。", "5000名", "2023"),
    ("9月5日电 今年，县里推出“青禾计划”。截至8月底，培训农户900人。", "900人", "../2024-08"),
    ("1月5日电 2023年，“青禾计划”走进12个乡镇。\n许明养羊30只。", "30只", ""),
]


def read(article: str) -> dict[str | tuple[str, ...], tuple[str, str, tuple[str, ...]]]:
    _, proposals = propose(
        f"本周要闻\n东陵晚报2024年{article}" if "日电" in article else f"本周要闻\n{article}"
    )
    return {one.value: (one.subject, one.period, one.properties) for one in proposals}


@pytest.mark.parametrize(("article", "value", "subject", "name"), CASES)
def test_construction(article: str, value: str | tuple[str, ...], subject: str, name: str) -> None:
    found = read(article)
    assert value in found, found
    assert (found[value][0], name in found[value][2]) == (subject, True), found[value]


@pytest.mark.parametrize(("article", "value"), NOISE)
def test_noise_is_not_proposed(article: str, value: str | tuple[str, ...]) -> None:
    assert value not in read(article)


@pytest.mark.parametrize(("article", "value", "period"), PERIODS)
def test_period(article: str, value: str, period: str) -> None:
    assert read(article)[value][1] == period
