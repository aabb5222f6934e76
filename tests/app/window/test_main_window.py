from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMenu, QPushButton, QWidget

from app.run.job import JobState
from app.studio.picture_roles import Role
from app.studio.strip_model import StripRole
from app.widgets.about import AboutDialog
from app.widgets.image_well import ImageWell
from app.widgets.print_dialog import PrintDialog
from app.window.main_window import MainWindow
from core.errors import OutOfMemoryError
from core.recipe.choices import ColorMode, Preset, StartFrom
from core.recipe.recipe import Recipe, StyleSource
from core.recipe.sheet import PrintFormat
from tests.app.pointing import click_in_strip, drag_away, drag_over, drop, files, middle_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.studio.studio import Studio
    from app.system.background_jobs import BackgroundJobs
    from tests.app.fake_engine import FakeEngine


def button(window: MainWindow, text: str) -> QPushButton:
    found = [found for found in window.findChildren(QPushButton) if text in (found.text(), found.accessibleName())]
    assert len(found) == 1, text
    return found[0]


def run_button(window: MainWindow) -> QPushButton:
    found = window.findChild(QPushButton, "runButton")
    assert isinstance(found, QPushButton)
    return found


def well(window: MainWindow, role: Role) -> ImageWell:
    return window.findChildren(ImageWell)[0 if role is Role.PHOTO else 1]


def path_in(studio: Studio, role: Role) -> Path | None:
    picture = studio.draft.slot(role).picture
    return None if picture is None else picture.path


def state_of(studio: Studio) -> JobState | None:
    job = studio.queue.active
    return None if job is None else job.state


def focus_chain(window: MainWindow) -> list[QWidget]:
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def open_dialog(window: MainWindow) -> QFileDialog:
    assert window.dialogs.dialog is not None
    return window.dialogs.dialog


def words(window: MainWindow) -> str:
    bar = window.stage.run_bar
    return f"{bar._headline.text()} | {bar._detail.text()}"


