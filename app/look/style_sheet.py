"""The window's style sheet, made from the colours of a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.look.tokens import Tokens


def style_sheet(t: Tokens) -> str:
    """The whole style sheet in these colours."""
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog {{ background: {t.panel}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.edge}; padding: 5px 7px; }}

QMenuBar {{ background: {t.panel}; padding: 2px 6px; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 5px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.raised_hover}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.selected}; padding: 5px; }}
QMenu::item {{ padding: 6px 28px 6px 14px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.faint}; }}
QMenu::separator {{ height: 1px; background: {t.selected}; margin: 5px 8px; }}

#panel, #panelPage {{ background: {t.panel}; }}
#panel {{ border: none; border-right: 1px solid {t.sunken}; }}
#paintingStrip {{ background: transparent; border: none; }}
#dropInvitation {{ background: {t.veil}; border: 2px solid {t.accent}; border-radius: 8px; }}
QLineEdit {{
    background: {t.field}; border: 1px solid {t.edge}; border-radius: 6px; padding: 2px 6px; min-height: 18px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QLineEdit:focus {{ border: 2px solid {t.accent}; padding: 1px 5px; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
    border: none; padding: 0; min-height: 0; background: transparent;
}}
#runBar {{ background: {t.panel}; border-top: 1px solid {t.sunken}; }}
#sheetPage, #loupePage, #galleryPage, #sheetGrid, #sheetGridPage {{ background: {t.ground}; }}
#galleryGrid {{ background: {t.ground}; border: none; }}
#galleryDetails {{ background: {t.panel}; border: none; border-top: 1px solid {t.sunken}; }}
#galleryButton {{ padding: 1px 12px; margin-right: 8px; border: 1px solid {t.edge}; }}
#galleryButton:checked {{ border-color: {t.accent}; }}
#galleryButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; }}
#quietButton {{ padding: 1px 9px; min-height: 18px; color: {t.quiet}; background: transparent; }}
#quietButton:hover {{ color: {t.text}; background: {t.raised}; }}
#quietButton:focus {{ border: 2px solid {t.accent}; padding: 0 8px; }}
#quietButton:disabled {{ color: {t.faint}; }}
#heading {{ font-weight: 600; }}
#heading:disabled {{ color: {t.faint}; }}
#quiet {{ color: {t.quiet}; }}
#quiet:disabled {{ color: {t.faint}; }}
QLabel[linked="true"] {{ border: 2px solid transparent; border-radius: 4px; }}
QLabel[linked="true"]:focus {{ border-color: {t.accent}; }}

QPushButton {{
    background: {t.raised}; border: 1px solid {t.edge}; border-radius: 6px; padding: 6px 14px; min-height: 20px;
}}
QPushButton:hover {{ background: {t.raised_hover}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {t.faint}; background: {t.panel}; border-color: {t.line}; }}
QPushButton::menu-indicator {{ width: 0; }}
QPushButton:checked {{ background: {t.selected}; border-color: {t.text}; }}

QPushButton[compact="true"] {{ padding: 2px 10px; min-height: 20px; }}
QPushButton[compact="true"]:focus {{ padding: 1px 9px; }}

QToolButton:checked {{ background: {t.selected}; }}
QToolButton:disabled {{ color: {t.faint}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px 3px 2px; }}
QToolButton:hover {{ background: {t.raised}; }}
QToolButton:focus {{ border: 2px solid {t.accent}; padding: 2px 5px 2px 1px; }}
QToolButton[bare="true"] {{ padding: 1px 4px; color: {t.quiet}; }}
QToolButton[bare="true"]:focus {{ padding: 0 3px; }}

#runButton {{
    background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; font-weight: 600;
    padding: 9px 26px; min-width: 84px; border-radius: 7px;
}}
#runButton:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
#runButton:pressed {{ background: {t.accent_pressed}; border-color: {t.accent_pressed}; }}
#runButton:focus {{ border: 2px solid {t.text}; padding: 8px 25px; }}
#runButton:disabled {{ background: {t.raised}; color: {t.faint}; border-color: {t.line}; }}

QPushButton[segment="true"] {{
    background: {t.raised}; border: 1px solid {t.edge}; border-radius: 6px; padding: 5px 4px; min-height: 18px;
}}
QPushButton[segment="true"]:hover {{ background: {t.raised_hover}; }}
QPushButton[segment="true"]:checked {{ background: {t.chosen}; border-color: {t.accent}; color: {t.on_chosen}; }}
QPushButton[segment="true"]:focus {{ border: 2px solid {t.accent}; padding: 4px 3px; }}
QPushButton[segment="true"]:checked:focus {{ border-color: {t.text}; }}
QPushButton[segment="true"]:disabled {{ background: {t.panel}; color: {t.faint}; border-color: {t.line}; }}
QPushButton[segment="true"]:checked:disabled {{ background: {t.raised}; border-color: {t.faint}; color: {t.quiet}; }}

QSlider {{ min-height: 24px; }}
QSlider::groove:horizontal {{ height: 4px; background: {t.edge}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {t.handle}; border: 2px solid {t.panel}; width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
}}
QSlider::handle:horizontal:hover {{ background: {t.handle_hover}; }}
QSlider::handle:horizontal:focus {{ border-color: {t.accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.faint}; }}
QSlider::handle:horizontal:disabled {{ background: {t.faint}; }}

QAbstractSpinBox {{
    background: {t.field}; border: 1px solid {t.edge}; border-radius: 6px; padding: 2px 6px; min-height: 18px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox:focus {{ border: 2px solid {t.accent}; padding: 1px 5px; }}
QAbstractSpinBox:disabled {{ color: {t.faint}; background: {t.panel}; border-color: {t.line}; }}
QDialog QAbstractSpinBox {{ min-height: 24px; }}
QDialog QAbstractSpinBox QLineEdit {{ padding-left: 4px; background: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialog QPushButton {{ padding: 4px 14px; }}
QDialog QPushButton:focus {{ padding: 3px 13px; }}

QDialog QLineEdit {{ min-height: 24px; }}
QTabWidget::pane {{ background: {t.panel}; border: none; border-top: 1px solid {t.line}; }}
QTabBar::tab {{ background: transparent; border: none; border-bottom: 2px solid transparent; padding: 7px 16px; }}
QTabBar::tab:hover {{ background: {t.raised}; }}
QTabBar::tab:selected {{ border-bottom-color: {t.text}; font-weight: 600; }}
QTabBar::tab:focus {{ border-bottom-color: {t.accent}; }}
QCheckBox {{ border: 2px solid transparent; border-radius: 4px; padding: 1px 3px; }}
QCheckBox:focus {{ border-color: {t.accent}; }}
QComboBox {{ background: {t.raised}; border: 1px solid {t.edge}; border-radius: 6px; padding: 3px 8px; }}
QComboBox:focus {{ border: 2px solid {t.accent}; padding: 2px 7px; }}
QComboBox:disabled {{ color: {t.faint}; background: {t.panel}; border-color: {t.line}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{
    width: 0; height: 0; border-left: 4px solid {t.raised}; border-right: 4px solid {t.raised};
    border-top: 5px solid {t.quiet};
}}

QProgressBar {{ background: {t.sunken}; border: none; max-height: 3px; min-height: 3px; }}
QProgressBar::chunk {{ background: {t.accent}; }}

#timelineStrip {{ background: {t.panel}; border: none; border-top: 1px solid {t.sunken}; }}
#timelineStrip QSlider::sub-page:horizontal {{ background: {t.faint}; }}
QPushButton[slim="true"] {{ padding: 3px 10px; min-height: 18px; }}
QPushButton[slim="true"]:focus {{ padding: 2px 9px; }}
#hint {{ background: {t.overlay}; border: 1px solid {t.accent}; border-radius: 8px; }}
#zoomControl {{ background: {t.overlay}; border: 1px solid {t.line}; border-radius: 8px; }}
#zoomControl QToolButton {{ padding: 2px 7px; color: {t.quiet}; min-width: 14px; }}
#zoomControl QToolButton:disabled {{ color: {t.faint}; }}
#zoomControl QToolButton:hover {{ background: {t.raised_hover}; color: {t.text}; }}

#unfinishedStrip {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}

#banner {{ background: {t.notice}; border: none; border-bottom: 1px solid {t.notice_edge}; }}
#bannerWhat {{ font-weight: 600; color: {t.on_notice}; }}
#bannerRemedy {{ color: {t.on_notice_quiet}; }}

QScrollArea {{ border: none; }}
#keyList {{ border: 2px solid transparent; }}
#keyList:focus {{ border-color: {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {t.edge}; border-radius: 3px; min-height: 28px; }}
QScrollBar::handle:vertical:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
