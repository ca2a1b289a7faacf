"""Words that stand in names without being names, in lower case and without accents.

From general knowledge; Arabic, Cyrillic, Bengali, Burmese and Ethiopic need native review.
"""

from __future__ import annotations


def spaced(*lines: str) -> frozenset[str]:
    """The words of lines in which spaces part them."""
    return frozenset(" ".join(lines).split())


NAME_LIKE = (
    r"^['’ʼ(\s]*(?:\p{Latin}|\p{Arabic}|\p{Cyrillic}|\p{Bengali}|\p{Devanagari}|\p{Myanmar}|\p{Ethiopic}"
    r"|\p{Greek}|\p{Hebrew}|\p{Georgian}|\p{Armenian}|\p{Tamil}|\p{Sinhala}|\p{Thai})"
    r"[\p{L}\p{M}\s.,;/&()'’ʼ`´،؛۔-]+$"
)
"""A cell of words alone, in a script of which names are known."""

NUMBER_BEHIND = r"[\s,;:/(|.-]\+?(?:\d[\s()./-]{0,2}){7,}$"
"""A phone number behind a name, in a cell for both."""

IN_TEXT = r"[\p{L}\p{M}\d:,.;)] [«(\"]?\p{Lu}\p{L}|\p{Arabic} [\p{Arabic}]+ \p{Arabic}"
"""A text in which a name may stand: no other is looked at."""

WORD = r"[\p{L}\p{M}]+(?:['’ʼ`´][\p{L}\p{M}]+)*"
JOINTS = r"['’ʼ`´ـ\x{300}-\x{36f}\x{64b}-\x{65f}\x{670}]"
ALIKE = {
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
    "ة": "ه",
    "ۀ": "ه",
    "ß": "ss",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
}
"""Letters that writers interchange."""

PARTICLES = spaced(
    "al el ul ad as az an ar at ash bin ben ibn bint bte binti bt abu abou abi umm um oum",
    "ould ouled mint ag walad wad abd abdul abdel abdal allah u din eddine uddin ud oud de da",
    "do dos das del della di du la le las los y e van von der den ter ten vander dela delos",
    "zu zur af av mac mc o san st ste santa nin ng wa ya jr sr ii iii iv junior senior hijo",
    "filho neto ال بن ابن بنت ابو ابي ام عبد بو ولد آل او থেকে উর উল দা দি ဦး ဒေါ် ကို မောင်",
    "မ နော် စော ва ибн оглы оглу кызы ад аль эль де ван фон",
)
"""Parts that join names; they speak neither for nor against one."""

FORMS_OF_ADDRESS = spaced(
    "mr mrs ms miss mx dr prof eng engr ing arch sir madam sheikh sheik shaikh cheikh cheick",
    "sheekh haji hajj hajji alhaj alhaji elhadj hajia hajiya ustaz ustad ustadh ustadha",
    "sayyid sayed seyyed mullah mulla maulana mawlawi maulvi molvi imam mama baba papa maman",
    "tante tonton hadji abba ato weyzero wzro wrt mwalimu mzee bwana bi bibi mme mlle",
    "monsieur madame mademoiselle sr sra srta senor senora senorita don dona dom lic dra",
    "padre fray fr rev pastor bishop col capt gen maj sgt lt hon judge daw u ko ma saw naw",
    "nan sai mg shri smt sri kumari mst md mohd mosammat begum khatun gul agha aga khan jan",
    "sahib المهندس المهندسه الدكتور الدكتوره د م ا الاستاذ الاستاذه الشيخ الحاج الحاجه السيد",
    "السيده الشهيد المرحوم пан пані г н жа господин госпожа д р лікар ато ወይዘሮ ወይዘሪት አቶ ዶ ር",
    "ডা মো মোঃ মোছাঃ মোসাঃ জনাব बेगम श्री श्रीमती सुश्री कुमारी",
)
"""Forms of address and titles; beside a name they speak for it."""

BETWEEN = spaced(
    "and et y e und ve na i та і и و او আর ও और र နှင့် እና ን",
)
"""Words between two names in one cell."""
