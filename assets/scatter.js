// The scatter: its face has both indicators in all years, so the figure of any year is made here.
// The rule of pairing is that of dashboard/text/scatter.py.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const SMALLEST = 5;

  // The newest value of its own up to a year, if it is not too old.
  const newest = (axis, j, year, age) => {
    const series = axis.series[j];
    for (let k = axis.years.length - 1; series && k >= 0; k--) {
      if (axis.years[k] > year || !"oe".includes(series.status[k])) continue;
      if (year - axis.years[k] > age) return undefined;
      return { value: series.values[k], year: axis.years[k], letter: series.status[k] };
    }
    return undefined;
  };

  const paired = (face, year) =>
    face.economies.flatMap((code, j) => {
      const x = newest(face.x, j, year, face.age);
      const y = newest(face.y, j, year, face.age);
      if (!x || !y) return [];
      const older = x.year !== year || y.year !== year;
      return [{ code, x, y, older, region: face.regions[j], size: face.sizes[j] || SMALLEST }];
    });

  const STATUSES = { o: "observed", e: "estimated" };
  const stated = (axis, { value, year, letter }) => {
    const facts = { value: ict.value(value, axis.decimals, axis.unit), year };
    return letter === "o"
      ? ict.words("stated", facts)
      : ict.words("stated_other", { ...facts, status: ict.words(STATUSES[letter]) });
  };

  const hover = (face, one) =>
    [
      `<b>${ict.facts.names[one.code]}</b>`,
      `${face.y.name}: ${stated(face.y, one.y)}`,
      `${face.x.name}: ${stated(face.x, one.x)}`,
    ].join("<br>");

  const coordinates = (listed) => ({
    x: listed.map(({ x }) => x.value),
    y: listed.map(({ y }) => y.value),
  });

  const bubbles = (face, trace, listed, symbol) => ({
    ...trace,
    ...coordinates(listed),
    customdata: listed.map(({ code }) => code),
    text: listed.map((one) => hover(face, one)),
    marker: {
      ...trace.marker,
      size: listed.map(({ size }) => size),
      symbol: listed.map(({ older }) => (older ? `${symbol}-open` : symbol)),
    },
  });

  ict.scatterFigure = (face, at, economies) => {
    const found = paired(face, face.years[at]).sort((a, b) => b.size - a.size);
    const chosen = found.filter(({ code }) => economies.includes(code));
    const data = face.figure.data.map((trace, k) => {
      if (k < face.symbols.length) {
        const own = found.filter(({ region }) => region === k);
        return bubbles(face, trace, own, face.symbols[k]);
      }
      return { ...trace, ...coordinates(chosen), text: chosen.map(({ code }) => ict.facts.names[code]) };
    });
    return { data, layout: face.figure.layout };
  };

  ict.unpackedAxes = (face) => {
    if (!face.unpacked) {
      for (const axis of [face.x, face.y]) ict.unpacked(axis);
      face.unpacked = true;
    }
    return face;
  };

  callbacks.scatter = async (view, facts) => {
    ict.remember(facts);
    const id = facts.ids.SCATTER;
    let face;
    try {
      face = await ict.newestFace(id, ict.faceAddress("scatter", { ...view, year: "latest", economies: "" }));
    } catch (error) {
      return ict.failure(error).slice(0, 6);
    }
    if (!face) return clientside.no_update;
    ict.unpackedAxes(face);
    if (!face.years.length) return [face.figure, ...ict.caption(face.text)];
    const paint = (place) => {
      clientside.set_props(id, { figure: ict.scatterFigure(face, place, ict.economies(ict.view)) });
      ict.write({ caption: "scatter", part: "title" }, face.texts[place].title);
      ict.write({ caption: "scatter", part: "sentence" }, face.texts[place].sentence);
    };
    const at = ict.stage(id, face, ict.yearPlace(face, view.year), paint);
    const { title, sentence } = face.texts[at];
    return [ict.scatterFigure(face, at, ict.economies(view)), ...ict.caption(face.text, title, sentence)];
  };
})();
