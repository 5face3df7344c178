"""Sentences one after the other, as the language sets them; imports the words only."""

from functools import reduce

from dashboard.i18n import Words


def join(words: Words, *sentences: str) -> str:
    """The sentences that are not empty, with the language's space between them."""
    said = [sentence for sentence in sentences if sentence]
    return reduce(lambda a, b: words("text.join.two", first=a, second=b), said) if said else ""
