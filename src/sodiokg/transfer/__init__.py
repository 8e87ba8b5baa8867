"""What may carry over from one substrate to another: strategies found on the one alone, what carried them, and what that needs."""

from __future__ import annotations

from sodiokg.transfer.matrix import MATRIX, Matrix, matrix_of
from sodiokg.transfer.outcome import CONTAMINANTS, TRANSFER, Carried, Precondition, Strategy, Transfer, transfer_of

__all__ = [
    "CONTAMINANTS",
    "MATRIX",
    "TRANSFER",
    "Carried",
    "Matrix",
    "Precondition",
    "Strategy",
    "Transfer",
    "matrix_of",
    "transfer_of",
]
