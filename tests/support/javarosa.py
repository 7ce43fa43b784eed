"""Asks JavaRosa, the engine on most phones, what an expression means: a referee where one is here.

Usage: ``python -m tests.support.javarosa EXPRESSION ...`` prints what each gives. JavaRosa lies in
pyxform's validator and needs a Java development kit; nothing in the product or its tests does.
"""

from __future__ import annotations

import base64
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_JAR = Path("validators", "odk_validate", "bin", "ODK_Validate.jar")
_SCRIPT = """
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathFuncExpr;
String said(String coded) {
    try {
        String source = new String(java.util.Base64.getDecoder().decode(coded), "UTF-8");
        Object value = XPathParseTool.parseXPath(source).eval(null, new EvaluationContext(null));
        return XPathFuncExpr.toString(value);
    } catch (Throwable fault) {
        return "error " + fault.getClass().getSimpleName();
    }
}
"""


class NoReferee(Exception):
    """No Java development kit, or no pyxform, on this machine."""


def ask(expressions: Sequence[str], zone: str = "America/Phoenix") -> list[str]:
    """The text that each expression gives outside any form, in ``zone``.

    Raises:
        NoReferee: JavaRosa cannot be run here.
    """
    shell, found = shutil.which("jshell"), importlib.util.find_spec("pyxform")
    if shell is None or found is None or found.origin is None:
        raise NoReferee("JavaRosa needs jshell and pyxform (the extra 'authoring')")
    lines = [
        f'System.out.println("said " + said("{base64.b64encode(source.encode()).decode()}"));'
        for source in expressions
    ]
    done = subprocess.run(
        [
            shell,
            "-s",
            "--class-path",
            str(Path(found.origin).parent / _JAR),
            f"-R-Duser.timezone={zone}",
            "-",
        ],
        input=_SCRIPT + "\n".join(lines) + "\n/exit\n",
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return [line[5:] for line in done.stdout.splitlines() if line.startswith("said ")]


def main(arguments: list[str]) -> int:
    """Prints one line an expression; returns the exit status."""
    try:
        answers = ask(arguments)
    except NoReferee as missing:
        print(missing, file=sys.stderr)
        return 2
    for source, answer in zip(arguments, answers, strict=True):
        print(f"{source} -> {answer}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
