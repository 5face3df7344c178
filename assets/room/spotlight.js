// The spotlight of committee mode: one economy, one region or one line stays lit, the rest is dimmed.
(() => {
  const ict = (window.ict = window.ict || {});

  const DIM = 0.12;
  const FAINT = 0.3;
  const isArea = (trace) => trace.type === "choropleth";
  // Outlines and what lies outside the frame of a map are no points of an economy.
  const codesOf = (trace) =>
    isArea(trace) ? trace.hoverinfo !== "skip" && trace.locations : trace.customdata;
  const colourOf = ({ line, marker }) => [line?.color, marker?.color].find((c) => typeof c === "string");

  const dimmed = (trace, codes) => {
    const own = codesOf(trace);
    // Lines on a map belong to no economy: they recede, while names and medians stay.
    if (!Array.isArray(own)) return trace.type === "scattergeo" ? { ...trace, opacity: FAINT } : trace;
    return {
      ...trace,
      selectedpoints: own.flatMap((code, k) => (codes.has(code) ? [k] : [])),
      selected: { marker: { opacity: 1 } },
      unselected: { marker: { opacity: DIM } },
    };
  };

  // Lines have a colour of their own, which their label and their breaks share.
  const alone = ({ data, layout }, name) => {
    const lit = colourOf(data.find((trace) => trace.name === name));
    const isLit = (trace) => trace.name === name || colourOf(trace) === lit;
    return {
      data: data.map((trace) => (isLit(trace) ? trace : { ...trace, opacity: DIM })),
      layout: {
        ...layout,
        annotations: layout.annotations?.map((one) =>
          one.xref !== "paper" || one.font?.color === lit ? one : { ...one, opacity: FAINT },
        ),
      },
    };
  };

  const hasPoints = ({ data }) => data.some((trace) => Array.isArray(codesOf(trace)));

  // What can be lit in a figure: economies that it shows and groups of them, else its named lines.
  // An item is { name, codes } or { name }.
  ict.spots = (figure, facts) => {
    if (!hasPoints(figure)) {
      const names = figure.data.filter(({ mode }) => mode).map(({ name }) => name);
      return [...new Set(names.filter(Boolean))].map((name) => ({ name }));
    }
    const shown = new Set(figure.data.flatMap((trace) => codesOf(trace) || []));
    const groups = Object.values(facts.groups).map(({ name, members }) => ({ name, codes: members }));
    const economies = Object.entries(facts.names).map(([code, name]) => ({ name, codes: [code] }));
    return [...economies, ...groups].filter(({ codes }) => codes.some((code) => shown.has(code)));
  };

  // What a reader means by some letters: a name that is them, begins with them, or holds them.
  ict.spotNamed = (spots, text) => {
    const wanted = ict.fold(text.trim());
    if (!wanted) return undefined;
    const tests = [
      (name) => name === wanted,
      (name) => name.startsWith(wanted),
      (name) => name.includes(wanted),
    ];
    return tests.map((test) => spots.find(({ name }) => test(ict.fold(name)))).find(Boolean);
  };

  ict.lit = (figure, spot) => {
    if (!spot) return figure;
    if (!spot.codes) return alone(figure, spot.name);
    const codes = new Set(spot.codes);
    return { ...figure, data: figure.data.map((trace) => dimmed(trace, codes)) };
  };

  const plain = (html) => html.replace(/<br>/g, " · ").replace(/<[^>]+>/g, "");

  // What is said of the one economy that is lit: its value, as the figure's hover text has it.
  const saidOf = (figure, face, at, code) => {
    const j = face.series ? face.economies.indexOf(code) : -1;
    if (j >= 0) {
      const { value, year } = ict.facetsOf(face, at, j);
      return value === undefined ? ict.words("no_data") : `${value} (${year})`;
    }
    const trace = figure.data.find(({ customdata, text }) => text && customdata?.includes(code));
    return trace ? plain(trace.text[trace.customdata.indexOf(code)]) : "";
  };

  // The newest value of a line.
  const endOf = ({ data }, name) => {
    const { text, x } = data.find((trace) => trace.name === name && Array.isArray(trace.text)) ?? {};
    const last = text?.findLastIndex(Boolean) ?? -1;
    return last < 0 ? "" : `${plain(text[last])} (${x[last]})`;
  };

  ict.spotSaid = (figure, face, at, { name, codes }) => {
    const own = codes ? codes.length === 1 && saidOf(figure, face, at, codes[0]) : endOf(figure, name);
    const said = own || "";
    if (!said || said.startsWith(name)) return said || name;
    return `${name} · ${said}`;
  };

  // The code of the shape under a pointer, or the name of the line.
  ict.spotAt = (target, figure) => {
    const point = target.closest?.(".choroplethlocation, .point, .trace")?.__data__;
    const one = Array.isArray(point) ? point[0] : point;
    const trace = one?.trace ?? {};
    const code = one?.loc ?? trace.customdata?.[one?.i];
    if (code) return { name: ict.facts.names[code], codes: [code] };
    return trace.name && !hasPoints(figure) ? { name: trace.name } : undefined;
  };
})();
