"""The main path: a draft in, findings out."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from factcheck.assertion.figures import COMPLETED, IN_SENTENCE, read_assertions
from factcheck.assertion.names import NameIndex, is_post, place_stem
from factcheck.assertion.reading import Text
from factcheck.claims.lifecycle import evidence
from factcheck.claims.model import ClaimFile
from factcheck.matching.article import Article, Reading, article_facts, article_names
from factcheck.matching.compile import Compiler
from factcheck.matching.context import Context
from factcheck.matching.facts import TermValue
from factcheck.matching.index import Index
from factcheck.matching.naming import name_table
from factcheck.matching.passages import Passages
from factcheck.matching.scopes import is_where, shared_scopes
from factcheck.matching.score import Match, nearest
from factcheck.matching.vocabulary import Around
from factcheck.quantity.model import Kind, Quantity
from factcheck.verdict.compare import is_comparable, same_unit
from factcheck.verdict.crossed import judge_crossed, judge_exchanged
from factcheck.verdict.days import settle_days
from factcheck.verdict.figures import judge, uncovered
from factcheck.verdict.finding import Finding, Reason, Verdict
from factcheck.verdict.holders import Holders
from factcheck.verdict.message import explain
from factcheck.verdict.parallels import judge_parallels
from factcheck.verdict.retold import judge_retold
from factcheck.verdict.rows import judge_rows
from factcheck.verdict.scores import judge_scores
from factcheck.verdict.standing import Standing
from factcheck.verdict.substitutes import judge_names
from factcheck.verdict.terms import judge_clause

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.assertion.reading import Clause
    from factcheck.claims.model import ClaimBank
    from factcheck.matching.facts import Fact
    from factcheck.matching.index import Group
    from factcheck.verdict.account import Account
    from factcheck.verdict.judgement import Judgement
    from factcheck.verdict.options import Option


class Checker:
    """Claims made ready once, to check any number of drafts; ``files`` tells where they were read."""

    def __init__(self, bank: ClaimBank, articles: Sequence[Article] = ()) -> None:
        table = name_table(bank)
        for article in articles:
            for name, canonical in article_names(article.text).items():
                table.setdefault(name, table.get(canonical, canonical))
        self._names = NameIndex(table)
        compiler = Compiler(bank, self._names)
        facts: list[Fact] = []
        for claim in evidence(bank):
            facts += compiler.compile(claim, len(facts))
        known = frozenset(table.values())
        self.files = bank.files
        readings = [Reading(article, self._names, known) for article in articles]
        for reading in readings:
            read = list(article_facts(reading, len(facts)))
            self.files += (ClaimFile(reading.article.path, len(read)),)
            facts += read
        self._readings = readings
        self._passages = Passages(readings)
        self._holders = Holders(readings)
        self._standing = Standing(bank, facts)
        self._index = Index(facts)
        self._subjects = frozenset(self._index.by_subject)
        self._scoped = frozenset(
            name for fact in facts if any(map(is_where, fact.scope)) for name in fact.subjects
        )
        scopes = {s for fact in facts if not fact.national for s in fact.scope}
        self._shared = shared_scopes(facts)
        self._scopes = frozenset(scopes | {place_stem(scope) for scope in scopes})

    def check(self, raw: str, *, reference: date | None = None, explained: bool = False) -> list[Finding]:
        """Every checkable assertion of ``raw`` with its verdict, in reading order; ``explained``, with its why."""
        text = Text(raw, self._names, reference)
        context = Context(
            text, self._subjects, self._scopes, self._index.kin, self._scoped, shared=self._shared
        )
        day = text.dateline or date.today()  # for which day claims have to hold
        account = _account(text, context) if explained else None
        judgements: list[Judgement] = []
        for sentence in range(len(text.sentences)):
            figures = self._figures(text, context, sentence, day, account)
            terms = self._terms(text, context, sentence, day, account)
            terms = _asserted(text.clauses(sentence), figures, terms)
            said = {(term.start, term.end) for term in terms}  # 7个办赛城市, told by a list: one finding
            judgements += [f for f in figures if f.fact or (f.start, f.end) not in said]
            judgements += terms
            judgements += self._moments(text, sentence, account)
        return _findings(raw, settle_days(text, judgements, self._readings))

    def _figures(
        self, text: Text, context: Context, sentence: int, day: date, account: Account | None
    ) -> list[Judgement]:
        found: list[Judgement] = []
        for assertion in read_assertions(text, sentence):
            words = nearest(assertion, self._index.lexicon)
            named = text.names_in(sentence) & self._subjects or self._around(text, context, sentence)
            facts = self._measured(words, named, None if account else assertion.figure)
            matches = self._standing.offer((Match(assertion, fact, context, words) for fact in facts), day)
            weighed: list[Option] = []
            if matches:
                told = [j.fact for j in found if j.fact and j.verdict is Verdict.SUPPORTED]
                record = weighed if account else None
                judgement = judge(matches, context, self._index.by_subject, record, told)
            else:
                judgement = uncovered(assertion.figure)
            settled = self._standing.settle(judgement, day, assertion.figure)
            if account:
                settled = account.figure(settled, judgement.fact, assertion, weighed)
            found.append(settled)
        return _dated_once(text, found)

    def _measured(self, words: Around, subjects: Collection[str], figure: Quantity | None) -> list[Fact]:
        """The facts that a figure may speak of; only an account tells of those that cannot be compared with it."""
        nominate = partial(self._index.nominate, words, subjects, (self._index.figures,))
        if figure is None:
            return nominate()
        return nominate(partial(_may_compare, figure), lambda fact: is_comparable(figure, fact.value))

    def _told(self, words: Around, subjects: frozenset[str], clause: Clause) -> list[Fact]:
        """The facts that a clause can tell as a whole; figures are judged one by one, unless they are denied."""
        denied = not clause.figures and bool(clause.negations)
        shelves = [self._index.others, *([self._index.figures] if denied else [])]
        return self._index.nominate(words, subjects, shelves)

    def _terms(
        self, text: Text, context: Context, sentence: int, day: date, account: Account | None
    ) -> list[Judgement]:
        """What the sentence says of terms, lists and dates: one judgement a clause, the worst first."""
        found: list[Judgement] = []
        question = text.question_before(sentence)
        earlier = {term.text: COMPLETED for term in question.terms} if question else {}
        around = self._around(text, context, sentence)
        for clause in text.clauses(sentence):
            beside = {t.text: COMPLETED for other in text.completing(clause) for t in other.terms}
            own = {term.text: 1.0 for term in clause.terms}
            words = Around(earlier | beside | own, self._index.lexicon)
            facts = self._told(words, around, clause)
            told = [
                judgement
                for fact in facts
                if (judgement := judge_clause(text, clause, fact, context, words)) is not None
                and (judgement.verdict is not Verdict.REFUTED or context.is_about(fact))
            ]
            told = judge_crossed(text.folded, clause, told, facts, words)
            told = told or judge_exchanged(text.folded, clause, facts, words)
            strongest = _strongest(self._standing.settle_all(told, day)) if told else told
            found += [account.term(j, clause, words, told) for j in strongest] if account else strongest
            earlier |= {term.text: IN_SENTENCE for term in clause.terms if term.text not in earlier}
        listed = {j.fact for j in found if j.verdict is Verdict.SUPPORTED and j.fact and _is_list(j.fact)}
        return [j for j in found if j.reason is not Reason.LIST or j.fact not in listed]

    def _moments(self, text: Text, sentence: int, account: Account | None) -> list[Judgement]:
        """What the sentence says of days, ranks and names, where there is an article to hold it against."""
        found: list[Judgement] = []
        for clause in text.clauses(sentence) if len(self._passages) else ():
            near = self._passages.parallels(text, clause)
            told = judge_parallels(text, clause, near) + judge_names(text, clause, near)
            told += judge_scores(text, clause, near) + self._holders.judge(text, clause)
            told = told or judge_rows(text, clause, near) or judge_retold(text, clause, near)
            found += [account.passage(judgement, clause) for judgement in told] if account else told
        return found

    def _around(self, text: Text, context: Context, sentence: int) -> frozenset[str]:
        """The subjects named in the sentence or the two before it; where there are none, in the last one with any."""
        near = map(text.names_in, range(max(0, sentence - 2), sentence + 1))
        return frozenset().union(*near) & self._subjects or context.named_before(sentence)


def _dated_once(text: Text, judgements: list[Judgement]) -> list[Judgement]:
    """One wrong time is one error: what a later clause of the sentence tells of that time is right but for it."""
    wrong: list[Judgement] = []
    kept: list[Judgement] = []
    for judgement in judgements:
        if judgement.reason is not Reason.PERIOD or judgement.verdict is not Verdict.REFUTED:
            kept.append(judgement)
            continue
        said = text.dates_in(wrong[-1].end, judgement.start) if wrong else True
        kept.append(
            judgement if said else judgement._replace(verdict=Verdict.SUPPORTED, reason=None, note="")
        )
        wrong.append(judgement)
    return kept


def _asserted(clauses: Sequence[Clause], figures: list[Judgement], terms: list[Judgement]) -> list[Judgement]:
    """The terms without those that only say whose figure it is that nobody knows (甲卖芒果的收入是38万元)."""
    unknown = {f.start for f in figures if f.verdict is Verdict.NOT_ENOUGH_EVIDENCE}
    return [j for j in terms if not (unknown and _only_says_whose(j, clauses, unknown))]


def _only_says_whose(judgement: Judgement, clauses: Sequence[Clause], unknown: set[int]) -> bool:
    """Whether a term that agrees stands before one of the ``unknown`` figures of its clause."""
    value = judgement.fact.value if judgement.fact else None
    if judgement.verdict is not Verdict.SUPPORTED or not isinstance(value, TermValue):
        return False
    if value.is_list or is_post(value.members[0][0]):  # 司长某某 is told by itself
        return False
    clause = next(c for c in clauses if c.start <= judgement.start < c.end)
    after = [q for q in clause.figures if q.kind is not Kind.ORDINAL and q.start >= judgement.end]
    return any(q.start in unknown for q in after)


def _is_list(fact: Fact) -> bool:
    return isinstance(fact.value, TermValue) and fact.value.is_list


def _may_compare(figure: Quantity, group: Group) -> Sequence[Fact]:
    """The facts of a group that may be comparable with ``figure``."""
    value = group.facts[0].value
    same = isinstance(value, Quantity) and same_unit(figure, value)
    return group.facts if same else group.with_figure(figure)


def _strongest(told: list[Judgement]) -> list[Judgement]:
    """The refutations of a clause, or else its best support; one for each stretch of words."""
    supported = sorted((j for j in told if j.verdict is Verdict.SUPPORTED), key=lambda j: -j.score)
    refuted = [j for j in told if j.verdict is Verdict.REFUTED and not any(_answers(s, j) for s in supported)]
    rest = [j for j in told if j.verdict not in {Verdict.REFUTED, Verdict.SUPPORTED}]
    kept: list[Judgement] = []
    for judgement in [*sorted(refuted, key=lambda j: -j.score), *supported, *rest]:
        if not any(judgement.start < other.end and other.start < judgement.end for other in kept):
            kept.append(judgement)
    return kept


def _answers(supported: Judgement, refuted: Judgement) -> bool:
    """Whether the words that one claim refutes are what another one says (她丈夫学建筑; 他也是第一书记)."""
    if refuted.does:
        return False
    if (supported.start, supported.end) == (refuted.start, refuted.end) and not supported.bare:
        return refuted.reason in {Reason.TERM, Reason.SUBJECT, Reason.LIST, Reason.PERIOD}
    if supported.start < refuted.end and refuted.start < supported.end:
        within = refuted.start <= supported.start and supported.end <= refuted.end
        if within and refuted.reason is Reason.TERM and refuted.score >= supported.score:
            return False  # 跳水女子双人三米板 tells more than 跳水
        said_better = refuted.reason is Reason.LIST and supported.score > refuted.score
        return said_better or (refuted.reason in {Reason.TERM, Reason.SUBJECT} and not supported.bare)
    mine, theirs = supported.fact, refuted.fact
    if mine is None or theirs is None or refuted.reason is not Reason.SUBJECT:
        return False
    return refuted.found in mine.subjects and (not set(mine.spellings).isdisjoint(theirs.spellings))


def _account(text: Text, context: Context) -> Account:
    from factcheck.verdict.account import Account  # noqa: PLC0415  seldom asked for

    return Account(text, context)


def _findings(raw: str, judgements: list[Judgement]) -> list[Finding]:
    starts = [0]
    starts += [at + 1 for at, char in enumerate(raw) if char == "\n"]
    findings: list[Finding] = []
    for judgement in sorted(judgements, key=lambda j: (j.start, j.end)):
        line = bisect_right(starts, judgement.start)
        found = raw[judgement.start : judgement.end]
        findings.append(
            Finding(
                start=judgement.start,
                end=judgement.end,
                line=line,
                column=judgement.start - starts[line - 1] + 1,
                text=found,
                verdict=judgement.verdict,
                reason=judgement.reason,
                claim=judgement.fact.claim if judgement.fact else None,
                expected=judgement.fact.expected if judgement.fact else "",
                found=judgement.found,
                message=explain(judgement),
                score=round(judgement.score, 2),
                explanation=judgement.explanation,
            )
        )
    return findings
