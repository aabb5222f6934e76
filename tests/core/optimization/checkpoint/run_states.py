"""A small run's state, made up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from core.files.hashing import sha256_of
from core.loss.strokes import StrokePlace, StrokeState
from core.loss.tile_plan import Span, Tile, TilePlan
from core.machine.kept_tensor import KeptTensor
from core.optimization.checkpoint.manifest import FileAtPath
from core.optimization.checkpoint.snapshot import Snapshot
from core.optimization.memory_plan import History, MemoryPlan
from core.optimization.run_state import OptimizerState, PairState, RunState, ScaleState
from core.recipe.recipe import Recipe, StyleSource

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPE = (1, 3, 4, 6)
RECIPE = Recipe(Path("/pictures/photo é.png"), (StyleSource(Path("/pictures/painting.png")),))
TILE = Tile(Span(0, 4, 0, 4, is_last=True), Span(0, 6, 0, 6, is_last=True))


def kept(seed: int, shape: Sequence[int] = SHAPE) -> KeptTensor:
    """A tensor of its own for each seed."""
    tensor = torch.rand(tuple(shape), generator=torch.Generator().manual_seed(seed))
    return KeptTensor.in_memory(("seed", seed), tensor)


def pair(number: int) -> PairState:
    return PairState(number, 0.1 * number, 1 / 3, kept(100 + number), kept(200 + number))


def run_state(step: int = 5, recipe: Recipe = RECIPE) -> RunState:
    """Two pairs are remembered, and the canvas is another one at each step."""
    neighbours = KeptTensor.in_memory(("neighbours", step), torch.arange(6, dtype=torch.int32))
    prices = KeptTensor.in_memory(("prices", step), torch.linspace(0, 0.1, 8))
    return RunState(
        recipe=recipe,
        painting_sizes_px=((512, 700),) * len(recipe.styles),
        seconds=12.5,
        num_steps=30,
        num_halvings=1,
        full_precision=False,
        scale=2,
        coarser=None,
        painter=ScaleState(
            step=step,
            canvas=kept(1000 + step),
            last_good=kept(2000 + step),
            memory_plan=MemoryPlan(TilePlan((512, None, None)), History(20, on_disk=True), 123),
            num_halvings=0,
            rolled_back=True,
            losses=(0.5, 0.1 + 0.2),
            optimizer=OptimizerState(5, kept(3000 + step), kept(105), (pair(2), pair(4))),
            strokes=StrokeState(7, (StrokePlace("relu3_1", TILE, 6),), neighbours, prices),
        ),
    )


def between_scales() -> RunState:
    return RunState(
        recipe=RECIPE,
        painting_sizes_px=((512,),),
        seconds=1.0,
        num_steps=16,
        num_halvings=0,
        full_precision=True,
        scale=2,
        coarser=kept(1),
        painter=None,
    )


def snapshot(state: RunState, *, stopped: bool = False) -> Snapshot:
    return Snapshot(
        state, inputs_at(state.recipe), 0.25, stopped=stopped, view=lambda: np.full((4, 6, 3), 90, np.uint8)
    )


def inputs_at(recipe: Recipe) -> tuple[FileAtPath, ...]:
    """What a run of the recipe would have read; zeros for what is not there."""
    paths = (recipe.photo, *(style.path for style in recipe.styles))
    return tuple(FileAtPath(path, sha256_of(path) if path.is_file() else "0" * 64) for path in paths)
