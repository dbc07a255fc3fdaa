"""The clock that does not jump, beside one that does."""

from virtmonitor.core.clock import Clock


class Hands:
    """Both clocks of a computer; seconds."""

    def __init__(self) -> None:
        self.wall, self.passing = 1_700_000_000.0, 500.0
        self.clock = Clock(lambda: self.wall, lambda: self.passing)

    def wait(self, seconds: float) -> None:
        self.wall += seconds
        self.passing += seconds


def test_it_is_unix_time_that_does_not_jump() -> None:
    hands = Hands()
    moment = hands.clock.now()
    assert moment == hands.wall
    for by in (3600, -86400, 365 * 86400):
        hands.wall += by
        hands.wait(10)
    assert hands.clock.now() - moment == 30


def test_moments_are_told_as_the_wall_clock_has_them_now() -> None:
    hands = Hands()
    moment = hands.clock.now()
    hands.wait(10)
    assert hands.clock.wall(moment) == moment
    hands.wall -= 86400
    assert hands.clock.wall(hands.clock.now()) == hands.wall
    assert hands.clock.wall(moment) == hands.wall - 10
    assert hands.clock.of_wall(hands.wall - 10) == moment
