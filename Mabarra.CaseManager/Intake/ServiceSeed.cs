using Mabarra.CaseManager.Audit;
using Mabarra.CaseManager.Data;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>The fourteen services of DOMAIN.md §5, what all of them ask for, what each adds, and what a category adds.</summary>
internal sealed class ServiceSeed(TimeProvider clock) : IReferenceData
{
    private const int ReportDays = 90;

    /// <summary>Asked for every service. Identity papers are looked at, never copied (DOMAIN.md §2.3).</summary>
    private static readonly Wanted[] Common =
    [
        new("هوية صاحب الطلب", "Applicant's identity", Handling.Sight) { HasExpiry = true, Carry = CarryRule.SamePerson },
        new("سجل الأسرة", "Family record", Handling.Sight),
        new("إثبات الدخل (تعريف راتب أو مشهد تقاعد أو تأمينات أو الضمان)", "Proof of income (salary, pension, insurance or social security)", Handling.Keep),
        new("العنوان الوطني", "National address", Handling.Verify),
        new("شهادة الآيبان باسم المستفيد", "IBAN certificate in the beneficiary's name", Handling.Keep),
    ];

    private static readonly Wanted[] ByCategory =
    [
        new("شهادة وفاة الزوج", "Husband's death certificate", Handling.Keep) { Carry = CarryRule.Household, Category = "Widows" },
        new("صك حصر الورثة", "Deed of heirs", Handling.Keep) { Carry = CarryRule.Household, Category = "Widows" },
        new("شهادة وفاة الأب", "Father's death certificate", Handling.Keep) { Carry = CarryRule.Household, Category = "Orphans" },
        new("صك إعالة أو ولاية", "Deed of support or guardianship", Handling.Keep) { Carry = CarryRule.SamePerson, Category = "Orphans" },
        new("صك الطلاق", "Divorce deed", Handling.Keep) { Carry = CarryRule.SamePerson, Category = "Divorced" },
        new("مشهد أو إثبات هجر", "Proof of abandonment", Handling.Keep) { Category = "Abandoned" },
        new("مشهد من إدارة السجن", "Statement of the prison administration", Handling.Keep) { Category = "PrisonerFamilies" },
        new("بطاقة أو تقرير إعاقة", "Disability card or report", Handling.Keep) { Category = "Disabled", IsHealth = true, HasExpiry = true, Carry = CarryRule.SamePerson },
        new("تقرير طبي حديث", "Recent medical report", Handling.Keep) { Category = "Patients", MaxAgeDays = ReportDays, IsHealth = true, Carry = CarryRule.SamePerson },
        new("صك دين أو قرار تنفيذ", "Debt deed or enforcement order", Handling.Keep) { Category = "Debtors" },
        new("تقرير الدفاع المدني", "Civil defence report", Handling.Keep) { Category = "Disaster" },
    ];

