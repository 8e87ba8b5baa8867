"""Why a statement holds, or why not: subjects by name, proofs in words and as pictures."""

from sodiokg.explanation.answers import Explainer, Explanation, Reasons

__all__ = ["Explainer", "Explanation", "Reasons"]
