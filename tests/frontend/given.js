// What the tests of the scripts share: facts of a page, and a small map by hand.
import { readFileSync } from "node:fs";
import { remember } from "../../frontend/src/facts.js";

/** The cases that Python writes (cases.py). */
export const cases = () => {
  if (!process.env.CASES) throw new Error("Run these tests by pytest: Python writes their cases.");
  return JSON.parse(readFileSync(process.env.CASES, "utf8"));
};

/** Facts of a page in English with four economies, as far as they are told. */
export const tell = (more = {}) => {
  remember({
    root: "",
    version: "abc",
    lang: "en",
    locale: "en",
    product: "Product",
    parameters: [["indicator", "use"], ["year", "latest"], ["economies", ""], ["lang", ""]],
    charts: {},
    sizes: {},
    most: 3,
    names: { AAA: "Alpha", BBB: "Beta", CCC: "Gamma", DDD: "Delta" },
    ids: {},
    words: {
      "rank.one": "{rank}st of {n}",
      "rank.other": "{rank}th of {n}",
      "economies.one": "{number} economy",
      "economies.other": "{number} economies",
      observed: "observed",
      estimated: "estimated",
      "not-given": "status not given",
      carried: "carried forward",
      interpolated: "interpolated",
      no_data: "no data",
      modelled: "between {low} and {high}",
      stated: "{value} ({year})",
      chosen_title: "{names}: {title}",
      stated_other: "{value} ({year}, {status})",
      table_name: "Name",
      table_series: "Series",
      table_status: "Status",
      table_value: "Value",
      table_year: "Year",
    },
    ...more,
  });
};

const series = (values, status) => ({ values, status, sources: status.replace(/[^.]/g, "a"), notes: {} });

/** Four economies, three years; Alpha and Beta share the best value of 2012. */
export const smallMap = (more = {}) => ({
  figure: {
    data: [
      { type: "choropleth" },
      { type: "choropleth", marker: { line: {} } },
      { type: "scattergeo", mode: "markers", customdata: ["CCC"], marker: { size: 10, line: { color: "grey", width: 0.8 } } },
    ],
    layout: {},
  },
  text: { title: "Use", subtitle: "", sentence: "", source: "", notes: [], questions: [] },
  years: [2010, 2011, 2012],
  latest: 2012,
  texts: [],
  economies: ["AAA", "BBB", "CCC", "DDD"],
  series: [
    series([10, 20, 30], "ooo"),
    series([null, 25, 30], ".io"),
    series([40, null, null], "e.."),
    null,
  ],
  sources: ["ITU"],
  notes: [],
  limits: [10, 20, 30],
  colors: ["#1", "#2", "#3", "#4"],
  legend: [],
  decimals: 0,
  direction: "up",
  unit: "{value}%",
  carry_years: 1,
  ...more,
});
