// Chips: the highlighted economies by name, each with a button that takes it away.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  const chip = (iso3, name) =>
    ict.html(
      "Li",
      ict.html("Button", [ict.html("Span", name), ict.html("Span", "×", { "aria-hidden": "true" })], {
        id: { choose: "chips", value: iso3 },
        className: "chip",
        type: "button",
        title: ict.words("remove", { name }),
        "aria-label": ict.words("remove", { name }),
      }),
      { key: iso3 },
    );

  const full = () => {
    const number = ict.number(ict.facts.most);
    return ict.html("Li", ict.words("most", { number }), { className: "chips-full", key: "full" });
  };

  callbacks.chips = (view, facts) => {
    ict.remember(facts);
    const codes = ict.economies(view);
    const chips = codes.map((iso3) => chip(iso3, facts.names[iso3] ?? iso3));
    return codes.length < facts.most ? chips : [...chips, full()];
  };
})();
