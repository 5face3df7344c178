"""The made-up installations of the benchmark can be served like the real one."""

import shutil
import subprocess
import sys

from bench.scale import grown

ASK = """
from dashboard.app import create_app
from dashboard.edition import edition
client = create_app().server.test_client()
for name in ("internet-use", "internet-use-x1"):
    answer = client.get(f"/view/map.json?indicator={name}&lang=en&v={edition()}", follow_redirects=True)
    print(answer.status_code, len(answer.json["economies"]))
print(client.get("/map").status_code)
"""


def test_a_grown_copy_answers() -> None:
    """Twice the indicators and economies: pages and faces answer from the copied folder alone."""
    folder = grown(2)
    command = [sys.executable, "-c", ASK]
    asked = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    shutil.rmtree(folder)
    assert asked.stderr == ""
    first, second, page = asked.stdout.splitlines()
    status, economies = first.split()
    assert (status, page) == ("200", "200")
    assert int(economies) > 2 * 190
    assert second == first
