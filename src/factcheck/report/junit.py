"""For anything that shows test results: a suite for each draft, a case for each finding.

A case fails where the run fails on its verdict (``--fail-on``); without evidence it counts as skipped. No
times are written: the same drafts give the same bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO
from xml.etree import ElementTree as ET

from factcheck.report.words import VERDICTS, citation, one_line
from factcheck.verdict.finding import Verdict

if TYPE_CHECKING:
    from factcheck.report.run import Checked, Run
    from factcheck.verdict.finding import Finding

# Beyond what one_line escapes, these cannot stand in XML 1.0.
_NOT_XML = re.compile("[\ufffe\uffff]")


def write(run: Run, out: TextIO) -> None:
    """Write JUnit's XML."""
    root = ET.Element("testsuites", name="factcheck")
    for item in run.documents:
        root.append(_suite(run, item))
    for error in run.errors:
        suite = counted(ET.Element("testsuite", name=safe(error.path)), errors=1, tests=1)
        case = ET.SubElement(suite, "testcase", name="读取稿件", classname=safe(error.path))
        ET.SubElement(case, "error", type="unreadable", message=safe(error.message))
        root.append(suite)
    finish(root, out)


def finish(root: ET.Element, out: TextIO) -> None:
    """Write the suites below ``root`` with their sums."""
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ET.tostring(root, encoding="unicode") + "\n")


def _suite(run: Run, item: Checked) -> ET.Element:
    suite = ET.Element("testsuite", name=safe(item.document.path))
    cases = [_case(run, item, finding) for finding in item.findings]
    suite.extend(cases)
    failures = sum(case.find("failure") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return counted(suite, tests=len(cases), failures=failures, skipped=skipped)


def _case(run: Run, item: Checked, finding: Finding) -> ET.Element:
    name = f"{finding.line}:{finding.column} “{finding.text}”"
    path = safe(item.document.path)
    case = ET.Element("testcase", name=safe(name), classname=path, file=path, line=str(finding.line))
    if finding.verdict in run.failing:
        kind = finding.reason or finding.verdict
        failure = ET.SubElement(case, "failure", type=kind, message=safe(finding.message))
        failure.text = safe("；".join([VERDICTS[finding.verdict], *citation(finding.claim)]))
    elif finding.verdict is not Verdict.SUPPORTED:
        message = f"{VERDICTS[finding.verdict]}：{finding.message}"
        ET.SubElement(case, "skipped", message=safe(message))
    return case


def counted(
    suite: ET.Element, *, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0
) -> ET.Element:
    """The suite with its counts, in the order readers expect."""
    counts = {"tests": tests, "failures": failures, "errors": errors, "skipped": skipped}
    for name, count in counts.items():
        suite.set(name, str(count))
    return suite


def safe(text: str) -> str:
    """``text`` as XML 1.0 can hold it, on one line."""
    return _NOT_XML.sub("\ufffd", one_line(text))
