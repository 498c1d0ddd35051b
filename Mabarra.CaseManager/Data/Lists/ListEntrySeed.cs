using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Data;

/// <summary>The reasons, types of complaint and kinds of damage of DOMAIN.md §5.</summary>
internal sealed class ListEntrySeed : IReferenceData
{
    private static readonly (string List, string Code, string Ar, string En)[] Rows =
    [
        (ListNames.Rejection, "Ineligible", "عدم انطباق الشروط", "Conditions not met"),
        (ListNames.Rejection, "IncomeAboveLimit", "دخل يتجاوز الحد", "Income above the limit"),
        (ListNames.Rejection, "OutsideArea", "خارج نطاق الجمعية الجغرافي", "Outside the association's area"),
        (ListNames.Rejection, "HelpedBefore", "استفادة سابقة خلال المدة", "Helped before within the period"),
        (ListNames.Rejection, "HelpedElsewhere", "استفادة من جهة أخرى", "Helped by another body"),
        (ListNames.Rejection, "UntrueData", "عدم صحة البيانات", "Data not true"),
        (ListNames.Rejection, "NoResources", "عدم كفاية الموارد", "Not enough resources"),
        (ListNames.Rejection, "NoFieldStudy", "تعذر البحث الميداني", "Field study not possible"),
        (ListNames.Deferral, "StudyOpen", "استكمال دراسة", "Study to be finished"),
        (ListNames.Deferral, "EarmarkedIncome", "انتظار إيراد مخصص", "Waiting for earmarked income"),
        (ListNames.Deferral, "ExpertOpinion", "رأي مختص", "Expert's opinion"),
        (ListNames.Late, "SittingDelayed", "تأخر انعقاد اللجنة", "Committee met late"),
        (ListNames.Late, "NoQuorum", "عدم اكتمال النصاب", "No quorum"),
        (ListNames.Late, "NotReached", "تعذر الوصول للمستفيد", "Beneficiary could not be reached"),
        (ListNames.Late, "TechnicalFault", "عطل تقني", "Technical fault"),
        (ListNames.Late, "ManyRequests", "ضغط طلبات", "Too many requests"),
        (ListNames.Revocation, "Expired", "مستند منتهي", "Document expired"),
        (ListNames.Revocation, "Incorrect", "مستند غير صحيح", "Document not correct"),
        (ListNames.Revocation, "NotOfRequest", "مستند لا يخص الطلب", "Document of another matter"),
        (ListNames.Revocation, "CheckedWrongly", "خطأ في التحقق", "Mistake in checking"),
        (ListNames.Exemption, "CannotGet", "تعذر استخراجه", "Cannot be obtained"),
        (ListNames.Exemption, "KnownHere", "ثابت لدى الجمعية", "Known to the association"),
        (ListNames.Exemption, "NotApplicable", "لا ينطبق", "Does not apply"),
        (ListNames.PaperRefusal, "Expired", "مستند منتهي", "Expired paper"),
        (ListNames.PaperRefusal, "Incorrect", "مستند غير صحيح", "Incorrect paper"),
        (ListNames.PaperRefusal, "NotOfRequest", "مستند لا يخص الطلب", "Paper of another matter"),
        (ListNames.PaperRefusal, "Unreadable", "مستند غير واضح", "Cannot be read"),
        (ListNames.Withdrawal, "NoNeed", "زالت الحاجة إلى الخدمة", "No longer needed"),
        (ListNames.Withdrawal, "OtherBody", "استفاد من جهة أخرى", "Helped by another body"),
        (ListNames.Withdrawal, "OtherRequest", "يتقدم بطلب آخر", "Asks for something else"),
        (ListNames.Withdrawal, "OwnWish", "رغبة المستفيد دون إبداء سبب", "Own wish, no reason given"),
        (ListNames.Complaints, "Delay", "تأخر الرد", "Late reply"),
        (ListNames.Complaints, "StaffConduct", "سوء تعامل موظف", "Staff conduct"),
        (ListNames.Complaints, "DecisionGrievance", "تظلم من قرار", "Grievance against a decision"),
        (ListNames.Complaints, "WrongInfo", "معلومة غير صحيحة", "Wrong information"),
        (ListNames.Complaints, "Privacy", "إفشاء بيانات أو مساس بالخصوصية", "Disclosure of data"),
        (ListNames.Complaints, "MissingRight", "عدم أداء حق أو مستحق", "A right not fulfilled"),
        (ListNames.Complaints, "ServiceQuality", "رداءة الخدمة أو المنتج", "Poor service or product"),
        (ListNames.Complaints, "Access", "صعوبة الوصول وقنوات التواصل", "Access and channels"),
        (ListNames.Complaints, "IpUse", "استخدام عمل أو صورة دون إذن", "Work or picture used without leave"),
        (ListNames.Complaints, "Discrimination", "عدم عدالة أو محاباة", "Unfairness or favour"),
        (ListNames.Complaints, "Other", "أخرى", "Other"),
        (ListNames.Damage, "Financial", "مالي مباشر", "Direct financial"),
        (ListNames.Damage, "LostBenefit", "فوات استحقاق", "Lost benefit"),
        (ListNames.Damage, "Property", "إتلاف ممتلكات أو مستندات", "Property or papers damaged"),
        (ListNames.Damage, "Bodily", "بدني", "Bodily"),
        (ListNames.Damage, "Moral", "معنوي أو سمعة", "Moral or reputation"),
        (ListNames.Damage, "DataBreach", "إفشاء بيانات", "Data breach"),
        (ListNames.Damage, "IpInfringement", "مساس بحق فكري", "Intellectual property"),
    ];

    public async Task EnsureAsync(CaseDbContext db, CancellationToken cancel)
    {
        if (await db.ListEntries.AnyAsync(cancel))
            return;
        db.AddRange(Rows.Select((r, i) => new ListEntry { List = r.List, Code = $"{r.List}/{r.Code}", NameAr = r.Ar, NameEn = r.En, Order = i }));
    }
}
