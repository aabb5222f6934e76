from __future__ import annotations

import pytest
import torch
from torch import Tensor

from core.optimization.memory_plan import History
from core.optimization.optimizers import Lbfgs, make_optimizer, sharpened


def curvature() -> Tensor:
    """A badly conditioned quadratic: curvatures from 1 to 1000 in turned axes."""
    turn, _ = torch.linalg.qr(torch.rand(30, 30, dtype=torch.float64, generator=torch.Generator().manual_seed(3)))
    hessian: Tensor = turn @ torch.diag(torch.logspace(0, 3, 30, dtype=torch.float64)) @ turn.T
    return hessian


def distance_after(optimizer: Lbfgs, num_steps: int) -> float:
    """How far from the minimum of the quadratic, relative to the start, each step costing one gradient."""
    hessian, minimum = curvature(), torch.linspace(-0.5, 0.5, 30, dtype=torch.float64)
    position = torch.zeros(30, dtype=torch.float64)
    for _ in range(num_steps):
        position = position + optimizer.move(hessian @ (position - minimum))
    return float((position - minimum).norm() / minimum.norm())


def test_lbfgs_solves_a_badly_conditioned_quadratic() -> None:
    assert distance_after(Lbfgs(), 120) < 1e-3


def test_lbfgs_with_memory_beats_lbfgs_without() -> None:
    assert distance_after(Lbfgs(History(20)), 60) < distance_after(Lbfgs(History(1)), 60) / 2


def test_lbfgs_moves_the_same_with_its_memory_on_disk() -> None:
    assert distance_after(Lbfgs(History(5, on_disk=True)), 40) == distance_after(Lbfgs(History(5)), 40)


def test_the_first_move_of_lbfgs_has_a_fixed_size_whatever_the_gradient_s() -> None:
    for magnitude in (1e-9, 1.0, 1e9):
        move = Lbfgs().move(torch.full((1, 3, 4, 5), magnitude))
        assert move.shape == (1, 3, 4, 5)
        assert move.square().mean().sqrt().item() == pytest.approx(Lbfgs.FIRST_MOVE)
        assert (move < 0).all()


def test_lbfgs_never_leaps() -> None:
    optimizer = Lbfgs()
    optimizer.move(torch.full((10,), 1.0))
    # Hardly any change of the gradient looks like hardly any curvature, hence a huge move.
    move = optimizer.move(torch.full((10,), 1.0 - 1e-6))
    assert move.square().mean().sqrt().item() == pytest.approx(Lbfgs.LARGEST_MOVE)


def test_lbfgs_forgets_pairs_of_negative_curvature() -> None:
    optimizer = Lbfgs()
    optimizer.move(torch.full((4,), 1.0))
    move = optimizer.move(torch.full((4,), 2.0))
    assert move.square().mean().sqrt().item() == pytest.approx(Lbfgs.FIRST_MOVE)
    assert (move < 0).all()


def test_a_zero_gradient_moves_nothing() -> None:
    optimizer = make_optimizer(History())
    for _ in range(3):
        assert not optimizer.move(torch.zeros(1, 3, 2, 2)).any()


def test_sharpening_is_symmetric_and_positive_definite() -> None:
    pixels = torch.eye(15, dtype=torch.float64).view(15, 1, 3, 5)
    matrix = torch.stack([sharpened(pixel[None]).flatten() for pixel in pixels])
    torch.testing.assert_close(matrix, matrix.T)
    assert torch.linalg.eigvalsh(matrix).min() >= 1 - 1e-12


def test_sharpening_keeps_flat_gradients_and_raises_fine_detail() -> None:
    flat, fine = torch.ones(1, 3, 6, 6), torch.tensor([1.0, -1.0]).repeat(3).expand(1, 3, 6, 6)
    torch.testing.assert_close(sharpened(flat), flat)
    assert sharpened(fine)[..., 1:-1].abs().min() >= 2


def test_lbfgs_takes_its_first_move_from_the_sharpened_gradient() -> None:
    gradient = torch.rand(1, 3, 8, 8, generator=torch.Generator().manual_seed(0))
    move = Lbfgs(precondition=sharpened).move(gradient)
    torch.testing.assert_close(move / move.norm(), -sharpened(gradient) / sharpened(gradient).norm())


def test_a_precondition_leaves_lbfgs_correct() -> None:
    curvatures = torch.logspace(0, 2, 30, dtype=torch.float64).view(1, 1, 5, 6)
    minimum, position = torch.linspace(-0.5, 0.5, 30, dtype=torch.float64).view(1, 1, 5, 6), torch.zeros(1, 1, 5, 6)
    optimizer = Lbfgs(precondition=sharpened)
    for _ in range(100):
        position = position + optimizer.move(curvatures * (position - minimum))
    assert (position - minimum).norm() < 1e-3 * minimum.norm()


@pytest.mark.parametrize("on_disk", [False, True])
@pytest.mark.parametrize("num_moves", [0, 1, 2, 5, 9])
def test_another_optimiser_goes_on_exactly_where_one_has_come_to(num_moves: int, on_disk: bool) -> None:
    generator = torch.Generator().manual_seed(1)
    gradients = [torch.rand(1, 3, 8, 9, generator=generator) for _ in range(num_moves + 4)]
    # One that looks like negative curvature, which is not remembered.
    gradients[3] = gradients[2] * 3
    first, second = (make_optimizer(History(4, on_disk=on_disk)) for _ in range(2))
    for gradient in gradients[:num_moves]:
        first.move(gradient)
    second.restore(first.state(), torch.device("cpu"))
    for gradient in gradients[num_moves:]:
        assert torch.equal(second.move(gradient), first.move(gradient))


def test_tensors_of_a_state_are_the_same_as_long_as_their_keys_are() -> None:
    optimizer = make_optimizer(History(4))
    generator = torch.Generator().manual_seed(1)
    seen: dict[object, Tensor] = {}
    for _ in range(8):
        optimizer.move(torch.rand(1, 3, 8, 9, generator=generator))
        state = optimizer.state()
        for kept in (
            state.last_move,
            state.last_gradient,
            *(tensor for pair in state.pairs for tensor in (pair.move, pair.change)),
        ):
            assert kept is not None
            assert kept.shape == (1, 3, 8, 9)
            assert torch.equal(seen.setdefault(kept.key, kept.fetch()), kept.fetch())
    other = make_optimizer(History(4))
    other.move(torch.ones(1, 3, 8, 9))
    last_move = other.state().last_move
    assert last_move is not None
    assert last_move.key not in seen
