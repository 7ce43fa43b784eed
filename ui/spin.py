"""Fields with a box for typing inside, named for whoever hears the screen."""

from PySide6.QtWidgets import QLineEdit, QWidget


def name_field(field: QWidget, name: str) -> None:
    """Names a field and, where it has one, the box inside it."""
    field.setAccessibleName(name)
    inside = field.findChild(QLineEdit)
    if inside is not None:
        inside.setAccessibleName(name)
