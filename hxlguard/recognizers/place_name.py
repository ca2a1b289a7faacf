"""Names of places inside of texts, which only a model for names can tell; they name no person."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="PLACE_NAME",
    category=Category.NON_PERSONAL,
    level=Level.LOW,
)
