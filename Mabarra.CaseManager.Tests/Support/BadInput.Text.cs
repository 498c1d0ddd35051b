using Field = Mabarra.CaseManager.Tests.Support.BadField;

namespace Mabarra.CaseManager.Tests.Support;

/// <content>Rows about text: B1–B6, B15–B26, and those of B32–B37 and B71 a text field meets.</content>
public static partial class BadInput
{
    private static string[] HiddenCharacters => ["\0", "\u0001", "\u001B", "\u001F", "\u007F", "\u0085", "\u2028", "\u2029", "\uFFFE", "\uFDD0", "\U000E0001"];

    private static string[] Breaks => ["\n", "\r\n", "\t"];

    private static string[] Blanks => ["", " ", "\u00A0\u2003", "\u3164", "\u2800", "\u200F\u200F", "\u064B"];

    private static string[] Markup => ["<script>alert(1)</script>", "\"><svg/onload=alert(1)>", "javascript:alert(1)", "{{7*7}} @Html", "<img src=x onerror=alert(1)>"];

    private static IEnumerable<BadRow> Directions() =>
    [
        .. Each(Texts, f => R("B1", "right-to-left override", f, "محمد\u202Eفدپ")),
        N("B2", "isolate never closed", Field.Line, "قبل \u2067بعد", "قبل بعد"),
        N("B2", "two hundred isolates never closed", Field.Paragraph, string.Concat(Enumerable.Repeat("\u2067", 200)) + "نص", "نص"),
        N("B2", "embedding round a pasted number", Field.Line, "اتصل \u202A+966 55\u202C غدا", "اتصل +966 55 غدا"),
        R("B3", "override that swaps the digits of an amount", Field.Paragraph, "صرف مبلغ \u202D0051\u202C ريال"),
        .. Each([Field.NationalId], f => N("B4", "direction marks round it", f, "\u200F\u061C1058529940\u200E", "1058529940")),
        N("B4", "direction marks round it", Field.Iban, "\u200ESA0380000000608010167519\u200F", "SA0380000000608010167519"),
        N("B4", "direction marks round it", Field.Phone, "\u202A+966 55 516 2333\u202C", "0555162333"),
    ];

    private static IEnumerable<BadRow> Letters() =>
    [
        .. Each(Texts, f => N("B5", "tatweel inside a word", f, "محـــمد", "محمد")),
        N("B5", "tatweel", Field.Search, "محـــمد", "محمد"),
        E("B5", "tatweel that is the sign of the Hijri year", Field.Line, "عام 1448هـ"),
        N("B6", "all vowels", Field.PersonName, "مُحَمَّد", "محمد"),
        N("B6", "all vowels", Field.Search, "مُحَمَّد", "محمد"),
        E("B6", "all vowels", Field.Line, "\u0645\u064F\u062D\u064E\u0645\u064E\u0651\u062F"),
        .. Each(Texts, f => R("B6", "ten thousand marks on one letter", f, "م" + new string('\u064B', 10_000) + "د")),
        N("B6", "ten thousand marks on one letter", Field.Search, "م" + new string('\u064B', 10_000) + "د", "مد"),
        .. Each(Texts, f => R("B6", "nine marks hidden between joiners", f, "م" + string.Concat(Enumerable.Repeat("\u064B\u200D", 9)))),
        .. Each(Texts, f => N("B15", "zero-width characters inside", f, "مح\u200D\u200C\u200B\u2060\u00ADم\uFEFFد", "محمد")),
        .. Each(Texts, f => R("B15", "only zero-width characters", f, "\u200D\u200C\u200B\u2060\u00AD\uFEFF")),
        .. Each(Texts, f => N("B16", "presentation forms", f, "ﻣﺤﻤﺪ", "محمد")),
        .. Each(Texts, f => N("B16", "lam-alef ligature", f, "ﻋﻼء", "علاء")),
        N("B16", "ligature of a word", Field.PersonName, "عبد ﷲ", "عبد الله"),
        E("B16", "ligature of a phrase", Field.Paragraph, "قال النبي ﷺ"),
        N("B16", "ligature of a phrase", Field.Search, "محمد ﷺ", "محمد صلي الله عليه وسلم"),
        L("B16", "ligatures that outgrow the limit", Field.PersonName, "ﷺﷺﷺ"),
        .. Each([Field.PersonName, Field.Line], f => E("B17", "Persian kaf and ya as typed", f, "کریمی")),
        .. Each([Field.PersonName, Field.Line], f => E("B17", "Urdu ha as typed", f, "ہاشم")),
        .. Each([Field.PersonName, Field.Line], f => E("B17", "Kurdish ha as typed", f, "مەحمود")),
        N("B17", "Persian kaf and ya", Field.Search, "کریمی", "كريمي"),
        N("B17", "Urdu ha and bari ya", Field.Search, "ہاشمے", "هاشمي"),
        N("B17", "Kurdish ha", Field.Search, "فاطمە", "فاطمه"),
        N("B17", "alefs, ta marbuta, alef maqsura", Field.Search, "أإآٱ ة ى", "اااا ه ي"),
    ];

