// Draws a view of committee mode as large as the screen: words, plot, legend, source and notes.
(() => {
  const ict = (window.ict = window.ict || {});

  // Letters of a plot are this share of the letters of the room, unless the plot is too low for its
  // labels then: it is drawn at the size it was made for, and scaled as a whole.
  const SHARE = 0.92 / 12.5;
  const NARROWEST = 560;
  // Where the words leave the plot less than this share of the screen, they shrink, in steps.
  const ROOM = 0.4;
  const SMALLEST = 3;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  ict.make = make;

  // What scripts make for Dash, as elements.
  const built = (part) => {
    if (part === null || typeof part !== "object") return document.createTextNode(part ?? "");
    const { children, style, className = "", ...rest } = part.props;
    const element = make(part.type.toLowerCase(), className);
    Object.assign(element.style, style);
    for (const [name, value] of Object.entries(rest)) {
      if (name.startsWith("data-")) element.setAttribute(name, value);
    }
    element.append(...[children].flat().map(built));
    return element;
  };

  const key = (mark, colour, text) => {
    const item = make("li", "");
    const sign = make("span", "room-mark", mark);
    sign.style.color = colour;
    item.append(sign, text);
    return item;
  };

  const legendOf = (one, face, at) => {
    if (one.chart === "map") return ict.legend(face, ict.shown(face, at)).map(built);
    const keys = face.keys.map((parts) => key(...parts));
    const list = make("ul", "room-keys");
    list.append(...keys);
    return keys.length ? [list] : [];
  };

  const circled = (face) => (code) => face.figure.data.some(({ customdata }) => customdata?.includes(code));

  // An economy in the spotlight is set off as one that the reader has chosen; not by an outline,
  // which would hide the colour of islands.
  ict.preparedFigure = (one, face, spot) => {
    const at = ict.preparedPlace(one, face);
    const economies = spot?.codes?.length === 1 ? spot.codes : ict.economies(one.view);
    if (one.chart === "map") return ict.mapFigure(face, at, spot ? economies.filter(circled(face)) : economies);
    if (one.chart === "scatter" && at !== undefined) return ict.scatterFigure(face, at, economies);
    return face.figure;
  };

  const written = (layer, one, face, spotted) => {
    const { title, subtitle, sentence, source, notes } = ict.preparedText(one, face);
    const list = make("ul", "room-notes");
    list.append(...notes.map((note) => make("li", "", note)));
    const box = make("div", "room-box");
    const plot = make("div", "room-plot");
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", title);
    box.append(plot);
    const legend = make("div", "legend room-legend");
    legend.append(...legendOf(one, face, ict.preparedPlace(one, face)));
    const head = make("header", "");
    head.append(make("h2", "room-title", title), make("p", "room-subtitle", subtitle));
    if (spotted) head.append(make("p", "room-spot", spotted));
    head.append(make("p", "room-sentence", sentence));
    const foot = make("footer", "room-foot");
    foot.append(make("p", "room-source", source), list);
    layer.replaceChildren(head, box, legend, foot);
    for (let step = 0; step <= SMALLEST; step++) {
      layer.dataset.fit = step;
      if (box.clientHeight >= ROOM * layer.clientHeight) break;
    }
    return plot;
  };

  const scaleOf = (chart, { clientWidth, clientHeight }, letter) =>
    Math.min(letter * SHARE, clientWidth / NARROWEST, clientHeight / ict.facts.charts[chart].least);

  const drawn = (plot, one, figure) => {
    const box = plot.parentElement;
    const letter = parseFloat(getComputedStyle(box).fontSize);
    const scale = Math.max(0.5, scaleOf(one.chart, box, letter));
    const size = { width: box.clientWidth / scale, height: box.clientHeight / scale, autosize: false };
    plot.style.transform = `scale(${scale})`;
    const config = { staticPlot: true, locale: ict.facts.plotly };
    Plotly.react(plot, { data: figure.data, layout: { ...figure.layout, ...size }, config });
    ict.redrawn(plot);
  };

  // What a layer shows; drawn again only where that has changed.
  const stamp = (layer, one, spot) =>
    [ict.facts.lang, layer.clientWidth, layer.clientHeight, one.year, spot?.name].join("|");

  ict.project = (layer, one, spot) => {
    const face = one.faces[ict.facts.lang];
    const wanted = stamp(layer, one, spot);
    if (!face || layer.dataset.shows === wanted) return;
    ict.unproject(layer);
    const figure = ict.preparedFigure(one, face, spot);
    const spotted = spot && ict.spotSaid(figure, face, ict.preparedPlace(one, face), spot);
    drawn(written(layer, one, face, spotted), one, ict.lit(figure, spot));
    layer.dataset.shows = wanted;
  };

  // A map that goes to another year keeps its shapes and gets other colours and words.
  ict.projectYear = (layer, one) => {
    const face = one.faces[ict.facts.lang];
    const plot = layer.querySelector(".js-plotly-plot");
    if (one.chart !== "map" || !plot || layer.querySelector(".room-spot")) return false;
    const at = ict.preparedPlace(one, face);
    const { title, sentence } = face.texts[at];
    ict.repaint(plot, face, ict.shown(face, at));
    layer.querySelector(".room-title").textContent = title;
    layer.querySelector(".room-sentence").textContent = sentence;
    layer.querySelector(".room-box").setAttribute("aria-label", title);
    layer.querySelector(".room-legend").replaceChildren(...legendOf(one, face, at));
    layer.dataset.shows = stamp(layer, one);
    return true;
  };

  ict.unproject = (layer) => {
    const plot = layer.querySelector(".js-plotly-plot");
    if (plot) Plotly.purge(plot);
    layer.replaceChildren();
    delete layer.dataset.shows;
  };
})();
