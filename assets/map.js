// The map: its face holds all years, so the figure of any year is made here.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const AREAS = 1;
  const CIRCLES = 2;
  const PALE = 0.55;
  const NO_DATA = "#e4e4e1";
  // On a phone the circles would hide what lies between them.
  const NARROW = 640;
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
      size: innerWidth < NARROW ? trace.marker.size * 0.7 : trace.marker.size,
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
  // Economies with a circle have the circle outlined instead.
  const outlines = (locations) => ({
    type: "choropleth",
    locationmode: "ISO-3",
    locations,
    z: locations.map(() => 0),
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
    const circled = new Set(face.figure.data[CIRCLES].customdata);
    const outlined = face.economies.filter((code) => chosen.has(code) && !circled.has(code));
    return { data: outlined.length ? [...data, outlines(outlined)] : data, layout };
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
    const wanted = ict.yearPlace(face, view.year);
    const at = ict.stage(id, face, wanted, (place) => ict.recolour(id, face, place));
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
  const shapes = (graph, face) => {
    const group = graph.querySelectorAll(".choroplethlayer .trace")[AREAS];
    const dots = graph.querySelector(".scattergeo");
    const paths = [group, dots].flatMap((layer) => [...(layer?.querySelectorAll("path") ?? [])]);
    const places = new Map(face.economies.map((code, j) => [code, j]));
    const circled = face.figure.data[CIRCLES].customdata;
    return paths.map((path) => {
      const { loc, i } = path.__data__;
      return { path, j: places.get(loc ?? circled[i]) };
    });
  };

  // Found again after every redraw; only what differs from the fill it has is touched.
  const found = new WeakMap();
  ict.redrawn = (graph) => found.delete(graph);

  const shapesOf = (graph, face) => {
    if (!found.has(graph)) found.set(graph, shapes(graph, face));
    return found.get(graph);
  };

  ict.repaint = (graph, face, shown) => {
    for (const shape of shapesOf(graph, face)) {
      const level = shown.levels[shape.j];
      const pale = shown.pale[shape.j];
      if (level === undefined || (shape.level === level && shape.pale === pale)) continue;
      const { style } = shape.path;
      if (shape.level !== level) style.fill = level < 0 ? NO_DATA : face.colors[level];
      if (shape.pale !== pale) style.opacity = pale ? PALE : 1;
      shape.level = level;
      shape.pale = pale;
    }
  };

  ict.recolour = (id, face, at) => {
    const shown = ict.shown(face, at);
    const graph = ict.element(id)?.querySelector(".js-plotly-plot");
    if (graph) ict.repaint(graph, face, shown);
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