    private static IEnumerable<BadRow> Everywhere() =>
    [
        .. Each([.. Texts, Field.UserName, .. Numbers, Field.Email], f => R("B23", "lone high surrogate", f, "a\uD800b")),
        .. Each([.. Texts, Field.UserName, .. Numbers, Field.Email], f => R("B23", "lone low surrogate", f, "a\uDC00b")),
        N("B23", "lone surrogate", Field.Search, "ab\uD800c", "abc"),
        .. from c in HiddenCharacters
           from f in (BadField[])[.. Texts, Field.UserName, .. Numbers, Field.Email]
           select R("B24", $"U+{char.ConvertToUtf32(c, 0):X4}", f, "1058529940" + c + "سعد"),
        .. from c in Breaks
           from f in (BadField[])[Field.PersonName, Field.Line]
           select R("B24", $"U+{(int)c[0]:X4} in one line", f, "سعد" + c + "محمد"),
        N("B24", "lines and tabs stay in a text area", Field.Paragraph, "أول\r\n\tثان \rثالث", "أول\n\tثان\nثالث"),
        .. from blank in Blanks
           from f in (BadField[])[.. Texts, Field.UserName, .. Numbers, Field.Email, Field.HijriDate, Field.GregorianDate]
           select R("B25", $"blank of {blank.Length}{(blank.Length > 0 ? $" U+{(int)blank[0]:X4}" : "")}", f, blank),
        L("B26", "one megabyte", Field.Paragraph, new string('ن', 1 << 20)),
        L("B26", "ten megabytes", Field.Paragraph, new string('ن', 10 << 20)),
        L("B26", "a hundred thousand lines", Field.Paragraph, string.Concat(Enumerable.Repeat("س\n", 100_000))),
        L("B26", "three hundred letters", Field.PersonName, new string('م', 300)),
        L("B26", "one more than the limit", Field.PersonName, new string('م', 41)),
        E("B26", "exactly the limit", Field.PersonName, new string('م', 40)),
        R("B26", "one letter", Field.PersonName, "م"),
    ];

    private static IEnumerable<BadRow> Looks() =>
    [
        R("B18", "Cyrillic a among Latin letters", Field.UserName, "s\u0430ad"),
        R("B18", "Greek omicron among Latin letters", Field.UserName, "n\u03BFra"),
        R("B18", "Arabic and Latin letters", Field.UserName, "saadسعد"),
        E("B18", "Latin", Field.UserName, "saad.ali-2"),
        E("B18", "Arabic", Field.UserName, "سعد"),
        R("B18", "Arabic and Latin letters", Field.PersonName, "سعد Ali"),
        R("B18", "Cyrillic name", Field.PersonName, "Иван"),
        R("B18", "digits in a name", Field.PersonName, "سعد2"),
        R("B18", "Latin under a national ID", Field.PersonName, "Saad"),
        E("B19", "Arabic punctuation", Field.Line, "هل وصل؟ نعم، اليوم؛ شكرًا"),
        E("B20", "mixed direction", Field.Line, "شركة ABC (123)، a.b@example.com، 0555162333"),
        .. Each([Field.Line, Field.Paragraph], f => E("B21", "family of emoji", f, "👨‍👩‍👧‍👦")),
        .. Each([Field.Line, Field.Paragraph], f => E("B21", "flag, skin tone and heart", f, "🇸🇦 👍🏽 👩🏽‍⚕️ ❤️‍🔥")),
        .. Each([Field.Line, Field.Paragraph], f => R("B22", "five hundred marks", f, "a" + new string('\u0301', 500))),
        L("B22", "basmala five hundred times", Field.Line, new string('﷽', 500)),
        E("B22", "basmala five hundred times", Field.Paragraph, new string('﷽', 500)),
    ];

    private static IEnumerable<BadRow> Codes() =>
    [
        .. from code in Markup
           from f in new[] { Field.Line, Field.Paragraph }
           select E("B32", $"markup of {code.Length}", f, code),
        R("B32", "markup", Field.PersonName, "<script>"),
        .. Each([Field.Line, Field.Paragraph], f => E("B34", "quotes, wildcards and full-text operators", f, "'; DROP TABLE x; -- % _ \\ NEAR( \" *")),
        E("B34", "quotes, wildcards and full-text operators", Field.Search, "'; drop table x; -- % _ \\ near( \" *"),
        R("B35", "fifty thousand letters", Field.Email, new string('a', 50_000)),
        R("B35", "fifty thousand letters and no domain", Field.Email, new string('a', 50) + "@" + new string('a', 50_000)),
        L("B35", "fifty thousand letters", Field.Line, new string('a', 50_000)),
        R("B37", "forged log line", Field.Line, "x\n[INF] fake"),
        R("B37", "terminal escape", Field.Paragraph, "x\u001B[31mred"),
        .. Each([Field.Line, Field.Paragraph], f => E("B71", "template token", f, "{الاسم} {{x}} {0}")),
    ];

    private static IEnumerable<BadRow> Mail() =>
    [
        R("B36", "second header", Field.Email, "a@example.com\r\nBcc: b@example.com"),
        R("B36", "quoted local part", Field.Email, "\"a@b\"@c.example"),
        R("B36", "two at signs", Field.Email, "a@b@example.com"),
        R("B36", "no domain", Field.Email, "a@localhost"),
        R("B36", "digits for a top domain", Field.Email, "a@127.0.0.1"),
        R("B36", "dots at the ends", Field.Email, ".a@example.com"),
        R("B36", "320 characters", Field.Email, new string('a', 64) + "@" + string.Join('.', Enumerable.Repeat(new string('b', 50), 5)) + ".example"),
        R("B18", "Cyrillic a in the domain", Field.Email, "a@ex\u0430mple.com"),
        R("B18", "Cyrillic a in the local part", Field.Email, "\u0430@example.com"),
        N("B36", "capitals in the domain, marks and spaces", Field.Email, " \u200FNora.Ali@Example.COM ", "Nora.Ali@example.com"),
        N("B36", "Arabic domain", Field.Email, "a@مثال.السعودية", "a@xn--mgbh0fb.xn--mgberp4a5d4ar"),
    ];
}
