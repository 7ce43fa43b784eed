"""The page to look through the pictures with."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from string import Template

from tests.screens.taking import Shot

_PAGE = Template("""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Screens</title>
<style>
body { font: 14px sans-serif; margin: 0; background: #f3f5f7; color: #17202b; }
header { position: sticky; top: 0; background: #fff; padding: 10px 16px; display: flex; gap: 16px;
  border-bottom: 1px solid #d3dae1; flex-wrap: wrap; align-items: center; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(var(--w, 620px), 1fr));
  gap: 16px; padding: 16px; }
figure { margin: 0; background: #fff; border: 1px solid #d3dae1; padding: 8px; }
figure.found { border-color: #b3261e; }
img { width: 100%; height: auto; display: block; }
li { color: #b3261e; }
</style>
<header><b>$count pictures, $found with findings</b><span id="filters"></span>
<label><input type="checkbox" id="only"> with findings only</label>
<label>width <input type="range" id="width" min="300" max="1900" value="620"></label></header>
<main></main>
<script>
const shots = $shots;
const main = document.querySelector("main"), only = document.querySelector("#only");
const kinds = ["scene", "language", "theme", "size"], chosen = {};
for (const kind of kinds) {
  const box = document.createElement("select");
  box.add(new Option("every " + kind, ""));
  for (const value of new Set(shots.map(shot => shot[kind]))) box.add(new Option(value, value));
  chosen[kind] = box;
  box.onchange = show;
  document.querySelector("#filters").append(box, " ");
}
function show() {
  main.replaceChildren();
  for (const shot of shots) {
    if (kinds.some(kind => chosen[kind].value && chosen[kind].value !== shot[kind])) continue;
    if (only.checked && !shot.findings.length) continue;
    const figure = document.createElement("figure"), link = document.createElement("a");
    const image = document.createElement("img"), words = document.createElement("figcaption");
    image.loading = "lazy"; image.src = link.href = encodeURIComponent(shot.file);
    words.textContent = kinds.map(kind => shot[kind]).join(" · ");
    link.append(image); figure.append(words, link);
    if (shot.findings.length) figure.className = "found";
    const list = document.createElement("ul");
    for (const text of shot.findings) {
      const item = document.createElement("li");
      item.textContent = text; list.append(item);
    }
    figure.append(list); main.append(figure);
  }
}
only.onchange = show;
document.querySelector("#width").oninput = event =>
  main.style.setProperty("--w", event.target.value + "px");
show();
</script></html>
""")


def write_index(folder: Path, shots: Sequence[Shot]) -> Path:
    """Writes the page beside the pictures; where it is."""
    rows = json.dumps([asdict(shot) for shot in shots], ensure_ascii=False)
    found = sum(bool(shot.findings) for shot in shots)
    page = folder / "index.html"
    text = _PAGE.substitute(count=len(shots), found=found, shots=rows.replace("<", "\\u003c"))
    page.write_text(text, "utf-8")
    return page
