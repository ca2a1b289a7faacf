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
            "detailed address, exact address, complete address, address line, address line 1, "
            "address line 2, addr line, address text, location text, location details, exact "
            "location, detailed location, location description, location detail, residence, "
            "residence address, house number, house no, house name, building number, building "
            "name, apartment, apartment no, apt no, flat no, flat number, floor and "
            "apartment, tent number, tent no, tent, shelter number, shelter no, shelter "
            "address, block and tent, plot number, plot no, door number, room number, po box, "
            "p o box, nearest landmark, where exactly, directions to house, alley, lane, "
            "boulevard, avenue, block no, block number, zone block house, housing unit, "
            "housing unit number, shelter unit, unit number of shelter, household shelter id, "
            "compound number"
        ),
        "fr": phrases(
            "adresse, rue, avenue, numero de rue, numero de maison, numero de tente, numero "
            "de la tente, numero d'abri, domicile, adresse du domicile, boite postale, lieu "
            "dit, point de repere, numero de parcelle, appartement, numero de l'abri, numero "
            "de bloc et abri, numero de porte"
        ),
        "es": phrases(
            "direccion, domicilio, calle, avenida, carrera, numero de casa, numero de carpa, "
            "numero de vivienda, apartado postal, punto de referencia, referencia de "
            "ubicacion, direccion exacta, direccion de residencia, apartamento, manzana, "
            "unidad habitacional, numero de albergue, como llegar, otras senas, numero "
            "exterior"
        ),
        "pt": phrases(
            "endereco, morada, rua, avenida, numero da casa, numero da tenda, domicilio, "
            "caixa postal, ponto de referencia, localizacao exata, apartamento, quarteirao, "
            "unidade habitacional, numero da unidade habitacional, logradouro, numero da "
            "porta"
        ),
        "ar": phrases(
            "العنوان, عنوان السكن, العنوان بالتفصيل, العنوان التفصيلي, الشارع, اسم الشارع, "
            "رقم المنزل, رقم البيت, رقم الخيمه, الخيمه, رقم البناية, البناية, رقم الشقة, "
            "الشقة, الزقاق, رقم القطاع والخيمة, صندوق البريد, اقرب نقطة دالة, اقرب معلم, رقم "
            "الدار, رقم الكرفان, رقم العمارة, رقم المحلة, رقم المأوى, وصف السكن"
        ),
        "uk": phrases(
            "адреса, адреса проживання, вулиця, номер будинку, будинок, номер квартири, "
            "квартира, місце реєстрації, адреса реєстрації, поштова скринька, юридична "
            "адреса, місце прописки"
        ),
        "ru": phrases(
            "адрес, адрес проживания, улица, номер дома, дом, номер квартиры, квартира, место "
            "регистрации, адрес регистрации, почтовый ящик"
        ),
        "sw": phrases(
            "anwani, anuani, mtaa, namba ya nyumba, nambari ya nyumba, barabara na nyumba, "
            "sanduku la posta, sanduku la barua, namba ya hema, nyumba namba, namba ya chumba"
        ),
        "tr": phrases(
            "adres, adresi, sokak, cadde, ev no, kapi no, cadir no, acik adres, daire no, "
            "konteyner no, apartman no"
        ),
        "fa": phrases("آدرس, نشانی, کوچه, سرک, شماره خانه, نمبر خانه, پلاک خانه"),
        "bn": phrases(
            "ঠিকানা, বাড়ির নম্বর, রাস্তা, স্থায়ী ঠিকানা, বর্তমান ঠিকানা, হোল্ডিং নম্বর, বাসা নম্বর, ঘর নম্বর, শেল্টার নম্বর"
        ),
        "so": phrases(
            "cinwaan, cinwaanka, lambarka guriga, waddada, ciwaanka, ciwaan, lambarka "
            "teendhada, lambarka aqalka, xaafadda iyo guriga"
        ),
        "id": phrases("alamat, alamat rumah, alamat lengkap, jalan, rt rw, nomor rumah, no rumah"),
        "de": phrases(
            "anschrift, adresse, strasse, hausnummer, wohnanschrift, wohnadresse, "
            "zimmernummer, meldeadresse"
        ),
        "it": phrases("indirizzo, indirizzo di residenza, via e numero"),
        "nl": phrases("adres, straat, huisnummer, woonadres"),
        "fil": phrases("tirahan"),
        "ha": phrases("adireshi"),
        "am": phrases("አድራሻ"),
        "ur": phrases("مکمل پتہ, مستقل پتہ, موجودہ پتہ, گھر کا پتہ, گلی نمبر, مکان نمبر"),
        "ht": phrases("nimewo kay"),
        "ne": phrases("घर नं, घर नम्बर"),
    },
    whole_headers={
        "en": phrases("residence, lives at, home"),
        "fr": phrases("residence"),
        "es": phrases("residencia, ubicacion"),
        "pt": phrases("residencia, localizacao"),
        "ar": phrases("السكن"),
        "uk": phrases("проживання"),
        "my": phrases("လိပ်စာ, နေရပ်လိပ်စာ, အမှတ်၊ လမ်း, အိမ်အမှတ်, နေရပ်"),
        "zh": phrases("住址, 家庭住址, 家庭地址, 详细地址, 现住址, 户籍地址, 通讯地址, 门牌号"),
    },
    beside_people={
        "en": phrases(
            "hse no, h no, blk no, lot no, compound, directions, purok, shelter no, plot, plot no"
        ),
        "fr": phrases("n maison, n tente, n parcelle, concession, abri, repere"),
        "es": phrases("dir, mz lt, n casa, n carpa, cll, apto"),
        "pt": phrases("ender, n tenda, talhao, complemento, n porta"),
        "ar": phrases(
            "معلم قريب, نقطة دالة, الدار, المحلة, الطابق, رقم الطابق, الكرفان, المأوى, "
            "العمارة, البيت, المنزل, م ز د, الكوخ"
        ),
        "tr": phrases(
            "adresiniz, bina no, sokağı, cad, sok, apt, daire, kapı, çadır, konteyner, "
            "bina, apartman, kat, blok no, no lu daire, site apartman, ev numarası, ada "
            "parsel"
        ),
        "uk": phrases(
            "вул, буд, кв, корпус, під'їзд, поверх, № буд, номер кімнати, кімната, модуль, "
            "вул буд кв, пров, провулок, прописка, реєстрація місця"
        ),
        "ru": phrases(
            "ул, подъезд, этаж, комната, номер комнаты, пер, переулок, палатка, номер палатки"
        ),
        "sw": phrases("nyumba, hema, barabara, namba ya kibanda, kibanda, balozi, nyumba kumi"),
        "so": phrases(
            "guriga, teendhada, aqalka, buulka, lambarka buulka, meesha uu deggan yahay, buul"
        ),
        "bn": phrases("শেল্টার, শেল্টার নং, বাসা, বাড়ি, ঘর নং, হোল্ডিং নং, বাড়ি নং, রোড"),
        "fa": phrases("خیابان, خانه, خانه نمبر, بلاک, اپارتمان, حویلی"),
        "ur": phrases("پتہ, ایڈریس, گلی"),
        "ht": phrases("lari, tant"),
        "de": phrases("hausnr, hnr, zimmer, zimmer nr, str nr"),
        "id": phrases("blok, no tenda, tenda, huntara, no rmh, rumah"),
        "my": phrases("လမ်း, အိမ်"),
        "zh": phrases("地址"),
    },
    unless=phrases(
        "number of addresses, addresses served, issues, "
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
