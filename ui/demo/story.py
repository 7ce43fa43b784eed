"""The rehearsal without a screen: the whole way of a report, and what each step proves."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from ui.demo.rehearsal import CAST, OFFICER, PATROL, SECOND, Actor, Rehearsal, RehearsalFailed


def play(say: Callable[[str], None]) -> None:
    """Plays the story in a folder of its own; raises `RehearsalFailed` at a broken promise."""
    with tempfile.TemporaryDirectory(prefix="fieldapp-demo-") as folder:
        with Rehearsal(Path(folder), say) as stage:
            say("Setting up: HQ, two field laptops of Team Site 7, one officer's desktop ...")
            stage.start()
            stage.approve_everybody()
            for actor in CAST:
                stage.field(actor, "sync", "--once")
            say("Passphrases of the rehearsal:")
            for actor in CAST:
                say(f"  {actor.name:12} {actor.passphrase}")
            taken = stage.take_in_history(OFFICER)
            say(f"Maj Okafor takes in {taken} real events of older years; HQ has them.")
            stage.start_senders()
            _Story(stage).play()
        say("Done. Nothing is left running, and the folder of the rehearsal is gone.")


class _Story:
    def __init__(self, stage: Rehearsal) -> None:
        self._stage = stage
        self._number = 0

    def play(self) -> None:
        flash, denied = self._filed_without_link()
        self._received_when_the_link_returns(flash, denied)
        self._asked_and_answered(denied)
        self._carried_by_hand()
        self._checked_by_hq()

    def _filed_without_link(self) -> tuple[str, str]:
        stage = self._stage
        stage.link.cut()
        flash = self._file(PATROL, "incident", "crowd")
        denied = self._file(PATROL, "restriction", "checkpoint")
        states = {ref: stage.report(PATROL, ref)["report"]["delivery"] for ref in (flash, denied)}
        self._expect(set(states.values()) == {"waiting"}, "both reports wait")
        self._step(
            f"The link is cut. Capt Amadou files {flash} (flash) and {denied}.",
            "Both are saved, signed and encrypted on the laptop; both say: waiting.",
        )
        return flash, denied

    def _received_when_the_link_returns(self, flash: str, denied: str) -> None:
        stage = self._stage
        before = int(stage.hq_json("status")["events"])
        stage.link.restore()
        stage.until(
            "the reports left by themselves",
            lambda: int(stage.hq_json("status")["events"]) >= before + 2,
        )
        stage.field(PATROL, "sync", "--once")
        for ref in (flash, denied):
            state = stage.report(PATROL, ref)["report"]["delivery"]
            self._expect(state == "received", f"{ref} is received, not {state}")
        self._step(
            "The link is back. Nobody touched the laptop.",
            "A process without any key sent them sealed; HQ's signed receipts say: received.",
        )

    def _asked_and_answered(self, ref: str) -> None:
        stage = self._stage
        stage.field(OFFICER, "sync", "--once")
        stage.field(
            OFFICER,
            "report",
            "review",
            ref,
            "--verdict",
            "ask",
            "--text",
            "The grid lies outside its zone. Is the 100 km square right?",
        )
        stage.field(OFFICER, "sync", "--once")
        stage.field(PATROL, "sync", "--once")
        seen = stage.report(PATROL, ref)
        self._expect(seen["report"]["questions"] == 1, "the question reached the laptop")
        self._step("Maj Okafor asks about the grid.", "The question is on the patrol's laptop.")

        corrected = stage.answers("checkpoint", grid="32QQF89474793")
        stage.field(
            PATROL,
            "report",
            "amend",
            ref,
            "--answers",
            str(corrected),
            "--reason",
            "GRID",
            "--note",
            "One letter was wrong.",
        )
        stage.field(PATROL, "sync", "--once")
        stage.field(OFFICER, "sync", "--once")
        seen = stage.report(OFFICER, ref)
        self._expect(seen["report"]["recheck"], "the amended report asks for another look")
        self._expect(seen["report"]["revision"] == 1, "both versions are kept")
        self._step(
            "Capt Amadou amends the grid and says why.",
            "HQ keeps both versions; the verdict is marked: check again.",
        )

        stage.field(OFFICER, "report", "review", ref, "--verdict", "accept")
        stage.field(OFFICER, "sync", "--once")
        stage.field(PATROL, "sync", "--once")
        state = stage.report(PATROL, ref)["report"]["state"]
        self._expect(state == "accepted", f"accepted, not {state}")
        self._step("Maj Okafor accepts.", "The patrol sees the verdict on its own laptop.")

    def _carried_by_hand(self) -> None:
        stage = self._stage
        stage.link.cut()
        ref = self._file(SECOND, "restriction", "second-patrol")
        stick = stage.folder / "stick"
        stick.mkdir()
        out = stick / "out.ufrb"
        stage.locked(SECOND, "bundle", "export", str(out))
        stage.hq("import", str(out), "--home", str(stage.folder / "hq"))
        back = stick / "back.ufrb"
        stage.hq("export", str(back), "--home", str(stage.folder / "hq"))
        stage.field(SECOND, "bundle", "import", str(back))
        state = stage.report(SECOND, ref)["report"]["delivery"]
        self._expect(state == "received", f"received by stick, not {state}")
        self._step(
            f"Lt Berg has no link at all: {ref} goes to HQ on a USB stick, the receipt comes back.",
            "The same sealed packets, the same signed receipt; the courier could read nothing.",
        )
        stage.link.restore()

    def _checked_by_hq(self) -> None:
        found = self._stage.hq_json("verify")
        self._step(
            f"HQ checks its whole log: {found['events']} records in {found['streams']} chains.",
            "Every signature fits and nothing is missing.",
        )

    def _file(self, actor: Actor, form: str, name: str) -> str:
        path = self._stage.answers(name)
        words = ("report", "file", "--form", form, "--answers", str(path))
        return str(self._stage.field(actor, *words)["ref"])

    def _step(self, what: str, proves: str) -> None:
        self._number += 1
        self._stage.say(f"{self._number}. {what}")
        self._stage.say(f"   -> {proves}")

    def _expect(self, holds: bool, what: str) -> None:
        if not holds:
            raise RehearsalFailed(f"Not so: {what}.")
