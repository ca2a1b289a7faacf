"""Postal addresses of people and homes, by header."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import postal_addresses
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="STREET_ADDRESS",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=("#*+address", "#address"),
    headers={
        "en": phrases(
            "address, street, street address, street name, street no, home address, postal "
            "address, mailing address, residential address, permanent address, temporary "
            "address, current address, present address, physical address, full address, "
            "detailed address, exact address, complete address, address line, address line "
            "1, address line 2, addr line, address text, location text, location details, "
            "exact location, detailed location, location description, location detail, "
            "residence, residence address, house number, house no, house name, building "
            "number, building name, apartment, apartment no, apt no, flat no, flat number, "
            "floor and apartment, tent number, tent no, tent, shelter number, shelter no, "
            "shelter address, block and tent, plot number, plot no, door number, room "
            "number, po box, p o box, nearest landmark, where exactly, directions "
            "to house, alley, lane, boulevard, avenue, block no, block number, zone block "
            "house, housing unit, housing unit number, shelter unit, unit number of "
            "shelter, household shelter id"
        ),
        "fr": phrases(
            "adresse, rue, avenue, numero de rue, numero de maison, numero de tente, numero "
            "de la tente, numero d'abri, domicile, adresse du domicile, boite postale, lieu "
            "dit, point de repere, numero de parcelle, appartement, numero de l'abri, "
            "numero de bloc et abri"
        ),
        "es": phrases(
            "direccion, domicilio, calle, avenida, carrera, numero de casa, numero de "
            "carpa, numero de vivienda, apartado postal, punto de referencia, referencia de "
            "ubicacion, direccion exacta, direccion de residencia, apartamento, manzana, "
            "unidad habitacional, numero de albergue"
        ),
        "pt": phrases(
            "endereco, morada, rua, avenida, numero da casa, numero da tenda, domicilio, "
            "caixa postal, ponto de referencia, localizacao exata, apartamento, quarteirao, "
            "unidade habitacional, numero da unidade habitacional"
        ),
        "ar": phrases(
            "العنوان, عنوان السكن, العنوان بالتفصيل, العنوان التفصيلي, الشارع, اسم الشارع, "
            "رقم المنزل, رقم البيت, رقم الخيمه, الخيمه, رقم البناية, البناية, رقم الشقة, "
            "الشقة, الزقاق, رقم القطاع والخيمة, صندوق البريد, اقرب نقطة دالة, اقرب معلم"
        ),
        "uk": phrases(
            "адреса, адреса проживання, вулиця, номер будинку, будинок, номер квартири, "
            "квартира, місце реєстрації, адреса реєстрації, поштова скринька, юридична "
            "адреса"
        ),
        "ru": phrases(
            "адрес, адрес проживания, улица, номер дома, дом, номер квартиры, квартира, "
            "место регистрации, адрес регистрации, почтовый ящик"
        ),
        "sw": phrases(
            "anwani, anuani, mtaa, namba ya nyumba, nambari ya nyumba, barabara na nyumba, "
            "sanduku la posta, sanduku la barua, namba ya hema"
        ),
        "tr": phrases("adres, adresi, sokak, cadde, ev no, kapi no, cadir no, acik adres"),
        "fa": phrases("آدرس, نشانی, کوچه, سرک, شماره خانه"),
        "bn": phrases("ঠিকানা, বাড়ির নম্বর, রাস্তা, স্থায়ী ঠিকানা, বর্তমান ঠিকানা"),
        "so": phrases("cinwaan, cinwaanka, lambarka guriga, waddada"),
        "id": phrases("alamat, alamat rumah, alamat lengkap, jalan"),
        "de": phrases("anschrift, adresse, strasse, hausnummer, wohnanschrift"),
        "it": phrases("indirizzo, indirizzo di residenza, via e numero"),
        "nl": phrases("adres, straat, huisnummer, woonadres"),
        "fil": phrases("tirahan"),
        "ha": phrases("adireshi"),
        "am": phrases("አድራሻ"),
    },
    whole_headers={
        "en": phrases("residence, lives at, home"),
        "fr": phrases("residence"),
        "es": phrases("residencia, ubicacion"),
        "pt": phrases("residencia, localizacao"),
        "ar": phrases("السكن"),
        "uk": phrases("проживання"),
    },
    unless=phrases(
        "number of addresses, issues, "
        "email address, mail address, address email, ip address, mac address, web "
        "address, adresse electronique, adresse email, adresse mail, adresse ip, "
        "direccion electronica, direccion de correo, direccion ip, endereco "
        "electronico, endereco eletronico, endereco ip, count, type, addressed, street "
        "children, street child, street light, street lights, enfants de la rue, "
        "residence permit, residence status, residence type, residence country, country "
        "of residence, residence city, residence district, building type, apartment "
        "type, shelter type, tent type, tents distributed, tents, number of tents, "
        "direccion general, direccion nacional, direction, memory address, wallet "
        "address, address verified, has address, електронна адреса, электронный адрес, "
        "direccion web, endereco web, bluetooth address, floor area, landmark type, "
        "issues addressed, street food, wall street, city, zip, postal code, postcode, "
        "country, state, province, percent, area"
    ),
    doubtful=phrases(
        "email, mail, ip, mac, electronique, electronico, correo, electronica, web, number of"
    ),
    shape=r"\p{L}.*\d|\d.*\p{L}|\p{L}.*[\s,].*\p{L}|#\s?\d|^\s*\d{1,5}\s*$|\p{L}{3}",
    candidate=postal_addresses.CANDIDATE,
    confirm=postal_addresses.confirm,
    least_share=0.5,
    matches=postal_addresses.MATCHES,
    misses=postal_addresses.MISSES,
)
