"""How the program looks: neutral greys, so that colours are judged fairly, and one accent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

GROUND: Final = "#1f1f1f"
PANEL: Final = "#282828"
RAISED: Final = "#353535"
RAISED_HOVER: Final = "#404040"
SUNKEN: Final = "#1b1b1b"
LINE: Final = "#3d3d3d"
EDGE: Final = "#4a4a4a"
TEXT: Final = "#e8e8e8"
QUIET: Final = "#a8a8a8"
FAINT: Final = "#747474"
ACCENT: Final = "#e9a23b"
ACCENT_HOVER: Final = "#f3b456"
ACCENT_PRESSED: Final = "#cf8c2a"
ON_ACCENT: Final = "#1c1508"

_QSS: Final = f"""
QWidget {{ color: {TEXT}; }}
QMainWindow, QDialog {{ background: {PANEL}; }}
QToolTip {{ background: {RAISED}; color: {TEXT}; border: 1px solid {EDGE}; padding: 5px 7px; }}

QMenuBar {{ background: {PANEL}; padding: 2px 6px; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 5px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {RAISED_HOVER}; }}
QMenu {{ background: {RAISED}; border: 1px solid {EDGE}; padding: 5px; }}
QMenu::item {{ padding: 6px 28px 6px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {EDGE}; }}
QMenu::item:disabled {{ color: {FAINT}; }}
QMenu::separator {{ height: 1px; background: {EDGE}; margin: 5px 8px; }}

#panel, #panelPage {{ background: {PANEL}; }}
#panel {{ border: none; border-right: 1px solid {SUNKEN}; }}
#paintingStrip {{ background: transparent; border: none; }}
#dropInvitation {{ background: rgba(27, 27, 27, 215); border: 2px solid {ACCENT}; border-radius: 8px; }}
QLineEdit {{
    background: {SUNKEN}; border: 1px solid {LINE}; border-radius: 6px; padding: 2px 6px; min-height: 18px;
    selection-background-color: {ACCENT}; selection-color: {ON_ACCENT};
}}
QLineEdit:focus {{ border-color: {ACCENT}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
#runBar {{ background: {PANEL}; border-top: 1px solid {SUNKEN}; }}
#sheetPage, #loupePage, #galleryPage, #sheetGrid, #sheetGridPage {{ background: {GROUND}; }}
#galleryGrid {{ background: {GROUND}; border: none; }}
#galleryDetails {{ background: {PANEL}; border: none; border-top: 1px solid {SUNKEN}; }}
#galleryButton {{ padding: 1px 12px; margin-right: 8px; border-color: {LINE}; }}
#galleryButton:checked {{ border-color: {ACCENT}; }}
#quietButton {{ padding: 1px 9px; min-height: 18px; color: {QUIET}; background: transparent; border-color: {LINE}; }}
#quietButton:hover {{ color: {TEXT}; background: {RAISED}; }}
#quietButton:focus {{ border-color: {ACCENT}; }}
#quietButton:disabled {{ color: {FAINT}; }}
#heading {{ font-weight: 600; }}
#heading:disabled {{ color: {FAINT}; }}
#quiet {{ color: {QUIET}; }}
#quiet:disabled {{ color: {FAINT}; }}

QPushButton {{
    background: {RAISED}; border: 1px solid {EDGE}; border-radius: 6px; padding: 6px 14px; min-height: 20px;
}}
QPushButton:hover {{ background: {RAISED_HOVER}; }}
QPushButton:pressed {{ background: {LINE}; }}
QPushButton:focus {{ border-color: {ACCENT}; }}
QPushButton:disabled {{ color: {FAINT}; background: {PANEL}; border-color: {LINE}; }}
QPushButton::menu-indicator {{ width: 0; }}
QPushButton:checked {{ background: {EDGE}; border-color: {FAINT}; }}

QPushButton[compact="true"] {{ padding: 2px 10px; min-height: 20px; }}

QToolButton[bare="true"] {{ padding: 0 4px; color: {QUIET}; }}
QToolButton:checked {{ background: {EDGE}; }}
QToolButton:disabled {{ color: {FAINT}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px 3px 2px; }}
QToolButton:hover {{ background: {RAISED}; }}
QToolButton:focus {{ border-color: {ACCENT}; }}

#runButton {{
    background: {ACCENT}; color: {ON_ACCENT}; border: 1px solid {ACCENT}; font-weight: 600;
    padding: 9px 26px; min-width: 84px; border-radius: 7px;
}}
#runButton:hover {{ background: {ACCENT_HOVER}; border-color: {ACCENT_HOVER}; }}
#runButton:pressed {{ background: {ACCENT_PRESSED}; border-color: {ACCENT_PRESSED}; }}
#runButton:focus {{ border-color: {TEXT}; }}
#runButton:disabled {{ background: {RAISED}; color: {FAINT}; border-color: {LINE}; }}

