"""The pages that the header leads to and the search knows; imports nothing."""

# Path and name in the order of the header; a test holds it to the pages.
PAGES = (
    ("/", "pages.overview.name"),
    ("/map", "pages.map.name"),
    ("/trends", "pages.trends.name"),
    ("/gap", "pages.gap.name"),
    ("/ranking", "pages.ranking.name"),
    ("/region", "pages.region.name"),
    ("/economy", "pages.economy.name"),
    ("/theme", "pages.theme.name"),
    ("/targets", "pages.targets.name"),
    ("/availability", "pages.availability.name"),
    ("/programmes", "pages.programmes.name"),
    ("/then-and-now", "pages.then_and_now.name"),
    ("/data", "pages.data.name"),
    ("/changes", "pages.changes.name"),
    ("/about", "pages.about.name"),
)
# From here on pages stand in the menu at the end of the header.
FIRST_IN_MENU = "/availability"
