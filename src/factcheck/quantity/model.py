"""What a quantity is: a number with everything its words say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Bound = Decimal | date


class Kind(StrEnum):
    """What a quantity counts; two kinds are never compared with each other."""

    CARDINAL = "cardinal"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    DURATION = "duration"
    DATE = "date"


class Hedge(StrEnum):
    """How the words around a number bend it (概数)."""

    NONE = ""
    ABOUT = "about"  # 约 大约 左右 上下
    NEAR = "near"  # 近 将近 接近: just below
    OVER = "over"  # 超 逾 突破 余 多
    UNDER = "under"  # 不足 不到
    AT_LEAST = "at_least"  # 至少 不少于 以上
    AT_MOST = "at_most"  # 至多 不超过 以下
    VAGUE = "vague"  # 几十 数百 十几 两三个 上万


Direction = Literal["", "up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as read from a text.

    ``low``/``high`` are exact (:class:`~decimal.Decimal`; ``None`` is an open end), in the base unit that
    ``unit`` names; for ``kind == "date"`` they are inclusive :class:`datetime.date` bounds.
    ``start``/``end`` are code-point offsets into the text that was read and cover number, hedge and unit.
    """

    start: int
    end: int
    text: str
    low: Bound | None
    high: Bound | None
    low_inclusive: bool
    high_inclusive: bool
    hedge: Hedge
    unit: str  # canonical base unit: 人 户 次 元 美元 千克 米 平方米 秒 … or "" when none is written
    kind: Kind
    dimension: str = ""  # what the unit measures: people, household, money:CNY, mass, length, count …
    number: Decimal | None = None  # the number written, before its hedge, in the base unit; None for ranges
    step: Decimal | None = None  # the value of one step of the last significant digit written (664万 → 1万)
    direction: Direction = ""  # 增长/上升 → up, 下降/减少 → down
    basis: str = ""  # 同比 or 环比 where the words say so
    written_unit: str = ""  # the unit as written: 斤 for 千克, 名 for 人
    incidental: bool = False  # an article rather than a count: 一个新起点, 一系列
    # Of a date that neither the text nor a reference date pins down (then low and high are None):
    month: int | None = None  # its month and day where they are written (10月16日)
    day: int | None = None
    relative: str = ""  # its words where they count from another day (今年, 去年10月12日, 三季度)