    private static readonly Offered[] Services =
    [
        new("Cash", "مساعدة نقدية", "Cash aid", "Social", [new("كشف حساب آخر 3 أشهر", "Bank statement of the last 3 months", Handling.Keep) { MaxAgeDays = 30, Carry = CarryRule.SamePerson }]),
        new("Food", "مساعدة غذائية (سلة)", "Food basket", "Social", [new("عدد أفراد الأسرة من سجل الأسرة", "Family size from the family record", Handling.Sight)]),
        new("Rent", "سداد إيجار", "Rent support", "Housing",
        [
            new("عقد إيجار إلكتروني موثق (إيجار)", "Registered electronic lease (Ejar)", Handling.Verify) { HasExpiry = true, Carry = CarryRule.Household },
            new("بيان المتأخرات", "Statement of arrears", Handling.Keep) { MaxAgeDays = 30 },
            new("آيبان المؤجر أو السداد عبر المنصة", "Landlord's IBAN, or payment through the platform", Handling.Keep),
        ]),
        new("Utility", "سداد فواتير كهرباء أو ماء", "Utility bills", "Social",
        [
            new("صورة فاتورة حديثة", "Recent bill", Handling.Keep) { MaxAgeDays = 60, Carry = CarryRule.Household },
            new("رقم الحساب، والعداد باسم المستفيد أو عقد الإيجار", "Account number; the meter in the beneficiary's name, or the lease", Handling.Sight),
        ]),
        new("Repair", "ترميم منزل", "Home repair", "Housing",
        [
            new("صك ملكية أو إذن المالك", "Title deed or the owner's permission", Handling.Keep),
            new("صور الأضرار", "Photographs of the damage", Handling.Keep),
            new("ثلاثة عروض أسعار", "Three quotations", Handling.Keep),
            new("معاينة هندسية", "Engineer's inspection", Handling.Keep) { IsMandatory = false },
        ]),
        new("Appliances", "أجهزة كهربائية أو أثاث", "Appliances or furniture", "Social",
        [
            new("بيان الأجهزة المطلوبة", "List of what is needed", Handling.Form),
            new("معاينة منزلية", "Home inspection", Handling.Form) { IsMandatory = false },
        ]),
        new("Treatment", "علاج وأدوية أو أجهزة طبية", "Treatment, medicine or medical devices", "Health",
        [
            new("تقرير طبي لا يزيد على 3 أشهر", "Medical report of the last 3 months", Handling.Keep) { MaxAgeDays = ReportDays, IsHealth = true, Carry = CarryRule.SamePerson },
            new("عرض سعر من المنشأة الصحية", "Quotation of the health facility", Handling.Keep),
            new("ما يفيد عدم التغطية التأمينية", "Proof of no insurance cover", Handling.Keep),
        ]),
        new("School", "حقيبة وزي مدرسي أو رسوم", "School bag, uniform or fees", "Education",
        [
            new("إثبات قيد دراسي لكل طالب", "Proof of enrolment of each student", Handling.Keep),
            new("المرحلة والمقاس", "Stage and size", Handling.Form),
        ]),
        new("DebtRelief", "تفريج كربة (سداد دين أو سجين مالي)", "Debt relief", "Relief",
        [
            new("قرار أو رقم التنفيذ", "Enforcement order or its number", Handling.Keep),
            new("موافقة الدائن", "The creditor's consent", Handling.Keep),
            new("بيان سبب الدين", "Statement of the debt's cause", Handling.Form),
            new("مشهد سجن إن وجد", "Prison statement, if any", Handling.Keep) { IsMandatory = false },
        ]),
        new("ZakatFitr", "زكاة الفطر", "Zakat al-Fitr", "Seasonal", [new("عدد الأفراد من سجل الأسرة", "Family size from the family record", Handling.Sight)]),
        new("Clothing", "كسوة العيد أو الشتاء", "Eid or winter clothing", "Seasonal", [new("أعمار ومقاسات الأفراد", "Ages and sizes", Handling.Form)]),
        new("Marriage", "إعانة زواج", "Marriage aid", "Social",
        [
            new("عقد النكاح", "Marriage contract", Handling.Sight),
            new("شهادة حضور دورة تأهيل", "Certificate of the preparation course", Handling.Keep) { IsMandatory = false },
        ]),
        new("Productive", "دعم مشروع أسرة منتجة", "Micro-project support", "Empowerment",
        [
            new("دراسة مبسطة للمشروع", "Simple plan of the project", Handling.Form),
            new("عرض سعر للمعدات", "Quotation for the equipment", Handling.Keep),
            new("تعهد تشغيل", "Undertaking to run it", Handling.Form),
            new("وثيقة العمل الحر", "Freelance certificate", Handling.Verify) { IsMandatory = false },
        ]),
        new("Sponsorship", "كفالة يتيم أو أسرة", "Sponsorship of an orphan or a family", "Social",
        [
            new("شهادة وفاة الأب", "Father's death certificate", Handling.Keep),
            new("صك إعالة", "Deed of support", Handling.Keep),
            new("تعريف مدرسي", "School statement", Handling.Keep),
        ]),
    ];

    private static readonly Wanted DeclarationForm = new("إقرار صحة البيانات", "Truth declaration", Handling.Form) { IsDeclaration = true };

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.ServiceTypes.AnyAsync(cancel))
            return;
        var act = new Act(Actor.System, clock.Now);
        foreach (var (offered, order) in Services.Select((s, i) => (s, i)))
        {
            var service = new ServiceType(offered.Code, offered.Ar, offered.En, offered.Field, order);
            foreach (var (wanted, place) in Wants(offered).Select((w, i) => (w, i)))
                service.Add(wanted.ToRequirement(service.Id, place));
            db.Add(service);
            db.Record(act, "intake.service.add", service, service.Code, "ت-2");
        }
    }

    /// <summary>A category's paper that the service asks for anyway is not asked for twice.</summary>
    private static IEnumerable<Wanted> Wants(Offered offered) =>
    [
        .. Common,
        .. offered.Extra,
        .. ByCategory.Where(w => Array.TrueForAll(offered.Extra, e => !string.Equals(e.Ar, w.Ar, StringComparison.Ordinal))),
        DeclarationForm,
    ];

    private sealed record Offered(string Code, string Ar, string En, string Field, Wanted[] Extra);

    private sealed record Wanted(string Ar, string En, Handling Handling)
    {
        public bool IsMandatory { get; init; } = true;

        public string? Category { get; init; }

        public int? MaxAgeDays { get; init; }

        public bool IsHealth { get; init; }

        public bool IsDeclaration { get; init; }

        public bool HasExpiry { get; init; }

        public CarryRule Carry { get; init; }

        public Requirement ToRequirement(Guid serviceId, int order) => new(serviceId, order, Ar, En, Handling)
        {
            IsMandatory = IsMandatory,
            CategoryCode = Category,
            MaxAgeDays = MaxAgeDays,
            IsHealth = IsHealth,
            IsDeclaration = IsDeclaration,
            HasExpiry = HasExpiry,
            Carry = Carry,
        };
    }
}
