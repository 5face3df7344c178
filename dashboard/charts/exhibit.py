"""What an exhibit is: a table of values with its words, or a chart with its figure too; never imports dash.

Everything that differs from chart to chart is a field here, and every list of charts is made from
the entries of `registry.py`. A field that is left out has its usual value.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.catalogue import Source
from dashboard.figures.keys import Figure, Key
from dashboard.figures.shapes import Shapes
from dashboard.rows.sheet import Sheet
from dashboard.tables import Tables
from dashboard.text import passport
from dashboard.text.subject import Subject, subject_of
from dashboard.view import View, ViewError

# What a view has beside its content: no exhibit lists these.
ALWAYS = ("lang", "v")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A table of values with its words; each of the functions takes the exhibit's own subject.

    `page` is the page that shows it. `parameters` are those that any of its faces depends on, in the
    order of the URL; `choices` narrows a parameter to the values that make sense here. `indicators`
    are those that it is about, where that is not the indicator of the view alone. `observed` says that
    its rows are values of places in years.
    """

    title: Callable[[Subject], str]
    subtitle: Callable[[Subject], str]
    sentence: Callable[[Subject], str]
    rows: Callable[[Subject], Sheet]
    page: str
    parameters: tuple[str, ...]
    notes: Callable[[Subject], list[str]] = lambda _: []
    sources: Callable[[Subject], Sequence[Source]] = passport.sources
    indicators: Callable[[Subject], Sequence[str]] | None = None
    observed: bool = False
    choices: Mapping[str, Callable[[], Sequence[str]]] = field(default_factory=dict)
    measured: Callable[[View, Tables], Subject] = subject_of

    def subject(self, view: View, tables: Tables) -> Subject:
        """What every face of the view starts from; ViewError for a value that does not fit."""
        return self.measured(self.own(view), tables)

    def own(self, view: View) -> View:
        """The view without what the exhibit does not depend on; ViewError for what does not fit."""
        for name in self.misfits(view):
            if getattr(view, name) != getattr(View(), name):
                listed = ", ".join(self.choices[name]())
                raise ViewError(f"The parameter {name!r} must here be one of {listed}.")
        return self.fitting(view)

    def fitting(self, view: View) -> View:
        """The same, with the first that makes sense in place of a value that does not fit."""
        asked, fits = self.asked_for(view), self.misfits(view)
        return replace(asked, **fits) if fits else asked  # type: ignore[arg-type]  # of texts

    def asked_for(self, view: View) -> View:
        """The view without what the exhibit does not depend on: what its addresses say."""
        return View(**{name: getattr(view, name) for name in (*self.parameters, *ALWAYS)})

    def misfits(self, view: View) -> dict[str, str]:
        """The parameters whose value makes no sense here, each with the usual or first that does."""
        return {
            name: usual if (usual := getattr(View(), name)) in allowed() else allowed()[0]
            for name, allowed in self.choices.items()
            if getattr(view, name) not in allowed()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Exhibit):
    """A chart: its figure, and how it is shown.

    `free` are the parameters that change in the browser without a request, for `every_year` gives its
    JSON face all years (a chart with a stage of its own). `panel` is the figure for where there is
    little room, `moments` what it says of each year there. `shapes` is what is drawn on the shapes of
    the map. `keys` explain colours and marks that the figure itself does not name. `least` is the
    least height in pixels that its labels need, `row_rem` the height of a row where an economy has
    one each. `opens` are the pages whose first figure it is, so that they arrive with its words,
    `stands_for` those that it represents where a link is previewed.
    """

    figure: Callable[[Subject], dict[str, Any]]
    panel: Callable[[Subject], dict[str, Any]] | None = None
    moments: Callable[[Subject], list[str]] | None = None
    every_year: Callable[[Subject], dict[str, Any]] | None = None
    free: tuple[str, ...] = ()
    shapes: Callable[[Subject], Shapes] | None = None
    keys: Callable[[Subject, Figure], Sequence[Key]] = lambda *_: ()
    least: int = 330
    row_rem: float = 0.0
    opens: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()

    def drawn(self, subject: Subject) -> dict[str, Any]:
        """The figure, empty where pictures draw the shapes of the map instead."""
        return {} if self.shapes else self.figure(subject)

    @property
    def is_map(self) -> bool:
        """Whether it is an SVG that the browser colours for any year, not a figure for plotly.js."""
        return self.shapes is not None and self.every_year is not None

    @property
    def asked(self) -> tuple[str, ...]:
        """The parameters in the address of the JSON face that a page asks for."""
        return tuple(name for name in self.parameters if name not in self.free)

    def whole(self, view: View) -> View:
        """The view of the JSON face that has everything a reader can change without a request."""
        usual = View()
        return replace(view, **{name: getattr(usual, name) for name in self.free})
