// Runs inside the page before anything is drawn: whether it is light or dark. What the address asks for
// goes before the reader's choice, which is kept in this browser, and that before the system's.
{
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  let kept;
  try {
    kept = localStorage.getItem("ict-theme");
  } catch {} // where a browser keeps nothing, nothing was chosen
  const chosen = dataset.bsTheme ?? kept;
  dataset.chosen = ["light", "dark"].includes(chosen) ? chosen : "auto";
  dataset.bsTheme = dataset.chosen === "auto" ? (dark ? "dark" : "light") : chosen;
}
