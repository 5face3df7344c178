"""The kinds of entries in the catalogue, as frozen values; imports the roles only.

Unknown keys in a catalogue file are errors: every field of every file is listed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dashboard.catalogue.roles import Roles

# The kind of the one group that everybody is in.
WORLD = "world"
# The kinds of groups, in the order in which they are offered as regions.
GROUP_KINDS = (
    WORLD,
    "commission",
    "commission-subregion",
    "special",
    "income",
    "income-then",
    "development",
    "unctad",
    "transition",
    "m49",
    "m49-subregion",
    "itu",
    "sdg",
)
EVERY_YEAR = 9999
# The sets of targets, in the order in which they are shown.
TARGET_SETS = ("wsis", "sdg", "broadband-2025", "umc-2030")

# The kinds of marks.
BREAK, SCOPE_WIDENED, EXCLUDED, NOT_MODELLED = MARKS = (
    "break",
    "scope-widened",
    "excluded",
    "not-modelled",
)


@dataclass(frozen=True, slots=True)
class Series:
    """Where an indicator is read from: the first series of an indicator is the preferred one.

    `source` is an id in sources.toml, `code` the publisher's series code inside that file,
    `select` further column = value conditions, `count_code` the series of absolute counts from
    which group rates are summed (alone, with an empty `code`: the file gives counts only), `years`
    an inclusive span outside of which the file is not used, `scale` a factor from the publisher's
    unit to ours, `estimated` says that the publisher models every value, though the file does not say so.
    """

    source: str
    code: str = ""
    select: Mapping[str, str] = field(default_factory=dict)
    count_code: str = ""
    years: tuple[int, int] | None = None
    scale: float = 1.0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: what it is measured in, how groups are formed and how it is coloured.

    `range` is what is possible (a value outside stops a build), `class_limits` the fixed limits
    between colour classes, `aggregation` how group values are formed; `weight` the indicator that
    weighs shares and rates; `direction` up (more is better), down or none; `max_fill` the number of
    years that a missing value may be filled, `bridge` that of missing years between two values
    where more than `max_fill` may be (0: no more); `max_age` how many years a map may look back for
    a value (0: none; for surveys that no group value is formed of); `bounded` says that the value
    is a share that cannot exceed 100, so that the logit gap is defined; `zero_means_missing_until`
    is the last year in which the publisher writes 0 where nothing was measured; `since` is the
    first year that is told of (0: any), earlier values are weights and parts only; `published` says
    where printed group values are read, to be drawn beside ours; `formula` and `of` say, in place
    of series, how it is computed and from which two indicators; `modelled_from` names the related
    indicators from which the values of silent members are modelled inside groups (none: they are
    left out); `questions` are those that hold for it.
    """

    id: str
    theme: str
    unit: str
    decimals: int
    range: tuple[float, float]
    direction: str
    aggregation: str
    class_limits: tuple[float, ...]
    series: tuple[Series, ...]
    weight: str = ""
    bounded: bool = False
    scale: str = "linear"
    max_fill: int = 2
    bridge: int = 0
    max_age: int = 0
    zero_means_missing_until: int = 0
    since: int = 0
    published: tuple[Series, ...] = ()
    core_code: str = ""
    sdg_code: str = ""
    formula: str = ""
    of: tuple[str, str] | tuple[()] = ()
    modelled_from: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What readers ask of an indicator, or read into it; question and answer are words.

    `fact` names what fills the answer from the tables (`questions.FILLED`; "": nothing), with a `limit`
    for some; where it is not so, the question is not shown. `units` and `aggregation` are those of the
    indicators that may list it (none: any).
    """

    id: str
    fact: str = ""
    limit: float = 0.0
    units: tuple[str, ...] = ()
    aggregation: str = ""


@dataclass(frozen=True, slots=True)
class Economy:
    """An economy (country or area) of M49 or of the special areas; its name is a word.

    `m49` is empty for the special areas; `inhabited` says that it has a permanent population, so
    that it counts among the economies of a group; `footnote` holds keys of the map notes joined
    by ";".
    """

    iso3: str
    iso2: str
    m49: str
    un_member: bool
    inhabited: bool = True
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of economies with a fixed membership; `edition` says which list and when.

    `kind` is one of `GROUP_KINDS`; `frame` says whether it is offered as a region of the map;
    `complement_of` builds the group as everybody who is in none of these groups; `homes` are the
    commissions that an economy of a region is looked at with, the first one that it belongs to, where
    it belongs to several or to none.
    """

    code: str
    kind: str
    edition: str
    members: tuple[str, ...]
    parent: str = ""
    frame: bool = False
    complement_of: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scheme:
    """A comparison: a reference group and the groups that are compared with it."""

    id: str
    reference: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LivePart:
    """One series of a source as a service has it.

    `code` is what the indicators name it by, `codes` its names there (the first that the service has is
    taken), `select` the breakdown that it is, in the words of the reader.
    """

    code: str
    codes: tuple[str, ...]
    select: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Live:
    """Where a source is had anew: a service of `pipeline/live`, and the codes that it may have there.

    The first of `codes` is the one that the indicators name; the others are newer names, or addresses.
    Instead of them, `parts` are the series of a source whose file has other names, or several.
    `database` is Data360's, `units` those that a file may hold (none: any), in WDI a part of the name of
    the series. Of a fetched edition, `citation` is with {vintage} in it, `status_given` as of a source,
    and `about` what it says instead of the source (publisher, title, licence, ...).
    """

    service: str
    reader: str
    citation: str
    codes: tuple[str, ...] = ()
    parts: tuple[LivePart, ...] = ()
    database: str = ""
    units: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    status_given: bool = True

    @property
    def series(self) -> tuple[LivePart, ...]:
        """The series to be fetched."""
        return self.parts or (LivePart(self.codes[0], self.codes),)


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's file: who, which edition, under which terms, and which reader reads it.

    With a fetched edition of `comes_with` its values come, too, so that nobody need bring it.
    `status_given` is false where its figures may be estimates and the file does not say which.
    """

    id: str
    publisher: str
    title: str
    vintage: str
    licence: str
    licence_url: str
    url: str
    citation: str
    reader: str
    file: str
    derived: str = ""
    status_given: bool = True
    live: Live | None = None
    comes_with: str = ""

    @property
    def live_file(self) -> str:
        """Where `refresh` puts what it fetched, inside the folder of the sources."""
        return f"live/{self.id}"

    def fetched(self, vintage: str) -> "Source":
        """This source as `refresh` fetched it: the publisher's own, of that day."""
        if self.live is None:
            return self
        citation = self.live.citation.format(vintage=vintage)
        return replace(
            self,
            vintage=vintage,
            citation=citation,
            reader=self.live.reader,
            file=self.live_file,
            status_given=self.live.status_given,
            **{"derived": "", **self.live.about},  # type: ignore[arg-type]  # fields that are texts
        )

    @property
    def is_fetched(self) -> bool:
        """Whether this is an edition that `refresh` fetched."""
        return self.file == self.live_file

    def named(self) -> dict[str, str]:
        """What travels with every number of this source: who, what, which edition, which terms."""
        keys = ("id", "publisher", "title", "vintage", "licence", "licence_url", "url")
        return {key: getattr(self, key) for key in keys}


