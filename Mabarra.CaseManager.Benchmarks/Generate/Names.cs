namespace Mabarra.CaseManager.Benchmarks.Generate;

/// <summary>Pools of names (DOMAIN.md §7 and more of the same kind), with the spellings search must bring together. The earlier in a pool, the commoner.</summary>
internal static class Names
{
    public static readonly string[] Women =
    [
        "نورة", "فاطمة", "سارة", "مريم", "هدى", "أمل", "فاطمه", "امل", "هدي", "مها", "منيرة", "عائشة", "خديجة", "سلمى", "آمنة", "حصة", "موضي", "لطيفة",
        "العنود", "ريم", "جواهر", "هند", "وضحى", "شريفة", "زينب", "رقية", "أسماء", "حنان", "إيمان", "ابتسام", "بدرية", "تهاني", "غزيل", "طرفة", "مزنة",
    ];

    public static readonly string[] Men =
    [
        "محمد", "عبدالله", "أحمد", "علي", "سعد", "فهد", "خالد", "عبد الله", "عبدالرحمن", "إبراهيم", "صالح", "سعود", "ناصر", "حسن", "يوسف", "سالم", "ماجد",
        "عبدالعزيز", "احمد", "ابراهيم", "حمد", "راشد", "عوض", "يحيى", "تركي", "بندر", "ياسر", "طارق", "مؤمن", "زكي", "بشير", "آدم", "مبارك", "عايض", "دخيل", "هليل",
    ];

    public static readonly string[] Families =
    [
        "القحطاني", "العتيبي", "الحربي", "الغامدي", "الشهري", "الزهراني", "المطيري", "العمري", "البلوي", "السبيعي", "الرشيدي", "الشمري", "العنزي", "الدوسري",
        "الأحمدي", "الجهني", "العسيري", "البقمي", "الثبيتي", "الخالدي", "الحازمي", "السلمي", "المالكي", "الفيفي", "النجراني", "البيشي", "حسين", "محمد", "الصاعدي", "المرواني",
    ];

    /// <summary>About one file in twenty thousand has one of these.</summary>
    public static readonly string[] RareFamilies = ["الظفيريان", "القصيباتي", "البهيجانية"];

    public static readonly string[] Cities = ["الرياض", "جدة", "مكة المكرمة", "المدينة المنورة", "الدمام", "أبها", "تبوك", "حائل", "بريدة", "نجران"];

    public static readonly string[] Districts = ["الريان", "النخيل", "السلام", "الورود", "الروضة", "النسيم", "العزيزية", "الفيصلية"];

    /// <summary>Category and how many in a thousand have it.</summary>
    public static readonly (string Code, int PerMille)[] Categories =
    [
        ("LowIncome", 420), ("Widows", 150), ("Divorced", 120), ("Orphans", 110), ("Patients", 90), ("Elderly", 80), ("Debtors", 70), ("Disabled", 60),
        ("Unemployed", 60), ("PrisonerFamilies", 40), ("Students", 30), ("ProductiveFamilies", 20), ("Abandoned", 15), ("NewlyWed", 10), ("Released", 10),
        ("Disaster", 3), ("UnknownParentage", 2), ("Wayfarer", 1),
    ];

    /// <summary>One of the pool, the first ones far oftener than the last.</summary>
    public static string Common(string[] pool, Random dice)
    {
        var share = dice.NextDouble();
        return pool[(int)(share * share * pool.Length)];
    }
}
