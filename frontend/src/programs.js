// The rows of a view in other programs: what a reader pastes there, with the address of a CSV file.

/** @type {Record<string, (address: string, name: string) => string>} */
export const programs = {
  "Excel (Power Query)": (address) =>
    [
      "let",
      `  Source = Csv.Document(Web.Contents("${address}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),`,
      "  Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true])",
      "in",
      "  Rows",
    ].join("\n"),
  "Google Sheets": (address) => `=IMPORTDATA("${address}")`,
  Python: (address) => `import pandas as pd\n\nrows = pd.read_csv("${address}")`,
  R: (address) => `rows <- read.csv("${address}", fileEncoding = "UTF-8-BOM")`,
  Stata: (address) =>
    `import delimited "${address}", varnames(1) bindquote(strict) encoding("utf-8") clear`,
  JavaScript: (address) =>
    [
      `const text = await (await fetch("${address}")).text();`,
      "const rows = [[]];",
      'const CELL = /(?:"((?:[^"]|"")*)"|([^",\\r\\n]*))(,|\\r?\\n|$)/g;',
      "for (const [, quoted, plain, end] of text.matchAll(CELL)) {",
      "  rows.at(-1).push(quoted?.replaceAll('\"\"', '\"') ?? plain);",
      '  if (end && end !== ",") rows.push([]);',
      "}",
      "rows.pop();",
    ].join("\n"),
  curl: (address, name) => `curl --fail --output ${name}.csv "${address}"`,
};
