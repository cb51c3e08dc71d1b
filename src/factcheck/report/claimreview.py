"""For search engines and fact-check exchanges: schema.org ClaimReview as JSON-LD.

One review for each assertion that was decided; what no evidence decides is not reviewed. Ratings run from
1 (refuted) over 3 (the evidence conflicts) to 5 (supported); ``ratingExplanation`` gives the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from factcheck.report.json import dump
from factcheck.report.words import VERDICTS, safe_url, sources
from factcheck.triage.content import sentence
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.claims.model import Source
    from factcheck.documents.model import Document
    from factcheck.report.run import Run
    from factcheck.verdict.finding import Finding

RATINGS = {Verdict.REFUTED: 1, Verdict.CONFLICTING: 3, Verdict.SUPPORTED: 5}
AUTHOR = {"@type": "Organization", "name": "factcheck"}


def write(run: Run, out: TextIO) -> None:
    """Write one JSON-LD object whose ``@graph`` holds the reviews in reading order."""
    reviews = [
        _review(item.document, finding)
        for item in run.documents
        for finding in item.findings
        if finding.verdict in RATINGS
    ]
    dump({"@context": "https://schema.org", "@graph": reviews}, out)


def _review(document: Document, finding: Finding) -> dict[str, object]:
    return {
        "@type": "ClaimReview",
        "claimReviewed": sentence(document.text, finding),
        "reviewBody": finding.message,
        "inLanguage": "zh",
        "author": AUTHOR,
        "itemReviewed": {
            "@type": "Claim",
            "text": finding.text,
            "appearance": {
                "@type": "CreativeWork",
                "name": document.path,
                "position": f"{finding.line}:{finding.column}",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[finding.verdict],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": VERDICTS[finding.verdict],
            "ratingExplanation": finding.reason.value if finding.reason else finding.verdict.value,
        },
        "citation": [_source(source) for source in sources(finding.claim)],
    }


def _source(source: Source) -> dict[str, object]:
    work: dict[str, object] = {"@type": "CreativeWork", "headline": source.title}
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.published:
        work["datePublished"] = source.published.isoformat()
    if safe_url(source.url):
        work["url"] = source.url
    return work
