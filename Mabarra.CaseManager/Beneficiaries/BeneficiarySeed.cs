using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>The categories and fields of DOMAIN.md §5.</summary>
internal sealed class BeneficiarySeed : IReferenceData
{
    private static readonly (string Code, string Ar, string En)[] Categories =
    [
        ("Orphans", "أيتام", "Orphans"),
        ("Widows", "أرامل", "Widows"),
        ("Divorced", "مطلقات", "Divorced women"),
        ("Abandoned", "مهجورات ومعلقات", "Abandoned women"),
        ("PrisonerFamilies", "أسر السجناء", "Prisoners' families"),
        ("Released", "المفرج عنهم", "Released prisoners"),
        ("Disabled", "ذوو الإعاقة", "People with disabilities"),
        ("Patients", "مرضى", "Patients"),
        ("Elderly", "كبار السن", "Elderly"),
        ("LowIncome", "محدودو الدخل", "Low income"),
        ("Debtors", "غارمون", "Debtors"),
        ("Unemployed", "عاطلون عن العمل", "Unemployed"),
        ("ProductiveFamilies", "أسر منتجة", "Productive families"),
        ("Students", "طلاب محتاجون", "Students in need"),
        ("NewlyWed", "مقبلون على الزواج", "About to marry"),
        ("UnknownParentage", "أيتام ذوو ظروف خاصة", "Orphans of special circumstances"),
        ("Disaster", "متضررو الكوارث", "Disaster victims"),
        ("Wayfarer", "ابن السبيل", "Wayfarers"),
    ];

    private static readonly (string Code, string Ar, string En)[] Fields =
    [
        ("Social", "الرعاية الاجتماعية", "Social care"),
        ("Housing", "الإسكان والترميم", "Housing and repair"),
        ("Health", "الصحة", "Health"),
        ("Education", "التعليم والتدريب", "Education and training"),
        ("Seasonal", "البرامج الموسمية", "Seasonal programmes"),
        ("Empowerment", "التمكين والأسر المنتجة", "Empowerment"),
        ("Relief", "التفريج والإغاثة", "Relief"),
        ("Volunteering", "التطوع", "Volunteering"),
    ];

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.BeneficiaryCategories.AnyAsync(cancel))
            return;
        db.AddRange(Categories.Select((c, i) => new BeneficiaryCategory
        {
            Code = c.Code,
            NameAr = c.Ar,
            NameEn = c.En,
            Order = i,
            IsSensitive = string.Equals(c.Code, "UnknownParentage", StringComparison.Ordinal),
        }));
        db.AddRange(Fields.Select((f, i) => new FieldOfWork { Code = f.Code, NameAr = f.Ar, NameEn = f.En, Order = i }));
    }
}
