"""Numbers as the person's language writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def plain_number(value: float, num_decimals: int) -> str:
    """A number, rounded, without zeros at its end and without marks between its thousands: 2.5, or 2,5 in German."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    whole = round(value, num_decimals)
    shortest = len(f"{whole:.{num_decimals}f}".rstrip("0").partition(".")[2])
    return locale.toString(float(whole), "f", shortest)
