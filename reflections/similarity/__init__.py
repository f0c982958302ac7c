"""Which notes are alike by their wording; works offline, in English, Dutch and Swedish.

Knows nothing of the database: texts in, ids out.
"""