def start_and_hold(qtbot: QtBot, window: MainWindow, engine: FakeEngine, after: int = 4) -> None:
    engine.hold_after = after
    QTest.mouseClick(run_button(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.stage.run_bar._progress.value() > 0)


# The run.


def test_one_press_paints_and_keeps(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    assert run_button(window).text() == "Stylize"
    with qtbot.waitSignal(studio.results.kept):
        QTest.mouseClick(run_button(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    qtbot.waitUntil(lambda: words(window).startswith("Done in 1 min 01 s | Kept in Pictures/Impasto"))
    assert run_button(window).text() == "Stylize"
    assert button(window, "Save as…").isEnabled()
    assert button(window, "Copy").isEnabled()
    assert button(window, "Compare").isEnabled()


def test_a_button_stops_the_run_that_goes_on(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    start_and_hold(qtbot, window, engine)
    assert button(window, "Stop").isVisible()
    # The next picture can be chosen meanwhile.
    assert well(window, Role.PHOTO).isEnabled()
    assert button(window, "Quality: Draft").isEnabled()
    assert not button(window, "Save as…").isEnabled()
    with qtbot.waitSignal(studio.results.kept):
        QTest.mouseClick(button(window, "Stop"), Qt.MouseButton.LeftButton)
        assert words(window).startswith("Stopping… | ")
        assert not button(window, "Stop").isEnabled()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert words(window).startswith("Stopped after 2 s | Kept in")
    assert not button(window, "Stop").isVisible()


def test_a_run_can_be_held_and_goes_on_where_it_was(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    assert not button(window, "Pause").isVisible()
    start_and_hold(qtbot, window, engine)
    share = window.stage.run_bar._progress.value()
    QTest.mouseClick(button(window, "Pause"), Qt.MouseButton.LeftButton)
    # The step that is under way has yet to end.
    assert words(window).startswith("Pausing… | ")
    assert button(window, "Stop").isEnabled()
    assert window.menus._pause.isChecked()
    engine.go_on.set()
    qtbot.waitUntil(lambda: words(window).startswith("Paused | "))
    assert state_of(studio) is JobState.PAUSED
    assert window.stage.run_bar._progress.value() >= share
    with qtbot.waitSignal(studio.results.kept):
        window.menus._pause.trigger()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert not button(window, "Pause").isVisible()
    assert words(window).startswith("Done in ")


def test_the_run_follows_the_strength_once_it_is_settled(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    start_and_hold(qtbot, window, engine)
    for strength in (60, 70, 80):
        window.panel.controls._strength.slider.setValue(strength)
    qtbot.waitUntil(lambda: bool(engine.changes))
    assert [change.style_strength for change in engine.changes] == [80]
    assert engine.changes[0].style_weights == (1.0,)
    window.panel.more._strokes.slider.setValue(4)
    qtbot.waitUntil(lambda: len(engine.changes) == 2)
    assert (engine.changes[1].style_scale, engine.changes[1].style_strength) == (2.0, 80)
    window.panel.controls._freedom.slider.setValue(90)
    qtbot.waitUntil(lambda: len(engine.changes) == 3)
    assert engine.changes[2].freedom == 90
    with qtbot.waitSignal(studio.results.kept):
        engine.go_on.set()
    assert studio.draft.settings.strength == 80
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert studio.results.job is not None
    assert studio.results.job.recipe.style_strength == 80


def test_the_strength_of_the_next_run_is_no_matter_for_a_change(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    window.panel.controls._strength.slider.setValue(30)
    start_and_hold(qtbot, window, engine)
    assert not studio._live._settle_timer.isActive()
    assert engine.recipes[0].style_strength == 30
    assert engine.changes == []
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_strokes_and_colours_go_into_the_recipe(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    window.panel.more._strokes.slider.setValue(-4)
    window.panel.more._colors.button(1).click()
    with qtbot.waitSignal(studio.results.kept):
        QTest.mouseClick(run_button(window), Qt.MouseButton.LeftButton)
    assert (engine.recipes[0].style_scale, engine.recipes[0].color) == (0.5, ColorMode.PHOTO)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_a_sheet_of_paper_decides_the_size(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    QTest.mouseClick(button(window, "For print…"), Qt.MouseButton.LeftButton)
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog._dpi.setValue(72)
    dialog._buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert not window.panel.controls._size.isEnabled()
    with qtbot.waitSignal(studio.results.kept) as caught:
        QTest.mouseClick(run_button(window), Qt.MouseButton.LeftButton)
    assert engine.recipes[0].shape == (595, 842)
    assert engine.recipes[0].size_px == 842
    with Image.open(caught.args[1]) as kept:
        assert kept.info["dpi"] == pytest.approx((72, 72), abs=0.02)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert not window.panel.controls._size.isEnabled()
    QTest.mouseClick(button(window, "Print 21 × 29.7 cm at 72 dpi"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.findChildren(PrintDialog)) == 1)
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    dialog._none.click()
    assert window.panel.controls._size.isEnabled()
    assert studio.draft.settings.sheet is None
    assert studio.draft.recipe().print_format is None


def test_progress_is_put_into_words(qtbot: QtBot, window: MainWindow, engine: FakeEngine) -> None:
    start_and_hold(qtbot, window, engine, after=4)
    qtbot.waitUntil(lambda: "Scale 2 of 2 · 48 px · step 1 of 3" in words(window))
    assert words(window).startswith("Painting… 66 % | ")


def test_keys_run_and_stop(qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine) -> None:
    engine.hold_after = 2
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(studio) is JobState.RUNNING
    qtbot.waitUntil(lambda: bool(engine.recipes))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert state_of(studio) is JobState.STOPPING
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_controls_reach_the_recipe(qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine) -> None:
    QTest.mouseClick(button(window, "Small"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(window, "Draft"), Qt.MouseButton.LeftButton)
    window.panel.controls._strength.slider.setValue(80)
    studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    recipe = engine.recipes[0]
    assert (recipe.size_px, recipe.preset.value, recipe.style_strength) == (384, "draft", 80.0)


def test_a_failure_is_told_in_the_window_and_the_picture_stays(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    engine.error = OutOfMemoryError(512)
    engine.error_after = 3
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    banner = window.stage.banner
    assert banner.isVisible()
    assert banner.text.startswith("There is not enough memory to paint a picture of 512 pixels. Choose a smaller size")
    assert window.stage.preview.can_compare
    assert "Kept in" in words(window)
    QTest.mouseClick(button(window, "Dismiss"), Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_stopping_before_the_first_step_shows_the_photo_again(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    engine.previews_the_start = True
    engine.hold_after = 0
    studio.stylize()
    qtbot.waitUntil(lambda: window.stage.preview.can_compare)
    studio.stop()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert words(window) == "Stopped | Nothing had been painted yet."
    assert not window.stage.preview.can_compare
    assert not button(window, "Compare").isEnabled()
    assert list(studio.folders.pictures.glob("**/*.png")) == []


def test_the_banner_goes_when_the_next_run_begins(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.notices.posted):
        studio.imports.choose(Role.PHOTO, tmp_path / "nowhere.png")
    assert window.stage.banner.isVisible()
    studio.stylize()
    assert not window.stage.banner.isVisible()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_show_in_folder_opens_the_folder(
    qtbot: QtBot, window: MainWindow, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    window.stage.run_bar._detail.linkActivated.emit("folder")
    assert [Path(url.toLocalFile()) for url in opened] == [studio.folders.kept]
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


# Pictures in.


def test_files_land_in_the_well_they_are_dropped_on(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path
) -> None:
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        drop(window, files(photo), middle_of(well(window, Role.PAINTING), window))
    assert path_in(studio, Role.PAINTING) == photo
    assert path_in(studio, Role.PHOTO) == studio.imports.samples[0].path


def test_files_dropped_elsewhere_land_sensibly(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    drop(window, files(photo, painting), middle_of(window.stage.preview, window))
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert (path_in(studio, Role.PHOTO), path_in(studio, Role.PAINTING)) == (photo, painting)


def test_a_drag_shows_where_it_would_land(window: MainWindow, photo: Path) -> None:
    wells = {role: well(window, role) for role in Role}
    assert drag_over(window, files(photo), middle_of(wells[Role.PAINTING], window))
    assert [wells[role]._awaiting_drop for role in Role] == [False, True]
    assert drag_over(window, files(photo), middle_of(window.stage.preview, window))
    assert [wells[role]._awaiting_drop for role in Role] == [True, False]
    drag_away(window)
    assert not any(well._awaiting_drop for well in wells.values())


def test_a_drag_of_text_is_not_welcome(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not drag_over(window, mime, QPoint(400, 300))


def test_a_drag_is_welcome_while_a_run_goes_on_too(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, photo: Path
) -> None:
    start_and_hold(qtbot, window, engine)
    with qtbot.waitSignal(studio.draft.photo_loaded):
        drop(window, files(photo), QPoint(400, 300))
    assert path_in(studio, Role.PHOTO) == photo
    assert words(window).startswith("Painting… ")


def test_a_picture_from_the_web_is_explained(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.png")])
    drop(window, mime, QPoint(500, 300))
    assert "never goes online" in window.stage.banner.text


def test_a_file_that_is_no_picture_is_explained(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("This is no picture, only a text of some length.")
    with qtbot.waitSignal(studio.notices.posted):
        drop(window, files(tmp_path / "notes.txt"), QPoint(500, 300))
    assert window.stage.banner.text.startswith("“notes.txt” is not a picture that Impasto can read. Choose a JPEG")
    assert path_in(studio, Role.PHOTO) == studio.imports.samples[0].path
    assert run_button(window).isEnabled()


@pytest.mark.parametrize("role", Role)
def test_pasting_goes_to_the_well_with_the_focus(qtbot: QtBot, window: MainWindow, studio: Studio, role: Role) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    well(window, role).setFocus()
    with qtbot.waitSignal(studio.draft.slot(role).loaded):
        QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    picture = studio.draft.slot(role).picture
    assert picture is not None
    assert (picture.width_px, picture.height_px) == (40, 30)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_pasted_files_keep_their_place(qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files(photo))
    with qtbot.waitSignal(studio.draft.photo_loaded):
        window.menus.paste_wanted.emit()
    assert path_in(studio, Role.PHOTO) == photo


def test_a_starter_style_is_one_click_away(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    strip = window.panel.strip.strip
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        click_in_strip(strip, 1)
    assert path_in(studio, Role.PAINTING) == studio.imports.starters[1].path
    second = strip.model().index(1, 0)
    assert second.data(StripRole.CHOSEN)
    assert second.data(Qt.ItemDataRole.AccessibleTextRole) == "Sunday Dots"


def test_starter_styles_are_chosen_by_keyboard(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    strip = window.panel.strip.strip
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0, 0))
    with qtbot.waitSignal(studio.draft.paintings_loaded):
        QTest.keyClick(strip, Qt.Key.Key_Right)
        QTest.keyClick(strip, Qt.Key.Key_Space)
    assert path_in(studio, Role.PAINTING) == studio.imports.starters[1].path


def test_clicking_a_well_asks_for_a_file(qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path) -> None:
    QTest.mouseClick(well(window, Role.PHOTO), Qt.MouseButton.LeftButton)
    dialog = open_dialog(window)
    assert dialog.windowTitle() == "Open photo"
    window.dialogs.ask_for_picture(Role.PAINTING, photo.parent)
    assert open_dialog(window) is dialog
    with qtbot.waitSignal(studio.draft.photo_loaded):
        dialog.fileSelected.emit(str(photo))
        dialog.close()
    assert path_in(studio, Role.PHOTO) == photo


# Pictures out.


def test_save_as_suggests_a_name_and_follows_the_filter(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    studio.folders.pictures.mkdir(exist_ok=True)
    QTest.mouseClick(button(window, "Save as…"), Qt.MouseButton.LeftButton)
    dialog = open_dialog(window)
    assert Path(dialog.selectedFiles()[0]).name == "Cat – Night Swirls.png"
    jpeg = dialog.nameFilters()[1]
    dialog.selectNameFilter(jpeg)
    dialog.filterSelected.emit(jpeg)
    assert Path(dialog.selectedFiles()[0]).name == "Cat – Night Swirls.jpg"
    with qtbot.waitSignal(studio.results.saved):
        dialog.fileSelected.emit(str(tmp_path / "mine 1.0"))
        dialog.close()
    assert (tmp_path / "mine 1.0.jpg").exists()
    assert words(window).startswith("Saved | ")
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_copy_puts_the_picture_on_the_clipboard(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    QTest.mouseClick(button(window, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().image().pixelColor(2, 2) == QColor(240, 120, 40)
    assert words(window).startswith("Copied")


# Closing.


def test_closing_when_idle_closes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()


def test_closing_while_running_hides_stops_keeps_and_closes(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    start_and_hold(qtbot, window, engine)
    with qtbot.waitSignal(window.closed):
        assert not window.close()
        assert not window.isVisible()
        assert state_of(studio) is JobState.STOPPING
    assert state_of(studio) is None
    assert len(list(studio.folders.kept.glob("*.png"))) == 1


def test_the_geometry_is_remembered(
    window: MainWindow, studio: Studio, background: BackgroundJobs, qtbot: QtBot
) -> None:
    window.resize(900, 640)
    window.close()
    assert studio.preferences.geometry
    again = MainWindow(studio, background)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    # The offscreen screen is narrower than that, but as high.
    assert again.size().height() == 640


def test_about_names_the_networks_and_their_licence(window: MainWindow) -> None:
    window.menus.about_wanted.emit()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    assert "CC BY 4.0" in dialog._words()
    assert "Simonyan" in dialog._words()
    dialog.close()


# Reach.


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(window: MainWindow) -> None:
    reached = [
        widget
        for widget in focus_chain(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window)
    ]
    assert well(window, Role.PHOTO) in reached
    assert well(window, Role.PAINTING) in reached
    assert run_button(window) in reached
    for control in [*window.findChildren(QPushButton), *window.findChildren(ImageWell)]:
        assert control.accessibleName() or control.text()


def test_the_window_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 640
    window.resize(1024, 640)
    QApplication.sendPostedEvents()
    assert window.size().width() == 1024
    assert window.size().height() == 640


def test_the_tab_order_goes_from_the_pictures_to_the_button(window: MainWindow) -> None:
    order = focus_chain(window)
    assert order.index(well(window, Role.PHOTO)) < order.index(well(window, Role.PAINTING))
    assert order.index(well(window, Role.PAINTING)) < order.index(run_button(window))


def test_a_narrow_window_leaves_the_words_their_room(window: MainWindow) -> None:
    window.resize(1024, 640)
    bar = window.stage.run_bar
    bar.say("Painting… 66 % · about 20 s left", "Scale 3 of 5 · 256 px · step 12 of 40")
    assert button(window, "Compare").text() == ""
    assert bar._detail.text() == "Scale 3 of 5 · 256 px · step 12 of 40"
    assert bar._headline.fontMetrics().horizontalAdvance(bar._headline.text()) <= bar._headline.width()
    bar.say("Saved", "/home/somebody/a very long folder/" + "x" * 80 + "/picture.png")
    assert "…" in bar._detail.text()
    assert bar._detail.toolTip().endswith("/picture.png")
    window.resize(1500, 700)
    assert button(window, "Compare").text() == "Compare"


# Two pictures, one after the other.


def test_the_next_picture_waits_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, photo: Path
) -> None:
    waiting = window.stage.run_bar.waiting
    start_and_hold(qtbot, window, engine)
    assert not waiting.isVisible()
    with qtbot.waitSignal(studio.draft.photo_loaded):
        drop(window, files(photo), middle_of(well(window, Role.PHOTO), window))
    for _ in range(2):
        QTest.mouseClick(run_button(window), Qt.MouseButton.LeftButton)
    assert waiting.isVisible()
    assert waiting.text() == "2 waiting"
    waiting._fill()
    first, second = waiting._menu.findChildren(QMenu)
    assert [action.text() for action in first.actions()] == ["Do not paint it"]
    number = studio.queue.waiting[1].number
    second.actions()[0].trigger()
    assert studio.queue.waiting[0].number == number
    first.actions()[0].trigger()
    assert [job.number for job in studio.queue.waiting] == [number]
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert [recipe.photo for recipe in engine.recipes] == [studio.imports.samples[0].path, photo]
    assert not waiting.isVisible()
    assert words(window).startswith("Done in ")


def test_a_finished_picture_is_not_taken_off_the_screen_by_the_photo_of_the_next(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, photo: Path
) -> None:
    start_and_hold(qtbot, window, engine)
    with qtbot.waitSignal(studio.draft.photo_loaded):
        drop(window, files(photo), middle_of(well(window, Role.PHOTO), window))
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert window.stage.preview.can_compare
    assert button(window, "Save as…").isEnabled()


def test_compare_shows_the_photo_as_the_sheet_crops_it(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    studio.draft.set(sheet=PrintFormat(100, 100, 72))
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    shown = window.stage.preview.photo
    assert (shown.width(), shown.height()) == (60, 60)
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_a_run_does_not_follow_the_settings_of_the_next_picture(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, photo: Path
) -> None:
    start_and_hold(qtbot, window, engine)
    with qtbot.waitSignal(studio.draft.photo_loaded):
        drop(window, files(photo), middle_of(well(window, Role.PHOTO), window))
    window.panel.controls._strength.slider.setValue(90)
    assert not studio._live._settle_timer.isActive()
    engine.go_on.set()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert engine.changes == []


# Closing when something would be lost.


def test_closing_while_pictures_wait_asks_first(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine
) -> None:
    start_and_hold(qtbot, window, engine)
    studio.stylize()
    assert not window.close()
    assert window.isVisible()
    box = window._questions.box
    assert box is not None
    assert box.text() == "1 picture(s) still wait to be painted."
    assert box.informativeText().endswith("with those that wait, when you next start it.")
    box.buttons()[1].click()
    assert state_of(studio) is JobState.RUNNING
    assert len(studio.queue.waiting) == 1
    assert not window.close()
    box = window._questions.box
    assert box is not None
    with qtbot.waitSignal(window.closed):
        box.buttons()[0].click()
    assert len(list(studio.folders.kept.glob("*.png"))) == 1


def test_a_picture_that_cannot_be_kept_brings_the_closing_window_back(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, tmp_path: Path, temporary: Path
) -> None:
    studio.folders.kept.parent.mkdir(exist_ok=True)
    studio.folders.kept.write_text("in the way")
    start_and_hold(qtbot, window, engine)
    with qtbot.waitSignal(studio.shutdown.hindered):
        assert not window.close()
    assert window.isVisible()
    assert window.stage.banner.isVisible()
    assert "Kept in another place" in words(window)
    (rescued,) = temporary.glob("*/*.png")
    assert f"it is in {rescued}." in window.stage.banner.text
    # Closing again asks; saving elsewhere is one press away.
    assert not window.close()
    box = window._questions.box
    assert box is not None
    assert box.text() == "1 painted picture(s) could only be kept in the temporary folder."
    box.buttons()[0].click()
    with qtbot.waitSignal(studio.results.saved):
        open_dialog(window).fileSelected.emit(str(tmp_path / "rescued.png"))
    open_dialog(window).close()
    assert (tmp_path / "rescued.png").is_file()
    assert not window.stage.banner.isVisible()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_picture_that_cannot_be_saved_can_be_saved_elsewhere(
    qtbot: QtBot, window: MainWindow, studio: Studio, tmp_path: Path
) -> None:
    with qtbot.waitSignal(studio.results.kept) as kept:
        studio.stylize()
    with qtbot.waitSignal(studio.results.save_failed):
        studio.save(tmp_path / "no folder" / "out.png", ".png")
    assert str(kept.args[1]) in window.stage.banner.text
    window.stage.banner._save.click()
    with qtbot.waitSignal(studio.results.saved):
        open_dialog(window).fileSelected.emit(str(tmp_path / "saved.png"))
    open_dialog(window).close()
    assert (tmp_path / "saved.png").is_file()
    assert not window.stage.banner.isVisible()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_a_picture_that_can_be_written_nowhere_can_be_given_up(
    qtbot: QtBot, window: MainWindow, studio: Studio, temporary: Path
) -> None:
    temporary.rmdir()
    studio.folders.kept.parent.mkdir(exist_ok=True)
    studio.folders.kept.write_text("in the way")
    with qtbot.waitSignal(studio.results.keep_failed):
        studio.stylize()
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)
    assert not window.close()
    box = window._questions.box
    assert box is not None
    with qtbot.waitSignal(window.closed):
        next(each for each in box.buttons() if each.text() == "Close and lose it").click()


def test_diagnostics_go_to_the_clipboard(qtbot: QtBot, window: MainWindow, studio: Studio) -> None:
    window.menus.diagnostics_wanted.emit()
    qtbot.waitUntil(lambda: "on the clipboard" in window.stage.banner.text)
    text = QGuiApplication.clipboard().text()
    assert "## Program\nImpasto " in text
    assert "## Last lines of impasto.log" in text
    assert str(studio.folders.log) not in text


# What a run starts from.


def test_a_run_can_start_from_noise_and_from_a_picture(
    qtbot: QtBot, window: MainWindow, studio: Studio, engine: FakeEngine, painting: Path
) -> None:
    more = window.panel.more
    more._starts.button(1).click()
    assert more._seed.isVisibleTo(more.body)
    more._seed.setValue(12)
    with qtbot.waitSignal(studio.results.kept):
        studio.stylize()
    assert (engine.recipes[0].start_from, engine.recipes[0].seed) == (StartFrom.NOISE, 12)
    more._starts.button(2).click()
    # Nothing has changed before there is a picture.
    assert studio.draft.settings.start_from is StartFrom.NOISE
    open_dialog(window).fileSelected.emit(str(painting))
    open_dialog(window).close()
    assert studio.draft.recipe().start_picture == painting
    assert more._start_name.toolTip() == "painting.jpg"
    more._starts.button(0).click()
    assert studio.draft.recipe().start_picture is None
    qtbot.waitUntil(lambda: studio.shutdown.nothing_goes_on)


def test_the_controls_show_a_recipe_that_is_loaded(
    qtbot: QtBot, window: MainWindow, studio: Studio, photo: Path, painting: Path
) -> None:
    recipe = Recipe(
        photo,
        (StyleSource(painting, 2.0), StyleSource(photo, 1.0)),
        size_px=768,
        preset=Preset.HIGH,
        style_strength=80,
        style_scale=2.0,
        color=ColorMode.MATCH,
    )
    studio.draft.load(recipe)
    qtbot.waitUntil(lambda: studio.can_stylize)
    assert studio.draft.recipe() == recipe
    assert window.panel.controls._strength.slider.value() == 80
    assert button(window, "Quality: High").isChecked()
    assert window.panel.more._strokes.slider.value() == 4
    assert well(window, Role.PAINTING)._caption == "2 paintings"
