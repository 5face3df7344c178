// The scorecard of an economy: every indicator with value, year, status, source, places and course.
(() => {
  const ict = (window.ict = window.ict || {});

  const STATUSES = { o: "observed", e: "estimated" };
  const SVG = "http://www.w3.org/2000/svg";

  const cell = (name, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };

  const drawn = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const spark = (course) => {
    if (!course) return "";
    const [path, x, y] = course;
    const picture = drawn("svg", { viewBox: "0 0 96 24", "aria-hidden": "true" });
    picture.append(
      drawn("path", { d: path, fill: "none", stroke: "#0b5d92", "stroke-width": 1.5 }),
      drawn("circle", { cx: x, cy: y, r: 2.2, fill: "#d55e00" }),
    );
    return picture;
  };

  const place = (found, { words }) =>
    found
      ? ict.fill(words.place, { place: ict.number(found[0]), ranked: ict.number(found[1]) })
      : words.unranked;

  const row = (indicator, own, room) => {
    const button = cell("button", indicator.name);
    button.type = "button";
    button.dataset.indicator = indicator.id;
    const head = cell("th", button);
    head.scope = "row";
    if (!own || own.value === null) {
      const none = cell("td", ict.words("no_data"));
      none.colSpan = 7;
      return cell("tr", head, none);
    }
    const texts = [
      ict.value(own.value, indicator.decimals, indicator.unit),
      String(own.year),
      ict.words(STATUSES[own.letter]),
      own.source,
      place(own.region, room),
      place(own.world, room),
    ];
    return cell("tr", head, ...texts.map((text) => cell("td", text)), cell("td", spark(own.course)));
  };

  // Rows of the indicators, a body a theme.
  ict.scorecard = (room, listed) =>
    room.themes.map(({ id, name }) => {
      const head = cell("th", name);
      head.scope = "rowgroup";
      head.colSpan = 8;
      const title = cell("tr", head);
      title.className = "room-theme";
      const rows = room.indicators.flatMap((indicator, k) =>
        indicator.theme === id ? [row(indicator, listed[k], room)] : [],
      );
      return cell("tbody", title, ...rows);
    });
})();
