// One view in one file: its face is in the page.
(() => {
  const ict = window.ict;
  const { ict: callbacks } = window.dash_clientside;
  const { chart, face, facts, shapes, view } = JSON.parse(document.querySelector(".contents").textContent);

  ict.remember(facts);
  if (shapes) ict.shapes(shapes);
  ict.faceOf = async () => face;

  ict.show = async (next) => {
    ict.view = next;
    await ict.showChart(chart, next);
    if (chart === "map") await callbacks.table(next, "", facts);
  };

  ict.show(view);
})();
