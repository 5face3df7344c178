// What a pointer reads over the map, and what a click on it does.
(() => {
  const ict = (window.ict = window.ict || {});

  const tip = document.createElement("div");
  tip.className = "map-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;

  const line = (name, text) => {
    const element = document.createElement("div");
    element.className = name;
    element.textContent = text;
    return element;
  };

  const lines = (face, at, j) => {
    const facets = ict.facetsOf(face, at, j);
    if (facets.value === undefined) {
      return [line("tip-name", facets.name), line("tip-quiet", ict.words("no_data"))];
    }
    const ranked = ict.rankOf(face, at, j);
    return [
      line("tip-name", facets.name),
      line("tip-value", `${facets.value} (${facets.year})`),
      line("tip-quiet", facets.status),
      ...(ranked ? [line("tip-quiet", ict.rank(ranked.rank, ranked.n))] : []),
      ...facets.notes.map((note) => line("tip-note", note)),
    ];
  };

  const place = ({ clientX, clientY }) => {
    const room = 14;
    const { width, height } = tip.getBoundingClientRect();
    const beside = clientX + room + width < innerWidth ? clientX + room : clientX - room - width;
    const below = clientY + room + height < innerHeight ? clientY + room : clientY - room - height;
    tip.style.left = `${Math.max(4, beside)}px`;
    tip.style.top = `${Math.max(4, below)}px`;
  };

  // Where a point that the keyboard has come to is now; a pointer's place is where it was.
  let anchor;

  const open = (children, where) => {
    if (!tip.isConnected) (document.querySelector("main") ?? document.body).append(tip);
    tip.replaceChildren(...children);
    tip.hidden = false;
    anchor = typeof where === "function" ? where : undefined;
    place(anchor ? anchor() : where);
  };

  const show = (graph, j, where) => open(lines(graph.ictFace, ict.stagedPlace(), j), where);

  // A point of another chart that the keyboard has come to.
  ict.showTip = ([first, ...more], where) =>
    open([line("tip-name", first), ...more.map((text) => line("tip-quiet", text))], where);

  // An area or a circle that the keyboard has come to: outlined, with its tooltip; returns its words.
  ict.pointAtEconomy = (graph, code) => {
    ict.unpoint();
    const circles = graph.data.find(({ type, mode }) => type === "scattergeo" && mode === "markers");
    const isOf = ({ __data__: { loc, i } }) => (loc ?? circles.customdata[i]) === code;
    const shapes = graph.querySelectorAll(".choroplethlayer path, .scattergeo path.point");
    const shape = [...shapes].filter(isOf).at(-1);
    if (shape) {
      shape.classList.add("walked");
      shape.scrollIntoView({ block: "nearest" });
    }
    const middle = () => {
      const { x, y, width, height } = (shape ?? graph).getBoundingClientRect();
      return { clientX: x + width / 2, clientY: y + height / 2 };
    };
    show(graph, graph.ictFace.economies.indexOf(code), middle);
    return [...tip.children].map(({ textContent }) => textContent).join("; ");
  };

  ict.unpoint = () => {
    tip.hidden = true;
    for (const shape of document.querySelectorAll(".walked")) shape.classList.remove("walked");
  };

  const codeOf = ({ points: [point] }) => point.location ?? point.customdata;

  const plotted = (id, then) => {
    const graph = ict.element(id)?.querySelector(".js-plotly-plot");
    if (graph?.on) then(graph);
    else if (ict.element(id)) requestAnimationFrame(() => plotted(id, then));
  };

  // The picture that stood for the map until it was drawn has done its part.
  const unveil = (id, graph) => {
    if (graph.querySelector(".choroplethlayer path")) ict.element(id).style.backgroundImage = "none";
  };

  // Listens once a graph; the face that is on it may change.
  ict.listen = (id, face) => {
    plotted(id, (graph) => {
      graph.ictFace = face;
      if ("listens" in graph.dataset) return;
      graph.dataset.listens = "";
      const drawn = () => {
        ict.redrawn(graph);
        unveil(id, graph);
      };
      graph.on("plotly_afterplot", drawn);
      drawn();
      graph.on("plotly_hover", (event) => {
        const j = graph.ictFace.economies.indexOf(codeOf(event));
        if (j < 0) return;
        graph.classList.add("pointed");
        show(graph, j, event.event);
      });
      graph.on("plotly_unhover", () => {
        tip.hidden = true;
        graph.classList.remove("pointed");
      });
      graph.on("plotly_click", (event) => {
        const code = codeOf(event);
        if (graph.ictFace.economies.includes(code)) {
          ict.change({ economies: ict.toggled(ict.view, code).economies });
        }
      });
    });
  };

  // The keyboard's way to a point may scroll the page: its tooltip goes along.
  const follow = () => {
    if (anchor) place(anchor());
    else tip.hidden = true;
  };
  addEventListener("scroll", follow, { passive: true });
})();
