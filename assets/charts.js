// Trend and gap: the face's figure and words, as they are.
(() => {
  const ict = (window.ict = window.ict || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.ict = clientside.ict || {});

  // Title, subtitle, sentence, source and notes: the order of PARTS in components/figure.py.
  ict.caption = (text, title = text.title, sentence = text.sentence) => [
    title,
    text.subtitle,
    sentence,
    text.source,
    text.notes.map((note) => ict.html("Li", note)),
  ];

  ict.failure = (error) => {
    const { no_update: same } = clientside;
    return [same, same, same, error.message, same, same];
  };

  const drawn = async (chart, id, view) => {
    try {
      const face = await ict.newestFace(id, ict.faceAddress(chart, view));
      if (!face) return clientside.no_update;
      return [face.figure, ...ict.caption(face.text)];
    } catch (error) {
      return ict.failure(error);
    }
  };

  const page = (chart, name) => async (view, facts) => {
    ict.remember(facts);
    const answer = await drawn(chart, facts.ids[name], view);
    if (typeof answer[1] === "string") ict.nameTab(answer[1]);
    return answer;
  };

  callbacks.trend = page("trend", "TREND");
  callbacks.gap = page("gap", "GAP");

  // A small figure has its own indicator and span; what the page compares does not change it.
  callbacks.small = (_view, id, facts) => {
    ict.remember(facts);
    return drawn("gap", id, { indicator: id.small, ...facts.divides });
  };
})();
