"""What a person or household earns, owes and is given (ISPs: aid amounts; field notes 5.1)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="INCOME",
    category=Category.QUASI_IDENTIFIER,
    level=Level.HIGH,
    tags=phrases(
        "#respondee+income, #household+income, #individual+income, #*+salary, "
        "#respondee+value, #beneficiary+transfer"
    ),
    headers={
        "en": phrases(
            "income, monthly income, household income, family income, annual income, daily "
            "income, income source, source of income, main income source, salary, monthly "
            "salary, wage, wages, earnings, pay grade, net pay, gross pay, amount received, "
            "cash received, cash amount received, amount of cash received, assistance "
            "received, aid received, transfer received, voucher received, entitlement amount, "
            "monthly expenditure, household expenditure, monthly rent, household debt, debt "
            "amount, amount of debt, bank balance, account balance, remittances received, "
            "wealth quintile, wealth index, poverty status, economic status, socioeconomic "
            "status, payroll, bonus, compensation amount, how much do you earn, livelihood "
            "source, employment status, employed, unemployed, amount paid to beneficiary, "
            "transfer amount received, daily rate, daily wage, amount disbursed, payment "
            "amount to beneficiary"
        ),
        "fr": phrases(
            "revenu, revenus, revenu mensuel, revenu du menage, source de revenu, sources de "
            "revenu, salaire, montant recu, argent recu, aide recue, assistance recue, "
            "depenses du menage, depenses mensuelles, loyer mensuel, quintile de richesse, "
            "situation economique, statut professionnel, chomage"
        ),
        "es": phrases(
            "ingreso, ingresos, ingreso mensual, ingresos del hogar, fuente de ingresos, "
            "salario, sueldo, monto recibido, dinero recibido, ayuda recibida, asistencia "
            "recibida, gastos del hogar, gasto mensual, quintil de riqueza, situacion "
            "economica, nivel socioeconomico, situacion laboral, desempleado"
        ),
        "pt": phrases(
            "rendimento, renda, rendimento mensal, renda familiar, fonte de rendimento, fonte "
            "de renda, salario, valor recebido, dinheiro recebido, ajuda recebida, "
            "assistencia recebida, despesas do agregado, situacao economica, situacao "
            "laboral, desempregado"
        ),
        "ar": phrases(
            "الدخل, الدخل الشهري, دخل الاسرة, مصدر الدخل, مصادر الدخل, الراتب, الاجر, المبلغ "
            "المستلم, المساعدة المستلمة, المساعدات المستلمة, النفقات الشهرية, مصروف الاسرة, "
            "الديون, الدين المالي, المدخرات, الوضع الاقتصادي, الوضع المادي, الحالة الوظيفية, "
            "عاطل عن العمل, مقدار الدين, قيمة الدين, مبلغ المساعدة, المصروف الشهري, المصاريف "
            "الشهرية, مصدر رزق, الوضع المعيشي, الحالة الاقتصادية, الحالة المادية"
        ),
        "uk": phrases(
            "дохід, доходи, місячний дохід, дохід сім'ї, дохід домогосподарства, джерело "
            "доходу, зарплата, заробітна плата, отримана сума, отримана допомога, витрати "
            "домогосподарства, борг, борги, заощадження, статус зайнятості, безробітний, "
            "розмір пенсії, сума допомоги, сума виплат, соціальні виплати, отримує допомогу, "
            "отримані виплати, матеріальне становище, місячні витрати, розмір доходу"
        ),
        "ru": phrases(
            "доход, доходы, месячный доход, доход семьи, доход домохозяйства, источник "
            "дохода, зарплата, заработная плата, полученная сумма, полученная помощь, расходы "
            "домохозяйства, долг, долги, сбережения, статус занятости, безработный, размер "
            "пенсии, сумма помощи, сумма пособия, социальные выплаты, получает пособие, "
            "материальное положение, месячные расходы, размер дохода, денежные переводы"
        ),
        "sw": phrases(
            "kipato, mapato, kipato cha mwezi, chanzo cha kipato, mshahara, kiasi "
            "alichopokea, msaada aliopokea, fedha alizopokea, deni, madeni, akiba, kiasi "
            "alicholipwa, hali ya uchumi, matumizi ya kaya, matumizi ya mwezi"
        ),
        "tr": phrases(
            "gelir, aylik gelir, hane geliri, gelir kaynagi, maas, alinan yardim, borc, aylık "
            "geliri, geçim kaynağı, hanenin geliri, hanenin toplam geliri, aldığı yardım, "
            "aldığı yardımlar, kızılay kart, suy yardımı, ekonomik durum, maddi durum, aylık "
            "gider, aylık harcama"
        ),
        "fa": phrases(
            "درآمد, عاید ماهوار, معاش, قرض, عاید خانواده, منبع عاید, عاید روزانه, مصارف "
            "ماهوار, هزینه ماهانه, وضعیت مالی, مبلغ دریافتی, کمک دریافتی, پول دریافتی"
        ),
        "bn": phrases("আয়, মাসিক আয়, বেতন, ঋণ, মাসিক ব্যয়, প্রাপ্ত টাকার পরিমাণ"),
        "so": phrases(
            "dakhliga, mushahar, deyn, isha nolosha, deynta qoyska, lacagta la siiyay, "
            "lacagta la helay, kharashka bishii"
        ),
        "id": phrases("penghasilan, pendapatan, jumlah utang"),
        "de": phrases("einkommen"),
        "it": phrases("reddito"),
        "nl": phrases("inkomen"),
        "ur": phrases("ماہانہ آمدنی, ذریعہ آمدنی"),
        "ht": phrases("revni chak mwa, sous revni"),
    },
    whole_headers={
        "en": phrases("debt, debts, savings"),
        "fr": phrases("dette, dettes, epargne"),
        "es": phrases("deuda, deudas, ahorros"),
        "pt": phrases("divida, dividas"),
        "my": phrases("ဝင်ငွေ, လစဉ်ဝင်ငွေ, အကြွေး, လစာ"),
        "zh": phrases("月收入, 家庭收入, 收入来源, 年收入, 收入, 债务"),
    },
    beside_people={
        "en": phrases(
            "amount, amount paid, amount due, payment, cash, transfer, daily rate, amount "
            "owed, wealth group, amt paid, stipend, pension, rent, loan, entitlement, "
            "entitlement usd, disbursed, disbursed usd, disb usd, amount usd, inc source, "
            "inc src, wealth q, wealth quint, wealth, quintile"
        ),
        "fr": phrases(
            "montant, montant paye, montant transfere, paiement, montant percu, endettement, "
            "niveau de vie, mnt, somme, fcfa, loyer, emprunt, jours travailles, montant "
            "depense, depenses"
        ),
        "es": phrases(
            "monto, monto entregado, pago, remesas, estrato socioeconomico, trabaja "
            "actualmente, monto total, subsidio, arriendo, prestamo, ing mensual, gastos"
        ),
        "pt": phrases(
            "valor, montante, pagamento, bolsa familia, endividamento, remessas, emprestimo, "
            "despesas, rend mensal"
        ),
        "ar": phrases(
            "المبلغ, مبلغ, الدفعة, قيمة المساعدة, قيمة الحوالة, رقم الحوالة, المبلغ المستحق, "
            "مستوى المعيشة, الممتلكات, الأصول, قيمة القسيمة, الحوالة, قيمة الدفعة, المبلغ "
            "المصروف, المبلغ المدفوع, المبلغ بالدولار, المبلغ بالليرة, القيمة, المصروف, "
            "المصاريف, الاستحقاق, اجور, مساعدات, مستفيد من مساعدات, يستلم مساعدة, المحفظة, "
            "نقدا"
        ),
        "uk": phrases(
            "сума, сума виплати, виплата, пенсія, заборгованість, розмір виплати, кредит, "
            "сума грн, грн, сума допом, перекази, переказ, виплати, зп, витрати, пенсія грн, "
            "аліменти, соц допомога, отримав суму, сума до виплати, нараховано"
        ),
        "ru": phrases(
            "сумма, сумма выплаты, выплата, пенсия, пособие, задолженность, алименты, размер "
            "выплаты, сумма к выплате, перевод, переводы, выплаты, расходы, сумма сом, сумма "
            "руб, начислено, оклад, ставка, гонорар, сумма перевода"
        ),
        "sw": phrases(
            "kiasi, malipo, kiasi cha fedha, posho, ruzuku, pesa, fedha, kiasi kilicholipwa, "
            "malipo aliyopokea, mkopo, mikopo"
        ),
        "tr": phrases(
            "geliri, maaşı, borcu, kızılaykart, kira bedeli, sosyal yardım, ödeme tutarı, "
            "yardım miktarı, tutar, ödeme, ödenen tutar, kart no, kızılay kartı, ücret, "
            "yevmiye, gider, giderler, sgk, sosyal güvence"
        ),
        "so": phrases(
            "mushaharka, daynta, dakhli, lacag, lacagta, xaddiga, cadadka lacagta, lacagta "
            "caddaanka, lacag bixinta, cadadka, deynta, kharashka, lacag caddaan"
        ),
        "fa": phrases(
            "عاید, عواید, قرضدار, قرضداری, بدهی, یارانه, دستمزد, وضعیت اقتصادی, حقوق, مزد, "
            "پول نقد, مقدار پول, پول, مبلغ پرداختی, پرداخت, کمک نقدی, افغانی, مبلغ به "
            "افغانی, قرضه, مصارف, دالر, مبلغ کرایه, کرایه خانه, عواید ماهوار, عواید ماهوار "
            "قبلی"
        ),
        "ur": phrases("آمدنی, تنخواہ, قرضہ, ادائیگی"),
        "ht": phrases("revni, kòb, montan, lajan, peman"),
        "de": phrases(
            "gehalt, schulden, sozialleistungen, nettoeinkommen, bürgergeld, lohn, betrag, "
            "auszahlung, einkünfte, zahlung, verdienst"
        ),
        "bn": phrases(
            "সঞ্চয়, দৈনিক মজুরি, টাকার পরিমাণ, টাকা, পরিমাণ টাকা, মজুরি, ভাতা, ব্যয়, নগদ সহায়তা, নগদ, অনুদান"
        ),
        "id": phrases(
            "gaji, utang, hutang, nominal, nominal bantuan, upah, pengeluaran, besaran bantuan"
        ),
        "my": phrases("ငွေပမာဏ"),
        "zh": phrases("工资, 金额, 补助金额, 发放金额"),
        "ne": phrases("आम्दानी, मासिक आम्दानी, वार्षिक आम्दानी"),
    },
    unless=phrases(
        "income group, world bank, country, gross national, gdp, national income, low "
        "income, middle income, budget, fund, funding, grant, donor, project, count, "
        "public debt, external debt, risk, sustainability, relief, sovereign, wage "
        "rate, labour market, market, price, prices, generating, activity, savings "
        "group, vsla, total, average, minimum wage, percent"
    ),
    shape=r"\d|\p{L}",
    answers=True,
)
