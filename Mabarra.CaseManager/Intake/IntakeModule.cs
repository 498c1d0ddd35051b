using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Inquiries;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Data.Jobs;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Holidays;
using Mabarra.CaseManager.Intake.Components;
using Mabarra.CaseManager.Intake.Life;
using Mabarra.CaseManager.Intake.Papers;
using Mabarra.CaseManager.Intake.Replies;
using Mabarra.CaseManager.Intake.Services;
using Mabarra.CaseManager.Intake.Tracking;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>From the visit to the complete, signed request with its reply date (ت).</summary>
public static class IntakeModule
{
    public const string ViewPermission = "intake.view";
    public const string EditPermission = "intake.edit";
    public const string ExemptPermission = "intake.exempt";
    public const string RevokePermission = "intake.revoke";

    /// <summary>Taking completeness back a second time.</summary>
    public const string RevokeAgainPermission = "intake.revoke.again";

    public const string ArchivePermission = "intake.archive";

    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, ServiceSeed>()
        .AddSingleton(new ListUse("fields", (db, cancel) => db.Set<ServiceType>().GroupBy(s => s.FieldCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel)))
        .AddSingleton<IReferenceData, VisitNumbering>()
        .AddSingleton<IReferenceData, RequestRouting>()
        .AddSingleton<IReferenceData, VisitInquiries>()
        .AddSingleton<IInquiryFollower, VisitInquiryFollower>()
        .AddSingleton<ICalendarFollower, DueDateFollower>()
        .AddSingleton<IFileFollower, VisitFollower>()
        .AddSingleton<IDocumentAccess, RequestDocumentAccess>()
        .AddSingleton<IDocumentAccess, VisitDocumentAccess>()
        .AddEditableTexts(IntakeTexts.List)
        .AddRuleTexts<IntakeText>("intake")
        .AddRuleTexts<PapersText>("intake")
        .AddSingleton<TrackingCodes>()
        .AddSingleton<TrackingService>()
        .AddSingleton<RequestTracker>()
        .AddSingleton<TrackingLimiter>()
        .AddSingleton<TrackingTries>()
        .AddSingleton<TrackingNote>()
        .AddRuleTexts<TrackingText>("intake.tracking")
        .AddSingleton<RequestPapers>()
        .AddSingleton<VisitPapers>()
        .AddSingleton<BlankForms>()
        .AddSingleton<PrintBatch>()
        .AddSingleton<IDocumentAccess, BlankFormAccess>()
        .AddSingleton<VisitService>()
        .AddSingleton<VisitCallService>()
        .AddSingleton<VisitQueries>()
        .AddSingleton<ReceptionQueries>()
        .AddSingleton<RequestService>()
        .AddSingleton<RequestReplyService>()
        .AddRuleTexts<RepliesText>("intake.reply")
        .AddSingleton<RequestNotices>()
        .AddSingleton<INoticeFollower, RequestNoticeFollower>()
        .AddSingleton<RequestItemService>()
        .AddSingleton<DeclarationService>()
        .AddSingleton<RequestQueries>()
        .AddSingleton<RequestFilterQueries>()
        .AddSingleton<BoardQueries>()
        .AddSingleton<IDaySource, VisitDay>()
        .AddSingleton<IDaySource, RequestDay>()
        .AddSingleton<MineQueries>()
        .AddSingleton<DueNoticeQueries>()
        .AddSingleton<DueNoticeService>()
        .AddSingleton<ServiceTypeQueries>()
        .AddSingleton<ServiceTypeService>()
        .AddSingleton<ReasonQueries>()
        .AddSingleton<RequestLifeService>()
        .AddSingleton<BackCheckQueries>()
        .AddSingleton<ReminderMarking>()
        .AddSingleton<IDailyJob>(provider => provider.GetRequiredService<ReminderMarking>())
        .AddRuleTexts<LifeText>("intake.life")
        .AddRuleTexts<ServicesText>("intake.services")
        .AddFilePart(new FilePart("requests", typeof(IntakeText), "requests.title", typeof(BeneficiaryRequests), ViewPermission))
        .AddFilePart(new FilePart("visits", typeof(VisitsText), "history", typeof(BeneficiaryVisits), ViewPermission))
        .AddRuleTexts<VisitsText>("intake.visit");

    extension(CaseDbContext db)
    {
        public DbSet<ServiceType> ServiceTypes => db.Set<ServiceType>();

        public DbSet<ServiceRequest> ServiceRequests => db.Set<ServiceRequest>();

        public DbSet<DueNotice> DueNotices => db.Set<DueNotice>();

        public DbSet<TrackingCode> TrackingCodes => db.Set<TrackingCode>();

        public DbSet<Visit> Visits => db.Set<Visit>();
    }
}
