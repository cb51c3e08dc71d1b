"""From an article to a draft of a claims file: one claim for each assertion that can be checked."""