@dataclass(frozen=True, slots=True)
class Mark:
    """A break in a series or excluded values, with the reason (a key of the words `marks`).

    `kind` is break (the series before `year` is not comparable), scope-widened (a break, because from
    `year` on more is counted: inside groups the earlier years are carried back to the wider scope),
    excluded (the values of `year`, or of the years to `last`, are left out of the tables and listed),
    or not-modelled (the economy is left out of groups when it is silent); `indicator` and `economy`
    are ids. `last` is 0 for a single year, EVERY_YEAR where the mark names no year.
    """

    indicator: str
    economy: str
    year: int
    kind: str
    reason: str
    last: int = 0

    @property
    def breaks(self) -> bool:
        """Whether the series before its year is not comparable."""
        return self.kind in (BREAK, SCOPE_WIDENED)

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year that the mark is for."""
        return self.year, self.last or self.year


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to tell whether a target is met: a threshold for an indicator.

    `indicator` is empty where no open data measure it: the row then says so. `threshold` is in its unit;
    `upper` closes a band (parity), None otherwise; `sense` is at-least, at-most or between; `place` is
    the group that the target names, "" for every economy; `proxy` says that the indicator stands for
    another one (its words say for which); `core_code` is that of the target's own indicator in its list.
    """

    id: str
    target: str
    indicator: str = ""
    threshold: float | None = None
    upper: float | None = None
    sense: str = "at-least"
    place: str = ""
    proxy: bool = False
    core_code: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A target with a date, of one of the sets: wsis, sdg, broadband-2025, umc-2030.

    `wording` says whether its wording was found in a source or is unofficial and to be confirmed.
    """

    id: str
    set: str
    number: str
    deadline: int
    wording: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A figure of a theme page.

    `chart` is together or strip, with `indicators` of one unit, reference `lines`, a `band` (two
    values, such as those of parity) and a `scale`; or another chart, which holds `hold`, a query
    string, of the view.
    """

    id: str
    theme: str
    chart: str
    indicators: tuple[str, ...] = ()
    lines: tuple[float, ...] = ()
    band: tuple[float, ...] = ()
    scale: str = "linear"
    hold: str = ""


@dataclass(frozen=True, slots=True)
class CoreIndicator:
    """An indicator of the Partnership's core list of March 2016, whether or not we have data for it.

    `theme` is access, households, business, sector, education or government.
    """

    code: str
    theme: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the catalogue holds, keyed by id, in the order of the files."""

    themes: tuple[str, ...]
    indicators: Mapping[str, Indicator]
    economies: Mapping[str, Economy]
    groups: Mapping[str, Group]
    schemes: Mapping[str, Scheme]
    sources: dict[str, Source]
    marks: tuple[Mark, ...]
    # The keys of the notes under maps, each a word.
    map_notes: tuple[str, ...]
    targets: Mapping[str, Target]
    panels: Mapping[str, Panel]
    questions: Mapping[str, Question]
    core: Mapping[str, CoreIndicator]
    # What people also call an economy, in any language: found by the search, shown nowhere.
    common_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # What people also call an indicator, in any language: likewise.
    search_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # What people call a page, or want to do there, by its path: likewise.
    page_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    # Areas that follow the colour of another on maps of groups that do not list them.
    follows: Mapping[str, str] = field(default_factory=dict)

    roles: Roles = field(default_factory=Roles)

    # The measures of all targets, by id, and the code of the group that everybody is in.
    measures: Mapping[str, Measure] = field(init=False, repr=False, compare=False)
    world: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find what a page looks up hundreds of times: the measures, the world."""
        found = {m.id: m for target in self.targets.values() for m in target.measures}
        world = (code for code, group in self.groups.items() if group.kind == WORLD)
        object.__setattr__(self, "measures", found)
        object.__setattr__(self, "world", next(world, ""))

    @property
    def theme_pages(self) -> tuple[str, ...]:
        """The pages about a theme, each made of several panels, in their order."""
        return tuple(dict.fromkeys(panel.theme for panel in self.panels.values()))
