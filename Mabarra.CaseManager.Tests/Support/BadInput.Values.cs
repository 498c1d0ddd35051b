using Field = Mabarra.CaseManager.Tests.Support.BadField;

namespace Mabarra.CaseManager.Tests.Support;

/// <content>Rows about numbers and dates: B7–B14, B27–B29, B31.</content>
public static partial class BadInput
{
    private static IEnumerable<BadRow> Ids() =>
    [
        N("B7", "Arabic digits", Field.NationalId, "١٠٥٨٥٢٩٩٤٠", "1058529940"),
        N("B7", "Persian digits", Field.NationalId, "۱۰۵۸۵۲۹۹۴۰", "1058529940"),
        N("B7", "mixed digits", Field.NationalId, "1٠5٨۵2٩9٤٠", "1058529940"),
        N("B8", "fullwidth digits", Field.NationalId, "１０５８５２９９４０", "1058529940"),
        R("B8", "Devanagari digits", Field.NationalId, "१०५८५२९९४०"),
        R("B8", "mathematical digits", Field.NationalId, "𝟏𝟎𝟓𝟖𝟓𝟐𝟗𝟗𝟒𝟎"),
        .. Each([Field.NationalId], f => E("B9", "citizen", f, "1058529940")),
        E("B9", "citizen, second", Field.NationalId, "1001244019"),
        E("B9", "citizen, lowest", Field.NationalId, "1000000008"),
        E("B9", "citizen, third", Field.NationalId, "1101798278"),
        E("B9", "resident", Field.NationalId, "2000000006"),
        R("B9", "wrong check digit", Field.NationalId, "1058529941"),
        R("B9", "two digits swapped", Field.NationalId, "1085529940"),
        R("B9", "zeros", Field.NationalId, "1000000000"),
        R("B9", "resident with a wrong check digit", Field.NationalId, "2000000007"),
        R("B9", "first digit 3", Field.NationalId, "3000000004"),
        R("B9", "nine digits", Field.NationalId, "105852994"),
        R("B9", "eleven digits", Field.NationalId, "10585299400"),
        R("B9", "line break at its end", Field.NationalId, "1058529940\n"),
        N("B10", "hyphens", Field.NationalId, "1058-529-940", "1058529940"),
        N("B10", "no-break and thin spaces", Field.NationalId, "1058\u00A0529\u2009940", "1058529940"),
        R("B10", "plus sign", Field.NationalId, "+1058529940"),
    ];

    private static IEnumerable<BadRow> Ibans() =>
    [
        E("B12", "the registry's example", Field.Iban, "SA0380000000608010167519"),
        E("B12", "another", Field.Iban, "SA4420000001234567891234"),
        N("B12", "small letters in fours", Field.Iban, "sa03 8000 0000 6080 1016 7519", "SA0380000000608010167519"),
        N("B12", "Arabic digits", Field.Iban, "SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩", "SA0380000000608010167519"),
        R("B12", "wrong check digits", Field.Iban, "SA0380000000608010167518"),
        R("B12", "23 characters", Field.Iban, "SA038000000060801016751"),
        R("B12", "25 characters", Field.Iban, "SA03800000006080101675190"),
        R("B12", "Cyrillic A", Field.Iban, "S\u04100380000000608010167519"),
        R("B12", "another country", Field.Iban, "AE070331234567890123456"),
        R("B12", "tatweel inside", Field.Iban, "SA03ـ80000000608010167519"),
        E("B12", "check digits 98", Field.Iban, "SA9880000000000000000026"),
        R("B12", "check digits 01 for 98", Field.Iban, "SA0180000000000000000026"),
        R("B12", "check digits 00 for 97", Field.Iban, "SA0080000000000000000044"),
        R("B12", "check digits 99 for 02", Field.Iban, "SA9980000000000000000008"),
        E("B12", "letters in the account", Field.Iban, "SA9480000000ABC012345678"),
        E("B13", "unknown bank", Field.Iban, "SA7099000000000012345678"),
    ];

