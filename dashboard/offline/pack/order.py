"""Which pack is asked for: a region and languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from dashboard.catalogue import catalogue
from dashboard.catalogue.languages import LANGUAGES

PARAMETERS = ("region", "languages", "v")


class PackError(ValueError):
    """There is no such pack; the message is a sentence that says what may be asked for."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A region, and one to six languages of which the first one opens where the browser has none of them."""

    region: str
    languages: tuple[str, ...]

    @classmethod
    def of(cls, region: str, languages: Sequence[str]) -> Self:
        """The pack of a region in these languages, each once; PackError for unknown ones.

        Those after the first stand in one order, so that the same pack is one file.
        """
        if region not in catalogue().groups:
            known = ", ".join(catalogue().groups)
            raise PackError(f"The parameter 'region' must be one of {known}.")
        if not languages or any(lang not in LANGUAGES for lang in languages):
            known = ", ".join(LANGUAGES)
            raise PackError(f"The parameter 'languages' must be some of {known}.")
        first = languages[0]
        others = [lang for lang in LANGUAGES if lang in languages and lang != first]
        return cls(region, (first, *others))

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Self:
        """The pack of a query such as region=escap&languages=en~zh; PackError if it is none."""
        for name, texts in query.items():
            if name not in PARAMETERS:
                known = ", ".join(PARAMETERS)
                raise PackError(f"There is no parameter {name!r}; known are {known}.")
            if len(texts) != 1:
                raise PackError(f"The parameter {name!r} may be given once only.")
        region, languages = (query.get(name, ("",))[0] for name in PARAMETERS[:2])
        return cls.of(region or catalogue().world, (languages or "en").split("~"))

    @property
    def query(self) -> str:
        """The query that asks for this pack."""
        return f"region={self.region}&languages={'~'.join(self.languages)}"

    @property
    def folder(self) -> str:
        """The name of its folder."""
        return f"ict-{self.region}"
