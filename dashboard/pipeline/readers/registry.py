"""Which reader reads which format; imports the readers only."""

from collections.abc import Mapping

from dashboard.pipeline.readers import (
    compilations,
    data360,
    itu_datahub,
    itu_households,
    itu_idi,
    itu_internet_by_sex,
    itu_spreadsheet,
    itu_tracker,
    price_baskets,
    un,
    unesco,
    world_bank,
)
from dashboard.pipeline.readers.records import Reader

READERS: Mapping[str, Reader] = {
    "itu-datahub": Reader(itu_datahub.read),
    "itu-tables": Reader(itu_spreadsheet.read, "name"),
    "itu-households": Reader(itu_households.read, "name"),
    "itu-internet-by-sex": Reader(itu_internet_by_sex.read, "name"),
    "itu-idi": Reader(itu_idi.read, "name"),
    "itu-idi-edition": Reader(itu_idi.read_edition),
    "itu-tracker": Reader(itu_tracker.read),
    "price-baskets": Reader(price_baskets.read),
    "wdi-api": Reader(world_bank.read_api),
    "wdi-long": Reader(world_bank.read_long),
    "wdi-databank": Reader(world_bank.read_databank),
    "wdi-pages": Reader(world_bank.read_pages),
    "wdi-snapshot": Reader(world_bank.read_latest_year),
    "data360": Reader(data360.read),
    "owid": Reader(compilations.read_owid),
    "by-year": Reader(compilations.read_by_year),
    "uis-skills": Reader(unesco.read_skills),
    "un-egov": Reader(un.read_egov, "name"),
    "sdg": Reader(un.read_sdg, "m49"),
    "sdg-pages": Reader(un.read_sdg_pages, "m49"),
}
