"""``import factcheck`` costs next to nothing and offers what it promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import factcheck


def test_every_public_name_is_there() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    assert set(factcheck.__all__) <= set(dir(factcheck))


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = factcheck.nothing


def test_importing_loads_nothing_else() -> None:
    program = "import sys, factcheck; print(*(m for m in sys.modules if m.startswith('factcheck')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["factcheck"]
