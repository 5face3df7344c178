// The map: its face holds all years, so the figure of any year is made here.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const AREAS = 1;
  const CIRCLES = 2;
  const PALE = 0.55;
  const HIGHLIGHT = "#d55e00";
  const NOTHING = "rgba(0,0,0,0)";

  const opacities = (shown, indexes) => indexes.map((j) => (shown.pale[j] ? PALE : 1));

  const areas = (trace, shown) => ({
    ...trace,
    z: Array.from(shown.levels),
    marker: { ...trace.marker, opacity: Array.from(shown.pale, (pale) => (pale ? PALE : 1)) },
    text: undefined,
    hovertemplate: undefined,
    hoverinfo: "none",
  });

  const circles = (trace, shown, indexes, chosen) => ({
    ...trace,
    marker: {
      ...trace.marker,
      color: indexes.map((j) => shown.levels[j]),
      opacity: opacities(shown, indexes),
      line: {
        color: trace.customdata.map((c) => (chosen.has(c) ? HIGHLIGHT : trace.marker.line.color)),
        width: trace.customdata.map((c) => (chosen.has(c) ? 2.5 : trace.marker.line.width)),
      },
    },
    text: undefined,
    hovertemplate: undefined,
    hoverinfo: "none",
  });

  // An outline of its own above all areas: a neighbour's border would cover half of it.
  const outlines = (face, chosen) => ({
    type: "choropleth",
    locationmode: "ISO-3",
    locations: face.economies.filter((code) => chosen.has(code)),
    z: face.economies.filter((code) => chosen.has(code)).map(() => 0),
    colorscale: [
      [0, NOTHING],
      [1, NOTHING],
    ],
    showscale: false,
    hoverinfo: "skip",
    marker: { line: { color: HIGHLIGHT, width: 2.2 } },
  });

  ict.mapFigure = (face, at, economies) => {
    const shown = ict.shown(face, at);
    const chosen = new Set(economies);
    const places = new Map(face.economies.map((code, j) => [code, j]));
    const indexes = face.figure.data[CIRCLES].customdata.map((code) => places.get(code));
    const data = face.figure.data.map((trace, k) => {
      if (k === AREAS) return areas(trace, shown);
      return k === CIRCLES ? circles(trace, shown, indexes, chosen) : trace;
    });
    const layout = { ...face.figure.layout, dragmode: false };
    return { data: chosen.size ? [...data, outlines(face, chosen)] : data, layout };
  };

  callbacks.map = async (view, facts) => {
    ict.remember(facts);
    const id = facts.ids.MAP;
    let face;
    try {
      face = await ict.newestFace(id, ict.faceAddress("map", view));
    } catch (error) {
      return [...ict.failure(error), clientside.no_update];
    }
    if (!face) return clientside.no_update;
    const at = ict.yearPlace(face, view.year);
    ict.stage(face, at, (place) => ict.recolour(id, face, place));
    ict.listen(id, face);
    const { title, sentence } = face.texts[at];
    if (location.pathname !== "/") ict.nameTab(title);
    return [
      ict.mapFigure(face, at, ict.economies(view)),
      ...ict.caption(face.text, title, sentence),
      ict.legend(face, ict.shown(face, at)),
    ];
  };

  // While years pass, the shapes that are there get their new fill at once; a proper redraw takes
  // three times as long and follows when the years have come to rest.
  const shapes = (id) => {
    const graph = ict.element(id);
    const group = graph?.querySelectorAll(".choroplethlayer .trace")[AREAS];
    const dots = graph?.querySelector(".scattergeo");
    return [...(group?.querySelectorAll("path") ?? []), ...(dots?.querySelectorAll("path") ?? [])];
  };

  ict.recolour = (id, face, at) => {
    const shown = ict.shown(face, at);
    const places = new Map(face.economies.map((code, j) => [code, j]));
    const circled = face.figure.data[CIRCLES].customdata;
    for (const shape of shapes(id)) {
      const point = shape.__data__;
      const j = point.loc === undefined ? places.get(circled[point.i]) : places.get(point.loc);
      if (j === undefined) continue;
      const level = shown.levels[j];
      shape.style.fill = level < 0 ? "var(--no-data)" : face.colors[level];
      shape.style.opacity = shown.pale[j] ? PALE : 1;
    }
    const { title, sentence } = face.texts[at];
    ict.write({ caption: "map", part: "title" }, title);
    ict.write({ caption: "map", part: "sentence" }, sentence);
    ict.count(face, shown);
  };

  // Into the text that React has put there, so that its next update finds what it expects.
  ict.write = (id, text) => {
    const node = ict.element(id)?.firstChild;
    if (node && node.nodeValue !== text) node.nodeValue = text;
  };
})();
