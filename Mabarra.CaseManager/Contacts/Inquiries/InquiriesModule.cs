using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Inquiries.Components;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Inquiries;

/// <summary>Inquiries and support about the ways of contact, and the library of approved answers (ج-٢).</summary>
public static class InquiriesModule
{
    public const string ViewPermission = "inquiries.view";
    public const string EditPermission = "inquiries.edit";

    /// <summary>Writing answers for the library.</summary>
    public const string WritePermission = "answers.write";

    /// <summary>Approving them, and putting them out of use.</summary>
    public const string ApprovePermission = "answers.approve";

    public static IServiceCollection AddInquiries(this IServiceCollection services) => services
        .AddSingleton<InquiryService>()
        .AddSingleton<InquiryQueries>()
        .AddSingleton<IDaySource, InquiryDay>()
        .AddSingleton<AnswerService>()
        .AddSingleton<AnswerQueries>()
        .AddFilePart(new FilePart("inquiries", typeof(InquiriesText), "title", typeof(BeneficiaryInquiries), ViewPermission) { Place = 1 })
        .AddRuleTexts<InquiriesText>("inquiry")
        .AddRuleTexts<InquiriesText>("answers");

    extension(CaseDbContext db)
    {
        public DbSet<Inquiry> Inquiries => db.Set<Inquiry>();

        public DbSet<AnswerEntry> AnswerEntries => db.Set<AnswerEntry>();

        public DbSet<AnswerVersion> AnswerVersions => db.Set<AnswerVersion>();
    }
}
