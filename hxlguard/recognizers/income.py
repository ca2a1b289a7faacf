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
            "received, aid received, transfer received, voucher received, entitlement "
            "amount, monthly expenditure, household expenditure, monthly rent, household "
            "debt, debt amount, amount of debt, bank balance, account balance, remittances "
            "received, wealth quintile, wealth index, poverty status, economic status, "
            "socioeconomic status, payroll, bonus, compensation amount, how much do you "
            "earn, livelihood source, employment status, employed, unemployed, amount paid "
            "to beneficiary, transfer amount received, daily rate, daily wage, "
            "amount disbursed, payment amount to "
            "beneficiary"
        ),
        "fr": phrases(
            "revenu, revenus, revenu mensuel, revenu du menage, source de revenu, sources "
            "de revenu, salaire, montant recu, argent recu, aide recue, assistance recue, "
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
            "rendimento, renda, rendimento mensal, renda familiar, fonte de rendimento, "
            "fonte de renda, salario, valor recebido, dinheiro recebido, ajuda recebida, "
            "assistencia recebida, despesas do agregado, situacao economica, situacao "
            "laboral, desempregado"
        ),
        "ar": phrases(
            "الدخل, الدخل الشهري, دخل الاسرة, مصدر الدخل, مصادر الدخل, الراتب, الاجر, "
            "المبلغ المستلم, المساعدة المستلمة, المساعدات المستلمة, النفقات الشهرية, مصروف "
            "الاسرة, الديون, الدين المالي, المدخرات, الوضع الاقتصادي, الوضع المادي, الحالة "
            "الوظيفية, عاطل عن العمل"
        ),
        "uk": phrases(
            "дохід, доходи, місячний дохід, дохід сім'ї, дохід домогосподарства, джерело "
            "доходу, зарплата, заробітна плата, отримана сума, отримана допомога, витрати "
            "домогосподарства, борг, борги, заощадження, статус зайнятості, безробітний"
        ),
        "ru": phrases(
            "доход, доходы, месячный доход, доход семьи, доход домохозяйства, источник "
            "дохода, зарплата, заработная плата, полученная сумма, полученная помощь, "
            "расходы домохозяйства, долг, долги, сбережения, статус занятости, безработный"
        ),
        "sw": phrases(
            "kipato, mapato, kipato cha mwezi, chanzo cha kipato, mshahara, kiasi "
            "alichopokea, msaada aliopokea, fedha alizopokea, deni, madeni, akiba"
        ),
        "tr": phrases("gelir, aylik gelir, hane geliri, gelir kaynagi, maas, alinan yardim, borc"),
        "fa": phrases("درآمد, عاید ماهوار, معاش, قرض"),
        "bn": phrases("আয়, মাসিক আয়, বেতন, ঋণ"),
        "so": phrases("dakhliga, mushahar, deyn"),
        "id": phrases("penghasilan, pendapatan"),
        "de": phrases("einkommen"),
        "it": phrases("reddito"),
        "nl": phrases("inkomen"),
    },
    whole_headers={
        "en": phrases("debt, debts, savings"),
        "fr": phrases("dette, dettes, epargne"),
        "es": phrases("deuda, deudas, ahorros"),
        "pt": phrases("divida, dividas"),
    },
    beside_people={
        "en": phrases("amount, amount paid, amount due, payment, cash, transfer, daily rate"),
        "fr": phrases("montant, montant paye, montant transfere, paiement"),
        "es": phrases("monto, monto entregado, pago"),
        "pt": phrases("valor, montante, pagamento"),
        "ar": phrases("المبلغ, مبلغ, الدفعة"),
        "uk": phrases("сума, сума виплати, виплата"),
        "ru": phrases("сумма, сумма выплаты, выплата"),
        "sw": phrases("kiasi, malipo"),
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
