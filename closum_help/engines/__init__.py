"""Engines word an answer: offline from templates, openai through a model; both get the same Brief."""