    private static IEnumerable<BadRow> Phones() =>
    [
        N("B14", "Arabic digits", Field.Phone, "٠٥٥٥١٦٢٣٣٣", "0555162333"),
        N("B14", "international", Field.Phone, "+966 55 516 2333", "0555162333"),
        N("B14", "international with a zero in brackets", Field.Phone, "+966(0)555162333", "0555162333"),
        N("B14", "international with two zeros", Field.Phone, "00966555162333", "0555162333"),
        N("B14", "country code without plus", Field.Phone, "966555162333", "0555162333"),
        N("B14", "without the leading zero", Field.Phone, "555162333", "0555162333"),
        N("B14", "direction mark inside", Field.Phone, "055\u200F516-2333", "0555162333"),
        E("B14", "operator prefix nobody has heard of", Field.Phone, "0525162333"),
        N("B14", "the same, international", Field.Phone, "+966525162333", "0525162333"),
        R("B14", "no such prefix", Field.Phone, "0655162333"),
        R("B14", "eleven digits", Field.Phone, "05551623333"),
        R("B14", "nine digits", Field.Phone, "055516233"),
        R("B14", "letters", Field.Phone, "05551ABCDE"),
        R("B14", "another country", Field.Phone, "+971501234567"),
        R("B14", "extension", Field.Phone, "0555162333#12"),
        R("B14", "plus in the middle", Field.Phone, "055+5162333"),
        R("B14", "line break at its end", Field.Phone, "0555162333\n"),
    ];

    private static IEnumerable<BadRow> Dates() =>
    [
        R("B27", "day 30 of a month of 29", Field.HijriDate, "1446/12/30"),
        R("B27", "day 30 of a month of 29, day first", Field.HijriDate, "30/9/1448"),
        R("B27", "month 0", Field.HijriDate, "1448/00/01"),
        R("B27", "month 13", Field.HijriDate, "1448/13/01"),
        R("B27", "year before the tables", Field.HijriDate, "1317/12/29"),
        R("B27", "year after the tables", Field.HijriDate, "1501/01/01"),
        N("B27", "last day there is", Field.HijriDate, "1500/12/30", "2077-11-16"),
        N("B27", "first day there is", Field.HijriDate, "١٣١٨/١/١", "1900-04-30"),
        R("B28", "born in 1899", Field.BirthDate, "1899-12-31"),
        R("B28", "born tomorrow", Field.BirthDate, "2026-11-24"),
        E("B28", "born today", Field.BirthDate, "2026-11-23"),
        R("B28", "121 years old", Field.BirthDate, "1905-11-23"),
        E("B28", "120 years old until tomorrow", Field.BirthDate, "1905-11-24"),
        R("B29", "30 February", Field.GregorianDate, "2026-02-30"),
        R("B29", "29 February of a common year", Field.GregorianDate, "29/2/2027"),
        N("B29", "29 February of a leap year", Field.GregorianDate, "29/2/2028", "2028-02-29"),
        R("B29", "no year", Field.GregorianDate, "31/11"),
        R("B29", "month before day", Field.GregorianDate, "11/23/2026"),
        R("B29", "two digits of year", Field.GregorianDate, "23/11/26"),
        R("B29", "Hijri year", Field.GregorianDate, "1448-06-13"),
        R("B29", "words", Field.GregorianDate, "23 نوفمبر 2026"),
        R("B29", "year 9999", Field.GregorianDate, "9999-12-31"),
        R("B29", "sign in it", Field.GregorianDate, "2026--11-23"),
        N("B29", "Arabic digits and slashes", Field.GregorianDate, "٢٣/١١/٢٠٢٦", "2026-11-23"),
        N("B29", "marks an Arabic format leaves", Field.GregorianDate, "23\u200F/11\u200F/2026", "2026-11-23"),
        E("B29", "as stored", Field.GregorianDate, "2026-11-23"),
    ];

    private static IEnumerable<BadRow> Amounts() =>
    [
        E("B31", "as shown", Field.Amount, "1,250.00"),
        N("B31", "Arabic digits and separators", Field.Amount, "١٬٢٥٠٫٥٠", "1,250.50"),
        N("B31", "plain", Field.Amount, "1250", "1,250.00"),
        N("B31", "one digit of halalas", Field.Amount, "0.5", "0.50"),
        N("B31", "nothing", Field.Amount, "0", "0.00"),
        R("B31", "European separators", Field.Amount, "1.250,00"),
        R("B31", "comma for decimals", Field.Amount, "1250,50"),
        R("B31", "commas that part no thousands", Field.Amount, "1,2,50"),
        R("B31", "exponent", Field.Amount, "1e5"),
        R("B31", "minus zero", Field.Amount, "-0"),
        R("B31", "negative", Field.Amount, "-5"),
        R("B31", "no number", Field.Amount, "NaN"),
        R("B31", "three decimals", Field.Amount, "0.005"),
        R("B31", "dot alone", Field.Amount, "."),
        R("B31", "dot at the end", Field.Amount, "5."),
        R("B31", "two dots", Field.Amount, "1.2.3"),
        R("B31", "too many digits", Field.Amount, "99999999999999999"),
        R("B31", "one more than the limit", Field.Amount, "1000000000"),
        E("B31", "the limit", Field.Amount, "999,999,999.99"),
        R("B31", "hexadecimal", Field.Amount, "0x10"),
        R("B31", "line break at its end", Field.Amount, "5\n"),
    ];
}
