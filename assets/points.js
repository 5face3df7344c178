// What a figure shows, as series of points: for those who walk through it by keyboard, and for its
// table. The texts are those that a pointer reads, so they are in the language of the page.
(() => {
  const ict = (window.ict = window.ict || {});

  // "<b>Kiribati</b><br>Internet use: 89.4%" is two lines; "<0.1" is a number.
  const lines = (text) => text.replace(/<\/?[a-z](?!r>)[^>]*>/g, "").split("<br>");

  const isUnified = (graph) => graph.layout.hovermode === "x unified";

  // The word that an axis writes at a place, where its places have words.
  const tick = ({ tickvals, ticktext }, place) => ticktext?.[tickvals.indexOf(place)] ?? String(place);

  const unitOf = (graph, trace) =>
    lines(graph.layout[`yaxis${trace.yaxis?.slice(1) || ""}`]?.title?.text ?? "").join(" ");

  // A field of cells: a series a row.
  const field = (graph, trace, curve) => {
    const { xaxis, yaxis } = graph.layout;
    return trace.text.map((row, i) => ({
      name: lines(tick(yaxis, trace.y[i])).join(" "),
      y: trace.y[i],
      points: row.map((text, j) => {
        const column = lines(tick(xaxis, trace.x[j])).join(" ");
        return { curve, point: [i, j], x: trace.x[j], y: trace.y[i], column, lines: lines(text) };
      }),
    }));
  };

  const pointsOf = (graph, trace, curve) =>
    (trace.hovertext ?? trace.text)
      .map((text, point) => ({
        curve,
        point,
        x: (trace.x ?? trace.lon)[point],
        y: (trace.y ?? trace.lat)[point],
        code: trace.customdata?.[point],
        lines: lines(text),
      }))
      .filter(({ x, y, lines: [first] }) => first && x !== null && y !== null)
      .sort((a, b) => a.x - b.x);

  // A trace without a name (a median among dots) belongs to the one before it; one that is there for
  // its label repeats points.
  ict.seriesOf = (graph) => {
    const found = [];
    graph.data.forEach((trace, curve) => {
      const texts = trace.hovertext ?? trace.text;
      if (trace.hoverinfo === "skip" || !Array.isArray(texts) || trace.mode?.includes("text")) return;
      if (trace.type === "heatmap") {
        found.push(...field(graph, trace, curve));
        return;
      }
      const points = pointsOf(graph, trace, curve);
      const { name, yaxis = "y" } = trace;
      if (name) found.push({ name, axis: yaxis, unit: unitOf(graph, trace), points });
      else found.at(-1)?.points.push(...points);
    });
    return found.filter(({ points }) => points.length);
  };

  // "51.1 (2% of the weight filled)" is a bare number, "5.8 percentage points" says its unit itself.
  const isBare = (text) => !/[\p{L}%]/u.test(text.split(" (")[0]);

  // What is said of a point, in lines: what it belongs to and when, how much, in what unit, and how
  // it is known.
  ict.saidOf = (graph, { name, unit }, point) => {
    if (point.column) return point.lines;
    if (typeof point.y === "string") return [point.y, ...point.lines, name];
    if (!isUnified(graph)) return [...point.lines, name];
    const [value, ...more] = point.lines;
    return [`${name}, ${point.x}`, value, ...more, isBare(value) && unit].filter(Boolean);
  };

  const without = (text, start) => (text.startsWith(start) ? text.slice(start.length).trim() : text);

  // Where a point stands in a table: the head of its row, the head of its column, the text between.
  const placed = (graph, { name }, point) => {
    if (point.column) return [name, point.column, point.lines.at(-1)];
    if (isUnified(graph)) return [String(point.x), name, point.lines.join("; ")];
    if (typeof point.y === "string") return [point.y, name, point.lines.join("; ")];
    const row = ict.facts.names[point.code] ?? point.code ?? point.lines[0];
    return [row, name, without(point.lines.join("; "), row)];
  };

  const byName = (a, b) => a.localeCompare(b, ict.facts.locale);

  const crossed = (graph, series) => {
    const all = series.flatMap((one) => one.points.map((point) => placed(graph, one, point)));
    const columns = [...new Set(all.map(([, column]) => column))];
    const rows = new Map();
    for (const [row, column, text] of all) {
      if (!rows.has(row)) rows.set(row, new Map());
      rows.get(row).set(column, text);
    }
    const keys = [...rows.keys()];
    if (isUnified(graph)) keys.sort((a, b) => a - b);
    else if (!series[0].points[0].column) keys.sort(byName);
    const head = ict.words(isUnified(graph) ? "table_year" : "table_name");
    const body = keys.map((row) => [row, ...columns.map((column) => rows.get(row).get(column) ?? "")]);
    return [[head, ...columns], ...body];
  };

  // "Internet use: 41.2%" in every row becomes a head and its values.
  const headed = (rows) => {
    const label = (text) => text.slice(0, text.indexOf(": ") + 1);
    return rows[0].map((cell, k) => {
      const own = label(cell);
      if (!own || rows.some((row) => label(row[k] ?? "") !== own)) return ["", (text) => text];
      return [own.slice(0, -1), (text) => without(text, own)];
    });
  };

  // A point a row. Lines that have a label each ("Internet use: 41.2%") are columns, others are one.
  const listed = (series) => {
    const all = series.flatMap(({ name, points }) =>
      points.map(({ lines: [first, ...more] }) => ({ first, name, more })),
    );
    all.sort((a, b) => byName(a.first, b.first));
    const heads = headed(all.map(({ more }) => more));
    const isLabelled = heads.every(([head]) => head);
    const names = isLabelled ? heads.map(([head]) => head) : [ict.words("table_value")];
    const body = all.map(({ first, name, more }) => {
      const cells = isLabelled ? more.map((text, k) => heads[k][1](text)) : [more.join("; ")];
      return [first, name, ...cells];
    });
    return [[ict.words("table_name"), ict.words("table_series"), ...names], ...body];
  };

  const ofMap = (face, at) => {
    const rows = face.economies.map((_, j) => {
      const { name, value, year, status } = ict.facetsOf(face, at, j);
      return [name, value ?? ict.words("no_data"), year === undefined ? "" : String(year), status ?? ""];
    });
    rows.sort(([a], [b]) => byName(a, b));
    const heads = ["table_name", "table_value", "table_year", "table_status"];
    return [heads.map((head) => ict.words(head)), ...rows];
  };

  // The rows of a figure's table, the heads first; none where the figure has no point.
  ict.rowsOf = (graph) => {
    if (graph.ictFace) return ofMap(graph.ictFace, ict.stagedPlace());
    const series = ict.seriesOf(graph);
    if (!series.length) return [];
    const isList = series.some(({ points: [point] }) => !point.column && point.lines.length > 1);
    return isList ? listed(series) : crossed(graph, series);
  };
})();
