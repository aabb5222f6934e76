from __future__ import annotations

import pytest

from app.system.private_words import PrivateWords

WORDS = PrivateWords(
    (("/opt/impasto", "<impasto>"), ("/usr/lib/python3", "<python>")), ("Ann-Kathrin", "studio-pc", "ann")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Painting 512 px on cpu in torch.float32", "Painting 512 px on cpu in torch.float32"),
        ("Paused 3/10 steps; and/or 0.5/s", "Paused 3/10 steps; and/or 0.5/s"),
        ("ImageProblem.MISSING name='My cat: 2.png'", "ImageProblem.MISSING name=<name>"),
        ('NetworkProblem.MISSING name="it\'s mine.txt"', "NetworkProblem.MISSING name=<name>"),
        ("[Errno 2] No such file: '/home/ann/Private Pictures/my cat.png'", "[Errno 2] No such file: '<path>'"),
        ("kept in /home/ann/Private Pictures/my cat.png", "kept in <path>"),
        ("/media/My stick/a b.jpg: it is gone", "<path>: it is gone"),
        (r"written to C:\Users\Ann\Pictures\my cat.png, at last", "written to <path>, at last"),
        (r"on \\server\share\cat.png", "on <path>"),
        ("~/Pictures/Impasto", "<path>"),
        ('File "/opt/impasto/app/run/worker.py", line 9', 'File "<impasto>/app/run/worker.py", line 9'),
        ('File "/usr/lib/python3/torch/nn/modules.py", line 9', 'File "<python>/torch/nn/modules.py", line 9'),
        ("“sunset at home.TIF” could not be written", "“<file>.TIF” could not be written"),
        ("sunset.jpeg was cut short", "<file>.jpeg was cut short"),
        ("Ann-Kathrin and ANN on studio-pc cannot annotate", "<name> and <name> on <name> cannot annotate"),
        ("file:///home/ann/cat.png", "file:<path>"),
        ("PosixPath('/tmp/impasto-picture-x/Mum – Dad.png')", "PosixPath('<path>')"),
    ],
)
def test_private_words_are_taken_out_and_the_rest_stays(text: str, expected: str) -> None:
    assert WORDS.taken_out(text) == expected


def test_this_computer_has_private_words_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/berthe-morisot")
    monkeypatch.setenv("LOGNAME", "bmorisot")
    monkeypatch.setattr("platform.node", lambda: "atelier-7.local")
    words = PrivateWords.of_this_computer()
    text = f"{__file__.partition('/tests/')[0]}/core/x.py of bmorisot at atelier-7.local in berthe-morisot's"
    assert words.taken_out(text) == "<impasto>/core/x.py of <name> at <name> in <name>'s"
