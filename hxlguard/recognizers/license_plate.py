"""Registration plates of vehicles, which lead to their owner or driver."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="LICENSE_PLATE",
    category=Category.QUASI_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases("#*+plate, #*+license_plate"),
    headers={
        "en": phrases(
            "license plate, licence plate, number plate, plate number, plate no, vehicle "
            "plate, vehicle registration, vehicle registration number, vehicle reg no, car "
            "registration, truck plate, car plate, registration plate, vehicle number, "
            "truck number, vehicle identification number, vin number, chassis number, veh "
            "plate, veh reg"
        ),
        "fr": phrases(
            "plaque d'immatriculation, immatriculation du vehicule, numero de plaque, numero "
            "d'immatriculation du vehicule, immatriculation, numero de chassis"
        ),
        "es": phrases(
            "placa del vehiculo, numero de placa, matricula del vehiculo, patente del "
            "vehiculo, placa vehicular, numero de chasis"
        ),
        "pt": phrases(
            "matricula do veiculo, placa do veiculo, numero da matricula, chapa de matricula"
        ),
        "ar": phrases(
            "رقم اللوحة, رقم السيارة, لوحة السيارة, رقم المركبة, رقم الشاحنة, لوحة المركبة, "
            "نمرة السيارة"
        ),
        "uk": phrases(
            "номерний знак, держномер, номер автомобіля, номер авто, держ номер, "
            "реєстраційний номер тз, номер тз"
        ),
        "ru": phrases(
            "номерной знак, госномер, номер автомобиля, номер авто, гос номер, номер машины, "
            "номер тс"
        ),
        "sw": phrases("namba ya gari, nambari ya usajili wa gari, namba za usajili wa gari"),
        "tr": phrases("plaka, arac plakasi, plaka no"),
        "fa": phrases("نمبر پلیت, پلاک, پلیت موتر, شماره موتر, نمبر موتر"),
        "bn": phrases("গাড়ির নম্বর"),
        "so": phrases("taarikada gaariga, taargada gaariga, lambarka gaariga"),
        "ur": phrases("گاڑی نمبر"),
        "ht": phrases("plak machin, nimewo plak"),
        "de": phrases("kfz kennzeichen"),
        "id": phrases("nomor polisi kendaraan, plat nomor"),
    },
    whole_headers={
        "en": phrases("plate, vin"),
        "zh": phrases("车牌号, 车牌"),
    },
    beside_people={
        "en": phrases("truck no, vehicle no, vehicle reg, car reg"),
        "fr": phrases("plaque du camion, immat, plaque, n plaque"),
        "es": phrases("placa del camion, placas, n placa, placa, vehiculo placa"),
        "pt": phrases("matricula da viatura, chapa, n chapa"),
        "tr": phrases("plakası"),
        "so": phrases("taargada, taarko"),
        "fa": phrases("پلیت"),
        "de": phrases("kennzeichen, autokennzeichen"),
        "ar": phrases("اللوحة, نمرة"),
        "uk": phrases("номер машини"),
        "sw": phrases("namba ya usafiri, plate namba"),
        "bn": phrases("গাড়ি নম্বর, গাড়ির নং"),
        "id": phrases("nopol"),
    },
    unless=phrases("count, total, number of vehicles, plate count, type"),
    shape=r"\d.*\p{L}|\p{L}.*\d|\d{4}",
)
