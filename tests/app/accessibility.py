"""What a person needs who does not see the window, or does not use a mouse: found by walking over it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialogButtonBox, QWidget

from app.look.qimage import pixels_of_image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

Role = QAccessible.Role
# What a person does something with.
CONTROLS: Final = {
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.SpinBox,
    Role.Slider,
    Role.List,
    Role.Link,
    Role.ProgressBar,
}
_MARGIN_PX: Final = 4
_SEEN: Final = 40
# As much as a line of a pixel around a small button.
_FEWEST_PIXELS: Final = 40


def interfaces(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds in a part of the window, that can be seen now."""

    def walk(each: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        yield each
        for number in range(each.childCount()):
            child = each.child(number)
            if child.isValid() and not child.state().invisible:
                yield from walk(child)

    yield from walk(QAccessible.queryAccessibleInterface(root))


def unexplained(root: QWidget) -> list[str]:
    """Controls without a name, a role, or a word on what they do."""
    found = []
    for each in interfaces(root):
        widget, name = each.object(), each.text(QAccessible.Text.Name)
        is_control, is_named = each.role() in CONTROLS, each.role() is Role.Graphic or each.state().focusable
        if not (is_control or is_named) or not isinstance(widget, QWidget) or _is_part(widget):
            continue
        what = f"{type(widget).__name__} “{name}” ({each.role().name})"
        if not name.strip():
            found.append(f"{what} has no name")
        if each.role() is Role.NoRole:
            found.append(f"{what} has no role")
        tells_itself = each.role() in {Role.ProgressBar, Role.StaticText} or isinstance(
            widget.parent(), QDialogButtonBox
        )
        if is_control and not (widget.toolTip() or tells_itself or each.text(QAccessible.Text.Description)):
            found.append(f"{what} does not say what it does")
    return found


def _is_part(widget: QWidget) -> bool:
    """Whether it belongs to a control that is looked at already, such as the field of a spin box."""
    return widget.objectName().startswith("qt_") or widget.focusProxy() is not None


def stops(root: QWidget) -> list[QWidget]:
    """What the tabulator goes to in this window, in its order, from the first."""
    found: list[QWidget] = []
    each = root.window().nextInFocusChain()
    while each is not None and each is not root.window():
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and each.isVisibleTo(root.window()) and each.isEnabled() and each.focusProxy() is None:
            found.append(each)
        each = each.nextInFocusChain()
    return [widget for widget in found if root is widget or root.isAncestorOf(widget)]


def out_of_sight_order(root: QWidget) -> list[str]:
    """Neighbours in the order of the tabulator of which the eye comes to the second one first."""
    window = root.window()
    mirrored = window.isRightToLeft()
    places = [(widget, QRect(widget.mapTo(window, QPoint()), widget.size())) for widget in stops(root)]
    found = []
    for (before, first), (after, second) in itertools.pairwise(places):
        in_one_row = min(first.bottom(), second.bottom()) - max(first.top(), second.top()) > 0
        goes_on = first.left() >= second.left() if mirrored else first.left() <= second.left()
        if not (goes_on if in_one_row else first.top() <= second.top()):
            found.append(f"{_named(before)} before {_named(after)}")
    return found


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() or getattr(widget, 'text', str)()}”"


def unseen_focus(root: QWidget) -> list[str]:
    """What does not show that it has the keyboard."""
    found, window = [], root.window()
    # As the tabulator does: Qt's own outlines are for those who use it.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    for widget in stops(root):
        window.setFocus(Qt.FocusReason.OtherFocusReason)
        other = _picture_around(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            found.append(f"{_named(widget)} does not take the keyboard")
        elif np.count_nonzero(np.abs(_picture_around(widget) - other).max(axis=2) >= _SEEN) < _FEWEST_PIXELS:
            found.append(f"{_named(widget)} looks as without it")
    return found


def _picture_around(widget: QWidget) -> np.ndarray[tuple[int, ...], np.dtype[np.int_]]:
    """How it looks in its window."""
    window = widget.window()
    shown = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
    place = QRect(shown.mapTo(window, QPoint()), shown.size()).adjusted(
        -_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX
    )
    return pixels_of_image(window.grab(place).toImage()).astype(int)
