"""Lines of tables and keys in a TOML text."""

from __future__ import annotations

import tomllib

from factcheck.claims.places import places

TEXT = """format = 1  # [[claims]]
[[claims]]
id = "a"  # no "end
statement = '''
[[claims]]
id = "not this"
'''
subject = [
  "甲 ] #", # [
  "id = 1",
]
"quoted" = { id = 1 }
  [[ claims ]]
  id = 'b'
[aliases]
"国家统计局" = ["统计局"]
"""


def test_every_header_and_key_has_its_line() -> None:
    tomllib.loads(TEXT)
    assert places(TEXT) == {
        ("", 0, "format"): 1,
        ("claims", 0, ""): 2,
        ("claims", 0, "id"): 3,
        ("claims", 0, "statement"): 4,
        ("claims", 0, "subject"): 8,
        ("claims", 0, "quoted"): 12,
        ("claims", 1, ""): 13,
        ("claims", 1, "id"): 14,
        ("aliases", 0, ""): 15,
        ("aliases", 0, "国家统计局"): 16,
    }


def test_what_is_no_toml_is_no_trouble() -> None:
    for text in ("", "[", "[[", "a", "a =", 'a = "', "]]]", "= = =", "'''", "[[a]\n[[a]]\nb"):
        assert isinstance(places(text), dict)
