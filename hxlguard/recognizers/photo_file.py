"""Photos, recordings, signatures of people, as file names or addresses (KoBo attachments)."""

from __future__ import annotations

from hxlguard.lexicon.headers import COUNTED
from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import media_files
from hxlguard.recognizers.recognizer import Recognizer

_INITIALS = r"^\s*(?:\p{L}\.?\s?){1,4}~?\s*$"
"""How people sign a list."""

_FILE = (
    r"\.(?:jpe?g|png|gif|bmp|tiff?|webp|heic|svg|mp3|mp4|m4a|amr|wav|ogg|3gpp?|aac|mov|avi|webm"
    r"|pdf)\b|https?://|^data:|[0-9a-z_-]{12,}"
)

RECOGNIZER = Recognizer(
    entity="PHOTO_FILE",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.SEVERE,
    tags=phrases("#*+photo, #*+image, #*+picture, #*+signature, #*+audio, #*+video"),
    headers={
        "en": phrases(
            "photo, photos, photograph, picture, portrait, selfie, headshot, profile picture, "
            "profile photo, passport photo, image of, photo url, picture url, image url, "
            "image file, photo file, id photo, id card photo, scan of id, photo of, take a "
            "picture, take a photo, signature, signature url, sign here, beneficiary "
            "signature, thumb impression, audio recording, audio file, audio url, voice "
            "recording, voice note, audio audit, recording of interview, background audio, "
            "video, video file, video url, avatar, attachment, attachments, scanned document, "
            "scanned id, mugshot, x ray image"
        ),
        "fr": phrases(
            "photo, photos, photographie, image de, signature, enregistrement audio, fichier "
            "audio, piece jointe, video, portrait, emargement"
        ),
        "es": phrases(
            "foto, fotos, fotografia, imagen de, firma, grabacion, archivo de audio, adjunto, "
            "video, retrato, copia de cedula, nota de voz"
        ),
        "pt": phrases(
            "foto, fotos, fotografia, imagem de, assinatura, gravacao, ficheiro de audio, "
            "anexo, video, retrato, copia do bi"
        ),
        "ar": phrases(
            "صورة, الصورة, صورة شخصية, صورة الهوية, التوقيع, توقيع المستفيد, تسجيل صوتي, ملف "
            "صوتي, مرفق, مرفقات, فيديو"
        ),
        "uk": phrases(
            "фото, світлина, фотографія, підпис, аудіозапис, відео, вкладення, скан паспорта, "
            "копія паспорта"
        ),
        "ru": phrases(
            "фото, фотография, подпись, аудиозапись, видео, вложение, копия паспорта, роспись"
        ),
        "sw": phrases(
            "picha, sahihi, saini, sauti iliyorekodiwa, rekodi ya sauti, video, kiambatisho"
        ),
        "tr": phrases(
            "fotograf, imza, ses kaydi, vesikalik, fotoğrafı, imzası, kimlik fotokopisi, "
            "kimlik fotoğrafı"
        ),
        "fa": phrases("عکس, امضا, امضاء, کاپی تذکره, امضای گیرنده, فوتو"),
        "bn": phrases("ছবি, স্বাক্ষর"),
        "so": phrases(
            "sawir, saxiix, sawirka, saxiixa, sawirka qofka, saxeexa, saxeex, cod duuban"
        ),
        "id": phrases("tanda tangan"),
        "de": phrases("unterschrift, unterschriften, lichtbild, passfoto"),
        "it": phrases("firma"),
        "nl": phrases("handtekening"),
        "ur": phrases("دستخط, تصویر"),
        "ht": phrases("siyen"),
        "ne": phrases("फोटो, हस्ताक्षर, तस्बिर"),
    },
    whole_headers={
        "en": phrases("image, audio, img"),
        "my": phrases("လက်မှတ်, ဓာတ်ပုံ"),
        "zh": phrases("签名, 签字, 照片, 本人签字, 簽名"),
    },
    beside_people={
        "en": phrases("sgn, sign, sign or thumbprint, thumb print, thumbprint, signed"),
        "fr": phrases("emarg"),
        "es": phrases("rubrica"),
        "pt": phrases("assin"),
        "ar": phrases("صور, ت المستلم"),
        "tr": phrases("resim, resmi, imzalı, ek dosya, ekler"),
        "uk": phrases(
            "підп, скан, скани, копії документів, зображення, файл, файли, документи скан"
        ),
        "ru": phrases("подп, сканы, копии документов, изображение, файлы, расписался"),
        "sw": phrases("kiambata"),
        "so": phrases("saxiixid, suulka saxiixa"),
        "bn": phrases("টিপসই, দস্তখত, ফটো"),
        "fa": phrases("شصت, ضمیمه"),
        "ht": phrases("siyati oswa anprent"),
        "de": phrases("bild, anhang"),
        "id": phrases("ttd, paraf, tandatangan"),
    },
    unless=(
        *COUNTED,
        *phrases(
            "date, consent, type, satellite image, has photo, duration, size, quality, "
            "caption, credit, logo, map, signature date, date of signature, digital "
            "signature algorithm, resolution, audit form, video game, camera"
        ),
    ),
    shape=rf"(?i){_INITIALS}|{_FILE}",
    candidate=media_files.CANDIDATE,
    confirm=media_files.confirm,
    matches=media_files.MATCHES,
    misses=media_files.MISSES,
)
