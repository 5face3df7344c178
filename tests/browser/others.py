"""Firefox by WebDriver BiDi and WebKit by its own driver, asked alike; no test of its own.

Firefox speaks BiDi by itself, so that no second program has to match its version. WebKit's browser
draws on a display only: it gets one in memory.
"""

import json
import os
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import Any

from selenium.webdriver import ActionChains, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.service import Service

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WEBKIT = shutil.which("WebKitWebDriver")
DISPLAY = shutil.which("Xvfb")
SIZE = (1280, 900)
WAIT_S = 60.0  # WebKit draws by software
STEP_S = 0.1
GIVEN_UP = "AbortError: The operation was aborted"


class Driven(ABC):
    """A browser with one window: an address, a script, keys and a size are all that is asked of it."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self.red: list[str] = []

    @abstractmethod
    def go(self, address: str) -> None:
        """Load `address`."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels."""

    @abstractmethod
    def type(self, keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""

    @abstractmethod
    def _value(self, script: str) -> str:
        """What the expression `script` gives, a text."""

    def run(self, script: str, *given: object) -> Any:
        """What the function `script` gives for `given`, as JSON carries it."""
        arguments = ", ".join(map(json.dumps, given))
        return json.loads(self._value(f"JSON.stringify(({script})({arguments}) ?? null)"))

    def until(self, script: str, *given: object) -> Any:
        """What the function `script` gives as soon as that is true of the page."""
        return until(lambda: self.run(script, *given), script)

    def close(self) -> None:
        """End the browser, and whatever was started for it."""
        self._open.close()


class Firefox(Driven):
    """Firefox without a window; `red` is what its console says in red."""

    def __init__(self, profile: Path) -> None:
        super().__init__()
        command = [FIREFOX, "--headless", "--profile", str(profile), "--remote-debugging-port=0"]
        process = self._open.enter_context(Popen(command, stdout=DEVNULL, stderr=DEVNULL))
        self._open.callback(process.terminate)
        told = profile / "WebDriverBiDiServer.json"
        port = until(lambda: told.exists() and told.read_text(), "Firefox's port")
        address = f"ws://127.0.0.1:{json.loads(port)['ws_port']}/session"
        self._link = WebSocketConnection(address, WAIT_S, STEP_S / 10)
        self._open.callback(self._link.close)
        self._ask("session.new", capabilities={})
        self._link.callbacks["log.entryAdded"] = [self._log]
        self._ask("session.subscribe", events=["log.entryAdded"])
        tree = self._ask("browsingContext.getTree")
        self._window = {"context": tree["contexts"][0]["context"]}
        self._ask("browsingContext.activate", **self._window)
        self.resize(*SIZE)

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        answer = self._link.send_cmd(method, given)
        assert "result" in answer, answer
        return answer["result"]

    def _log(self, entry: dict[str, Any]) -> None:
        # What is on its way when the reader leaves a page is given up, and Firefox says so in red.
        if entry["level"] == "error" and not entry["text"].startswith(GIVEN_UP):
            self.red.append(entry["text"])

    def go(self, address: str) -> None:
        """Load `address`."""
        self._ask("browsingContext.navigate", **self._window, url=address, wait="complete")

    def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels."""
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", **self._window, viewport=size)

    def type(self, keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        moves = [{"type": move, "value": key} for key in keys for move in ("keyDown", "keyUp")]
        board = {"type": "key", "id": "keyboard", "actions": moves}
        self._ask("input.performActions", **self._window, actions=[board])

    def _value(self, script: str) -> str:
        answer = self._ask(
            "script.evaluate", expression=script, target=self._window, awaitPromise=True
        )
        assert answer["type"] == "success", answer
        return answer["result"]["value"]


# Errors of a page from now on, and those of its console. That sizes are told in the next frame only is
# a notice of the browser's: it comes in the shape of an error, and nothing has gone wrong.
LISTEN = """() => {
  const said = (window.heard = []);
  const isNotice = (message) => message.startsWith("ResizeObserver loop completed");
  addEventListener("error", ({ message }) => isNotice(message) || said.push(message));
  addEventListener("unhandledrejection", (event) => said.push(`${event.reason}`));
  console.error = (...words) => said.push(words.join(" "));
}"""
HEARD = "() => window.heard ?? []"


class WebKit(Driven):
    """The browser that comes with WebKitGTK.

    Its driver tells nothing of the console: `red` is what a page says in red once it is loaded, from
    page to page as long as links are followed.
    """

    def __init__(self, _: Path) -> None:
        super().__init__()
        options = WebKitGTKOptions()
        options.add_argument("--automation")
        # Composing layers in software takes half of its time.
        own = {"DISPLAY": self._display(), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        service = Service(WEBKIT, env=os.environ | own)
        self._driver = WebKitGTK(options=options, service=service)
        self._open.callback(self._driver.quit)
        self.resize(*SIZE)

    def _display(self) -> str:
        told, tell = os.pipe()
        command = [DISPLAY, "-displayfd", str(tell), "-screen", "0", "1600x1200x24"]
        process = self._open.enter_context(Popen(command, pass_fds=[tell], stderr=DEVNULL))
        self._open.callback(process.terminate)
        os.close(tell)
        with os.fdopen(told) as line:
            return f":{line.readline().strip()}"

    def go(self, address: str) -> None:
        """Load `address`."""
        self.red += self.run(HEARD)
        self._driver.get(address)
        self.run(LISTEN)

    def close(self) -> None:
        """End the browser, and whatever was started for it."""
        self.red += self.run(HEARD)
        super().close()

    def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels: the window is larger by what stands around the page."""
        window = self._driver.get_window_size()
        inner = self.run("() => [innerWidth, innerHeight]")
        self._driver.set_window_size(
            window["width"] - inner[0] + width, window["height"] - inner[1] + height
        )

    def type(self, keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        ActionChains(self._driver, duration=0).send_keys(keys).perform()

    def _value(self, script: str) -> str:
        return self._driver.execute_script(f"return {script}")


def until(asked: Callable[[], Any], what: str) -> Any:
    """The first true answer, asked for again and again."""
    end = time.monotonic() + WAIT_S
    while not (answer := asked()):
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(STEP_S)
    return answer
