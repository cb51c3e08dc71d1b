"""Offline, deterministic, explainable fact checking of Chinese press copy.

The names below are loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.load import load_claims
    from factcheck.claims.model import Claim, ClaimBank, ClaimsError, Source
    from factcheck.documents.model import DocumentError
    from factcheck.quantity import extract_quantities
    from factcheck.quantity.model import Quantity
    from factcheck.sources import read_source
    from factcheck.verdict import check as verify
    from factcheck.verdict.finding import Finding, Reason, Verdict

__version__ = "0.1.0"

_HOMES = {
    "load_claims": "factcheck.claims.load:load_claims",
    "Claim": "factcheck.claims.model:Claim",
    "ClaimBank": "factcheck.claims.model:ClaimBank",
    "ClaimsError": "factcheck.claims.model:ClaimsError",
    "Source": "factcheck.claims.model:Source",
    "DocumentError": "factcheck.documents.model:DocumentError",
    "extract_quantities": "factcheck.quantity:extract_quantities",
    "Quantity": "factcheck.quantity.model:Quantity",
    "read_source": "factcheck.sources:read_source",
    "verify": "factcheck.verdict:check",
    "Finding": "factcheck.verdict.finding:Finding",
    "Reason": "factcheck.verdict.finding:Reason",
    "Verdict": "factcheck.verdict.finding:Verdict",
}

__all__ = [
    "Claim",
    "ClaimBank",
    "ClaimsError",
    "DocumentError",
    "Finding",
    "Quantity",
    "Reason",
    "Source",
    "Verdict",
    "__version__",
    "extract_quantities",
    "load_claims",
    "read_source",
    "verify",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name].split(":")
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
