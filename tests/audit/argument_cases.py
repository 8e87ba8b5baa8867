"""For each rule on arguments a manuscript that it objects to, and one of the same kind that is right."""

from manuscripts import numbers

CASES = {
    "ARG01": (
        numbers(
            "\n\nIto et al. heated NZSP to 300 °C. The stable voltage curves show that the dendrites were suppressed by the interlayer [2]."
        ),
        numbers(
            "\n\nIto et al. heated NZSP to 300 °C. Microscopy shows that the dendrites were suppressed by the interlayer [2]."
        ),
    ),
}
