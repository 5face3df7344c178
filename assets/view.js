// The view: what a control changes in it, and the addresses that are written from it.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  // The query of a view, exactly as View.to_query writes it: defaults left out, in fixed order.
  ict.query = (view) =>
    ict.facts.parameters
      .filter(([name, usual]) => (view[name] ?? usual) !== usual)
      .map(([name]) => `${name}=${encodeURIComponent(view[name])}`)
      .join("&");

  ict.pageAddress = (path, view) => {
    const query = ict.query(view);
    return query ? `${path}?${query}` : path;
  };

  // The one address of a chart's face: only what the chart depends on, with language and version,
  // which is that of the page where it is frozen.
  ict.faceAddress = (chart, view, face = "json", lang = ict.facts.lang) => {
    const { parameters, free = [] } = ict.facts.charts[chart];
    // JSON has all that changes without a request; a copy shows the view at hand.
    const names = face === "json" ? parameters.filter((name) => !free.includes(name)) : parameters;
    const chosen = Object.fromEntries(names.map((name) => [name, view[name]]));
    const query = ict.query({ ...chosen, lang });
    return `/view/${chart}.${face}?${query}&v=${view.v || ict.facts.version}`;
  };

  ict.economies = (view) => (view.economies ? view.economies.split("~") : []);

  ict.toggled = (view, iso3) => {
    const chosen = ict.economies(view);
    const others = chosen.filter((code) => code !== iso3);
    if (others.length === chosen.length) {
      if (chosen.length >= ict.facts.most) return view;
      others.push(iso3);
    }
    return { ...view, economies: others.join("~") };
  };

  // For events that no callback listens to: a click on the map, the end of a drag of the slider.
  ict.change = (change) => {
    ict.view = { ...ict.view, ...change };
    clientside.set_props(ict.facts.ids.VIEW, { data: ict.view });
  };

  // The two years of a span come from two fields; an empty one leaves its end open.
  const spanned = (view, end, text) => {
    const [first = "earliest", last = "latest"] = (view.years || "").split("..").filter(Boolean);
    const ends = { first, last, [end]: text || (end === "first" ? "earliest" : "latest") };
    const isBackwards = Number(ends.first) > Number(ends.last);
    const [a, b] = isBackwards ? [ends.last, ends.first] : [ends.first, ends.last];
    return { ...view, years: `${a}..${b}` };
  };

  const changed = (view, { prop_id: property, value }) => {
    const id = JSON.parse(property.slice(0, property.lastIndexOf(".")));
    if (id.choose) {
      if (!value) return view;
      if (id.choose === "economies" || id.choose === "chips") return ict.toggled(view, id.value);
      ict.closePicker(id.choose);
      // The economy that a page is about is the first one; another one has peers of its own.
      if (id.choose === "economy") return { ...view, economies: id.value };
      return { ...view, [id.choose]: id.value };
    }
    const text = value === null || value === undefined ? "" : String(value);
    if (id.control === "first" || id.control === "last") return spanned(view, id.control, text);
    return { ...view, [id.control]: text };
  };

  // Buttons of pickers and chips, and native controls: the one writer of the view.
  callbacks.choose = (_clicks, _values, view, facts) => {
    ict.remember(facts);
    const next = clientside.callback_context.triggered.reduce(changed, view);
    return ict.query(next) === ict.query(view) ? clientside.no_update : next;
  };

  // Whether the page itself, not its figures alone, was made from another value of the view.
  const isOutdated = (view) => {
    const made = JSON.parse(document.querySelector(".page")?.dataset.madeFrom || "{}");
    return Object.entries(made).some(([name, value]) => (view[name] ?? "") !== value);
  };

  // The address bar follows; replaced, not pushed, so that Back leaves the page. Only where the
  // page is about something else now is it a page of its own, which Dash is told to fetch.
  const follow = (view) => {
    const address = ict.pageAddress(location.pathname, view) + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    if (isOutdated(view)) {
      history.pushState({}, "", address);
      dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    } else {
      history.replaceState(history.state, "", address);
    }
  };

  // On a phone the line of pages is longer than the screen: the current one is brought into sight.
  const showCurrent = () => {
    setTimeout(() => {
      const line = document.querySelector(".shell-nav > ul");
      const link = line?.querySelector(".nav-link.active");
      if (!link || line.scrollWidth <= line.clientWidth) return;
      const { left, right } = line.getBoundingClientRect();
      const box = link.getBoundingClientRect();
      line.scrollLeft += (box.left + box.right - left - right) / 2;
    }, 50);
  };

  callbacks.links = (view, ids, languages, facts) => {
    ict.remember(facts);
    ict.view = view;
    follow(view);
    const pages = ids.map((id) => ict.pageAddress(id.nav, view));
    const here = location.pathname;
    const same = languages.map((id) => ict.pageAddress(here, { ...view, lang: id.language }));
    const current = ids.map((id) => `nav-link${id.nav === here ? " active" : ""}`);
    const newest = document.querySelector(".page-frozen a");
    if (newest) newest.href = ict.pageAddress(here, { ...view, v: "" });
    showCurrent();
    ict.showTray();
    ict.presentAsked?.(view);
    return [pages, same, current];
  };

  // Dash names the tab after the page; afterwards it is named after what is seen.
  ict.nameTab = (text) => {
    setTimeout(() => {
      document.title = text ? `${text} · ${ict.facts.product}` : ict.facts.product;
    });
  };
})();
