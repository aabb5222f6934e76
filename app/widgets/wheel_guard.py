"""Keeps values from changing when the wheel scrolls the panel beneath the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Lets the wheel turn a control's value only while the control has the focus.

    Without the focus, the event goes on to what the control lies on, so that the panel scrolls. Belongs to the control
    and goes with it.
    """

    def __init__(self, control: QWidget) -> None:
        """Guard a slider, a spin box or a combo box, which the wheel then no longer gives the focus."""
        super().__init__(control)
        if control.focusPolicy() == Qt.FocusPolicy.WheelFocus:
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel by."""
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        # What is filtered and ignored, Qt offers to the parent.
        event.ignore()
        return True