QPushButton[segment="true"] {{
    background: {RAISED}; border: 1px solid {LINE}; border-radius: 6px; padding: 5px 4px; min-height: 18px;
}}
QPushButton[segment="true"]:hover {{ background: {RAISED_HOVER}; }}
QPushButton[segment="true"]:checked {{ background: #4b4030; border-color: {ACCENT}; color: #ffe3b5; }}
QPushButton[segment="true"]:focus {{ border-color: {ACCENT_HOVER}; }}
QPushButton[segment="true"]:disabled {{ background: {PANEL}; color: {FAINT}; border-color: {LINE}; }}
QPushButton[segment="true"]:checked:disabled {{ background: {RAISED}; border-color: {FAINT}; color: {QUIET}; }}

QSlider {{ min-height: 24px; }}
QSlider::groove:horizontal {{ height: 4px; background: {SUNKEN}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {ACCENT}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {TEXT}; border: 2px solid {PANEL}; width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
}}
QSlider::handle:horizontal:hover {{ background: #ffffff; }}
QSlider::handle:horizontal:focus {{ border-color: {ACCENT}; }}
QSlider::sub-page:horizontal:disabled {{ background: {FAINT}; }}
QSlider::handle:horizontal:disabled {{ background: {FAINT}; }}

QAbstractSpinBox {{
    background: {SUNKEN}; border: 1px solid {LINE}; border-radius: 6px; padding: 2px 6px; min-height: 18px;
    selection-background-color: {ACCENT}; selection-color: {ON_ACCENT};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox:focus {{ border-color: {ACCENT}; }}
QAbstractSpinBox:disabled {{ color: {FAINT}; background: {PANEL}; }}
QDialog QAbstractSpinBox {{ min-height: 24px; }}
QDialog QAbstractSpinBox QLineEdit {{ padding-left: 4px; background: transparent; }}
QDialog QPushButton {{ padding: 4px 14px; }}

QProgressBar {{ background: {SUNKEN}; border: none; max-height: 3px; min-height: 3px; }}
QProgressBar::chunk {{ background: {ACCENT}; }}

#timelineStrip {{ background: {PANEL}; border: none; border-top: 1px solid {SUNKEN}; }}
#timelineStrip QSlider::sub-page:horizontal {{ background: {FAINT}; }}
QPushButton[slim="true"] {{ padding: 3px 10px; min-height: 18px; }}
#zoomControl {{ background: rgba(32, 32, 32, 215); border: 1px solid {LINE}; border-radius: 8px; }}
#zoomControl QToolButton {{ padding: 2px 7px; color: {QUIET}; min-width: 14px; }}
#zoomControl QToolButton:disabled {{ color: {FAINT}; }}
#zoomControl QToolButton:hover {{ background: {RAISED_HOVER}; color: {TEXT}; }}

#unfinishedStrip {{ background: {PANEL}; border: none; border-bottom: 1px solid {LINE}; }}

#banner {{ background: #3b2b26; border: none; border-bottom: 1px solid #6b4030; }}
#bannerWhat {{ font-weight: 600; color: #ffd9c7; }}
#bannerRemedy {{ color: #e3c6b9; }}

QScrollArea {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {EDGE}; border-radius: 3px; min-height: 28px; }}
QScrollBar::handle:vertical:hover {{ background: {FAINT}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def apply_theme(app: QApplication) -> None:
    """Give the whole program its look."""
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    app.setPalette(_palette())
    app.setStyleSheet(_QSS)


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: PANEL,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: SUNKEN,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.PlaceholderText: QUIET,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: TEXT,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: ON_ACCENT,
        QPalette.ColorRole.Link: ACCENT,
        QPalette.ColorRole.LinkVisited: ACCENT,
        QPalette.ColorRole.ToolTipBase: RAISED,
        QPalette.ColorRole.ToolTipText: TEXT,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(FAINT))
    return palette
