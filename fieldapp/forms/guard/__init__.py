"""The guard of protected forms: words that could lead to a person are caught before they are kept.

No guard knows every name. What it catches of a listed corpus is published in
``fieldapp/forms/library/README.md``; the rest is left to the form, which asks for as little as it
can, and to the people it is sealed to.
"""
