"""One module a publisher's format: a file in, records out; imports nothing above itself.

`READERS` names the formats for the field `reader` of `data/catalogue/sources.toml`; the last column
says what the field `code` of a series means in that format.

| reader | format | `code` |
|---|---|---|
| itu-datahub | CSV export of ITU DataHub | seriesCode |
| itu-tables | ITU country spreadsheets with `<year>_value` columns | name of the sheet |
| itu-households | ITU core household indicators | HH1, HH2, HH4, HH6, ... |
| itu-internet-by-sex | ITU Internet use by sex and location | all, male, female, urban, rural |
| itu-idi | ICT Development Index table | idi |
| itu-idi-edition | scores of one edition, a line an economy | idi |
| itu-tracker | ICT Regulatory Tracker workbook | Indicator ID |
| price-baskets | ITU ICT price baskets workbook | Code |
| wdi-api | World Bank API CSV, with or without its header lines | Indicator Code |
| wdi-long | country, code, year, value | any: the file has one series |
| wdi-databank | World Bank DataBank extract | Series Code |
| wdi-pages | World Bank Indicators API, pages of JSON | code of the indicator |
| wdi-snapshot | one year of one indicator | providerCode |
| data360 | World Bank Data360 CSV; select SEX, AGE, URBANISATION, UNIT_MEASURE, COMP_BREAKDOWN_1 to 3 | INDICATOR |
| owid | Our World in Data CSV with semicolons | name of the value column |
| by-year | a line an economy and year, a column a series | name of the column |
| uis-skills | UNESCO-UIS skills as one long table; select sex, age, location | skill |
| un-egov | UN E-Government survey CSV, one file a survey | egdi, epi, osi, hci, tii |
| sdg | SDG database as DDF data points; select sex, education_level, ... | name of the value column |
| sdg-pages | SDG API, pages of JSON; names in small letters, select sex, location, ... | code of the series |

Group values that a publisher printed are read by `published`, not here: readers `itu-aggregates`
and, for its medians, `price-baskets`.
"""

from dashboard.pipeline.readers.records import (
    NOT_GIVEN,
    Reader,
    Record,
    SourceError,
    SourceFaultsError,
    gathered,
    tell,
)
from dashboard.pipeline.readers.registry import READERS

__all__ = [
    "NOT_GIVEN",
    "READERS",
    "Reader",
    "Record",
    "SourceError",
    "SourceFaultsError",
    "gathered",
    "tell",
]
