namespace Mabarra.CaseManager.Demo;

/// <summary>What the made-up people ask for: services by category, and the words of each.</summary>
internal static class DemoServices
{
    private static readonly Dictionary<string, string[]> ByCategory = new(StringComparer.Ordinal)
    {
        ["Widows"] = ["Rent", "Food", "Utility", "Clothing"],
        ["Divorced"] = ["Utility", "Rent", "Food", "Cash"],
        ["Abandoned"] = ["Cash", "Food", "Utility"],
        ["Orphans"] = ["School", "Sponsorship", "Clothing"],
        ["PrisonerFamilies"] = ["Food", "Rent", "School"],
        ["Released"] = ["Productive", "Cash", "Food"],
        ["Disabled"] = ["Treatment", "Appliances", "Cash"],
        ["Patients"] = ["Treatment", "Cash", "Utility"],
        ["Elderly"] = ["Appliances", "Repair", "Food"],
        ["Debtors"] = ["DebtRelief", "Food", "Utility"],
        ["Unemployed"] = ["Cash", "Productive", "Food"],
        ["ProductiveFamilies"] = ["Productive", "Utility", "Food"],
        ["Students"] = ["School", "Cash", "Clothing"],
        ["NewlyWed"] = ["Marriage", "Appliances", "Cash"],
        ["Disaster"] = ["Repair", "Appliances", "Rent"],
        ["LowIncome"] = ["Food", "Appliances", "Clothing", "Utility"],
        ["Wayfarer"] = ["Cash", "Food", "Clothing"],
    };

    private static readonly Dictionary<string, (string Words, int Riyals)> Words = new(StringComparer.Ordinal)
    {
        ["Rent"] = ("سداد إيجار متأخر عن ستة أشهر لشقة تسكنها الأسرة", 9_000),
        ["Food"] = ("سلة غذائية شهرية للأسرة مع دخول الشهر الجديد", 600),
        ["Utility"] = ("سداد فاتورة كهرباء متراكمة قبل فصل الخدمة", 1_850),
        ["Clothing"] = ("كسوة الشتاء لأفراد الأسرة والأبناء في المدارس", 1_200),
        ["Cash"] = ("مساعدة نقدية عاجلة لتغطية مصروفات الأسرة الأساسية", 2_000),
        ["School"] = ("حقيبة وزي مدرسي ورسوم النقل للفصل الدراسي", 900),
        ["Sponsorship"] = ("كفالة شهرية لليتيم ومتابعته في المدرسة", 500),
        ["Productive"] = ("شراء معدات لمشروع أسرة منتجة في إعداد الأطعمة", 6_500),
        ["Treatment"] = ("أدوية وجلسات علاج لا يغطيها التأمين بحسب التقرير الطبي", 4_200),
        ["Appliances"] = ("ثلاجة ومكيف بدل أجهزة تالفة في المنزل", 3_400),
        ["Repair"] = ("ترميم سقف ودورة مياه في منزل شعبي قديم", 14_000),
        ["DebtRelief"] = ("سداد مبلغ صدر به قرار تنفيذ بعد تعثر في السداد", 18_000),
        ["Marriage"] = ("إعانة زواج لمقبل على الزواج للمرة الأولى", 10_000),
    };

    /// <summary>What this person asks for the n-th time.</summary>
    public static string For(DemoPerson person, int n) => ByCategory[person.Category] is var services ? services[n % services.Length] : "";

    public static (string Words, int Riyals) Of(string service) => Words[service];
}
