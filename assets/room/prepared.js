// The prepared list of committee mode: which views it has, and all that they need, fetched beforehand.
(() => {
  const ict = (window.ict = window.ict || {});

  // A projector shows no fine greys: words are black, lines dark, and areas have an outline.
  const CONTRAST = { "#23282d": "#000000", "#5b646d": "#1a1a1a", "#6f767c": "#000000", "#e3e6e8": "#b0b0b0" };
  const OUTLINE = "#808080";
  const languages = new Map();

  const addressOf = ({ chart, view }, lang) => {
    return ict.faceAddress(chart, view, "json", lang);
  };

  const prepared = (chart, view) => ({
    chart,
    view: { ...view, lang: "", present: "" },
    year: view.year,
    faces: {},
  });

  // "trend?indicator=fixed-broadband&lang=fr": the language is that of the room.
  const fromTray = (text) => {
    const [chart, query] = `${text}`.split("?");
    const usual = Object.fromEntries(ict.facts.parameters);
    return prepared(chart, { ...usual, ...Object.fromEntries(new URLSearchParams(query)) });
  };

  // A figure of the page says by the id of its plot which chart it is, and what it holds fast.
  const fromFigure = (figure) => {
    const { id } = figure.querySelector(".plot");
    const { ids } = ict.facts;
    const staged = { [ids.MAP]: "map", [ids.SCATTER]: "scatter" }[id];
    const { chart, of } = staged ? { chart: staged, of: "" } : JSON.parse(id);
    return prepared(chart, { ...ict.view, ...Object.fromEntries(new URLSearchParams(of)) });
  };

  const shows = (one) => (other) =>
    addressOf(one, "") === addressOf(other, "") && one.year === other.year;

  // The views that the reader has put on the tray, with the figure at hand before them unless it is
  // one of them; without a tray, the figures of the page. Returns them with the place to begin at.
  ict.prepare = (figure) => {
    const known = ({ chart }) => "shapes" in (ict.facts.charts[chart] ?? {});
    const tray = ict.tray().map(fromTray).filter(known);
    const figures = ict.presentable();
    if (!tray.length) return { views: figures.map(fromFigure), at: Math.max(0, figures.indexOf(figure)) };
    if (!figure) return { views: tray, at: 0 };
    const current = fromFigure(figure);
    const at = tray.findIndex(shows(current));
    return at < 0 ? { views: [current, ...tray], at: 0 } : { views: tray, at };
  };

  // The facts of a language with the words of the room, once they are here.
  ict.roomFacts = (lang) => languages.get(lang);

  const fetchFacts = async (lang) => {
    if (languages.has(lang)) return;
    const { version } = ict.facts;
    languages.set(lang, await ict.json(`/room.json?lang=${lang}&v=${version}`));
  };

  const fetchShapes = async () => {
    const { topojson } = (window.PlotlyGeoAssets ??= { topojson: {} });
    if (topojson.world_110m) return;
    const answer = await fetch(`${document.documentElement.dataset.topology}world_110m.json`);
    topojson.world_110m ??= await answer.json();
  };

  const withContrast = ({ data, layout }) => {
    const dark = (part) =>
      JSON.parse(
        Object.entries(CONTRAST).reduce(
          (text, [grey, black]) => text.replaceAll(grey, black),
          JSON.stringify(part),
        ),
      );
    const outlined = dark(data).map((trace) =>
      trace.type === "choropleth" ? { ...trace, marker: { ...trace.marker, line: { color: OUTLINE, width: 0.6 } } } : trace,
    );
    return { data: outlined, layout: dark(layout) };
  };

  const fetchFace = async (one, lang) => {
    if (one.faces[lang]) return;
    if (ict.facts.charts[one.chart].shapes) await fetchShapes();
    const face = await ict.json(addressOf(one, lang));
    if (one.chart === "scatter") ict.unpackedAxes(face);
    one.faces[lang] = { ...face, figure: withContrast(face.figure) };
  };

  // Everything of some views in a language; `came` hears of each that is there.
  ict.fetchPrepared = async (views, lang, came) => {
    await fetchFacts(lang);
    const coming = views.map((one) => fetchFace(one, lang).then(() => came(one)));
    const failed = (await Promise.allSettled(coming)).find(({ reason }) => reason);
    if (failed) throw failed.reason;
  };

  // Ready is what can be shown in both languages when the network is gone.
  ict.readyCount = (views, both) =>
    views.filter(({ faces }) => both.every((lang) => faces[lang] && languages.has(lang))).length;

  // The place of its year for a view that holds years; undefined for the others.
  ict.preparedPlace = (one, face) => (face.years?.length ? ict.yearPlace(face, one.year) : undefined);

  ict.preparedText = (one, face) => ({ ...face.text, ...face.texts?.[ict.preparedPlace(one, face)] });
})();
