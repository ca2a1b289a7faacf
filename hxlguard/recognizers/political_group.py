"""Political opinions, party and trade-union membership (GDPR article 9)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="POLITICAL_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+political, #*+party, #*+union"),
    headers={
        "en": phrases(
            "political affiliation, political party, political opinion, political view, "
            "political views, political group, political orientation, party affiliation, "
            "party membership, party member, voted for, vote intention, voting intention, "
            "voting preference, trade union, union member, union membership, trade union "
            "membership, ideology"
        ),
        "fr": phrases(
            "affiliation politique, parti politique, opinion politique, opinions "
            "politiques, appartenance politique, appartenance syndicale, syndicat, "
            "intention de vote"
        ),
        "es": phrases(
            "afiliacion politica, partido politico, opinion politica, filiacion politica, "
            "afiliacion sindical, sindicato, intencion de voto"
        ),
        "pt": phrases(
            "filiacao politica, partido politico, opiniao politica, filiacao sindical, "
            "sindicato, intencao de voto"
        ),
        "ar": phrases("الانتماء السياسي, الحزب السياسي, الراي السياسي, الحزب, النقابة, عضو حزب"),
        "uk": phrases(
            "політична приналежність, політична партія, політичні погляди, партійність, "
            "членство в профспілці"
        ),
        "ru": phrases(
            "политическая принадлежность, политическая партия, политические взгляды, "
            "партийность, членство в профсоюзе"
        ),
        "sw": phrases("chama cha siasa, itikadi ya kisiasa, mwanachama wa chama"),
        "tr": phrases("siyasi parti, siyasi gorus, sendika uyeligi"),
        "fa": phrases("حزب سیاسی"),
        "bn": phrases("রাজনৈতিক দল"),
        "so": phrases("xisbiga siyaasadda"),
    },
    unless=(*COUNTED, *phrases("credit union, european union, african union")),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
