"""The audit of a text: rules that are queries, run over its graph and over what only its text shows."""

from __future__ import annotations

from sodiokg.audit.across import across
from sodiokg.audit.auditing import Audit, audited, audited_graph
from sodiokg.audit.findings import Finding
from sodiokg.audit.rules import Rule, read_rule, rules

__all__ = ["Audit", "Finding", "Rule", "across", "audited", "audited_graph", "read_rule", "rules"]
