"""Links with armed forces or groups, and who holds an area (ICRC Handbook; several ISPs)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="ARMED_GROUP",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.SEVERE,
    tags=phrases("#*+armed, #*+armed_group, #group+armed, #*+actor, #*+control"),
    headers={
        "en": phrases(
            "armed group, armed actor, armed forces, armed group affiliation, associated "
            "with armed, association with armed, caafag, child soldier, ex combatant, "
            "former combatant, combatant, fighter, militia, military service, military "
            "affiliation, insurgent group, rebel group, non state armed, nsag, area "
            "control, area of control, control of area, controlling actor, territorial "
            "control, controlled by, under control of, actor 1, actor 2, ally actor, ally "
            "actor 1, assoc actor, associated actor, armed opposition, actor1, actor2, "
            "conflict party, party to conflict, conflict actor, warring party"
        ),
        "fr": phrases(
            "groupe arme, acteur arme, forces armees, association a un groupe arme, enfant "
            "soldat, ex combattant, milice, service militaire, zone de controle, controle "
            "de la zone, acteur de controle, partie au conflit, eafga"
        ),
        "es": phrases(
            "grupo armado, actor armado, fuerzas armadas, vinculacion a grupo armado, nino "
            "soldado, excombatiente, ex combatiente, milicia, servicio militar, area de "
            "control, control territorial, parte en conflicto, mara, pandilla"
        ),
        "pt": phrases(
            "grupo armado, ator armado, actor armado, forcas armadas, crianca soldado, ex "
            "combatente, milicia, servico militar, area de controlo, controle territorial, "
            "parte no conflito"
        ),
        "ar": phrases(
            "الجماعة المسلحة, المجموعة المسلحة, جماعة مسلحة, مقاتل سابق, طفل مجند, الخدمة "
            "العسكرية, منطقة السيطرة, الجهة المسيطرة, جهة السيطرة, السيطرة, طرف النزاع, "
            "فصيل, الفصيل"
        ),
        "uk": phrases(
            "збройна група, збройне угруповання, колишній комбатант, військова служба, "
            "військовослужбовець, зона контролю, територія під контролем, окупована "
            "територія, сторона конфлікту"
        ),
        "ru": phrases(
            "вооруженная группа, вооруженное формирование, бывший комбатант, военная "
            "служба, военнослужащий, зона контроля, под контролем, оккупированная "
            "территория, сторона конфликта"
        ),
        "sw": phrases(
            "kikundi chenye silaha, kundi la waasi, mpiganaji, askari mtoto, eneo la udhibiti"
        ),
        "tr": phrases("silahli grup, silahli orgut, askerlik durumu, kontrol alani"),
        "fa": phrases("گروه مسلح"),
        "bn": phrases("সশস্ত্র গোষ্ঠী"),
        "so": phrases("kooxda hubaysan, maamulka deegaanka"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "vector control, pest control, quality control, infection control, birth "
            "control, weed control, disease control, remote control, version, fatality, "
            "fatalities"
        ),
    ),
    shape=r"\p{L}|^\s*-?\d{1,2}(?:\.0)?\s*$",
    answers=True,
)
