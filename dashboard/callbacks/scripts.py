"""How callbacks name the browser's functions (`frontend/src/`); the stores that all of them read."""

from dash import ClientsideFunction, Input, State

from dashboard.ids import Ids

VIEW = Input(Ids.VIEW, "data")
FACTS = State(Ids.FACTS, "data")


def script(name: str) -> ClientsideFunction:
    """The function `name` that a script has added to `dash_clientside.ict`."""
    return ClientsideFunction(namespace="ict", function_name=name)
