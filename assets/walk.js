// The points of a figure, walked with the arrow keys: each is shown as a pointer would show it, and
// said to those who listen.
(() => {
  const ict = (window.ict = window.ict || {});

  const said = document.createElement("div");
  said.className = "visually-hidden";
  said.setAttribute("aria-live", "polite");
  document.body.append(said);

  const ring = document.createElement("div");
  ring.className = "walk-ring";

  const STEPS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
    Home: [-Infinity, 0],
    End: [Infinity, 0],
  };

  // Where the reader stands in each graph: a point of a chart, the code of an economy on a map.
  const places = new WeakMap();

  const moved = (list, at, step) => list[Math.min(Math.max(at + step, 0), list.length - 1)];

  const isAt = (point, { curve, point: index }) => point.curve === curve && String(point.point) === String(index);

  const nearest = (points, x) =>
    points.reduce((best, one) => (Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best));

  // Of two panels the lower one has the later axis.
  const height = (a, b) => (a.one.axis === b.one.axis ? a.point.y - b.point.y : a.one.axis < b.one.axis ? 1 : -1);

  // Up and down: at the same year to the next line in height; in a field to the next row; among
  // dots to the next series.
  const across = (graph, series, own, point, step) => {
    const order = series.map((one) => ({ one, point: one === own ? point : nearest(one.points, point.x) }));
    const isField = Boolean(point.column);
    if (isField || graph.layout.hovermode === "x unified") {
      order.sort(height);
      const [low, high] = graph._fullLayout.yaxis.range;
      if (low > high) order.reverse();
    }
    return moved(order, order.findIndex(({ one }) => one === own), step).point;
  };

  const along = (graph, [sideways, upwards]) => {
    const series = ict.seriesOf(graph);
    if (!series.length) return;
    const at = places.get(graph);
    const own = at && series.find(({ points }) => points.some((point) => isAt(point, at)));
    let next = series[0].points.at(-1);
    if (own) {
      const k = own.points.findIndex((point) => isAt(point, at));
      next = sideways ? moved(own.points, k, sideways) : across(graph, series, own, own.points[k], upwards);
    }
    places.set(graph, next);
    const now = series.find(({ points }) => points.some((point) => isAt(point, next)));
    const words = ict.saidOf(graph, now, next);
    said.textContent = words.join("; ");
    show(graph, next, words);
  };

  const axisOf = (graph, name, letter) => graph._fullLayout[`${letter}axis${name?.slice(1) || ""}`];

  // In pixels of the plot.
  const pixels = (graph, { curve, x, y }) => {
    const trace = graph.data[curve];
    if (trace.type === "scattergeo") return graph._fullLayout.geo._subplot.projection([x, y]);
    const axes = [axisOf(graph, trace.xaxis, "x"), axisOf(graph, trace.yaxis, "y")];
    return [x, y].map((value, k) => axes[k]._offset + axes[k].d2p(value));
  };

  // A ring around the point, and its words beside it.
  const show = (graph, point, words) => {
    const [x, y] = pixels(graph, point);
    graph.append(ring);
    ring.style.translate = `${x}px ${y}px`;
    ring.scrollIntoView({ block: "nearest", inline: "nearest" });
    ict.showTip(words, () => {
      const { left, top } = graph.getBoundingClientRect();
      return { clientX: left + x, clientY: top + y };
    });
  };

  // On a map left and right go by name, up and down by value.
  const overMap = (graph, [sideways, upwards]) => {
    const face = graph.ictFace;
    const at = ict.stagedPlace();
    const all = face.economies.map((code, j) => ({ code, ...ict.facetsOf(face, at, j) }));
    const { locale } = ict.facts;
    const order = sideways
      ? all.sort((a, b) => a.name.localeCompare(b.name, locale))
      : all.filter(({ number }) => number !== undefined).sort((a, b) => a.number - b.number);
    const k = order.findIndex(({ code }) => code === places.get(graph));
    const start = upwards ? order.at(-1) : order[0];
    const next = k < 0 ? start : moved(order, k, sideways || upwards);
    if (!next) return;
    places.set(graph, next.code);
    said.textContent = ict.pointAtEconomy(graph, next.code);
  };

  const leave = () => {
    said.textContent = "";
    ict.unpoint();
    ring.remove();
  };

  const focused = ({ target }) =>
    target.matches?.(".figure-box") ? target.querySelector(".js-plotly-plot") : null;

  document.addEventListener("keydown", (event) => {
    const graph = focused(event);
    if (!graph?.data || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (STEPS[key]) (graph.ictFace ? overMap : along)(graph, STEPS[key]);
    else if (key === "Escape") leave();
    else if (key === "Enter" && graph.ictFace && places.get(graph)) {
      ict.change({ economies: ict.toggled(ict.view, places.get(graph)).economies });
    } else return;
    event.preventDefault();
  });

  document.addEventListener("focusout", (event) => {
    if (focused(event)) leave();
  });
})();
