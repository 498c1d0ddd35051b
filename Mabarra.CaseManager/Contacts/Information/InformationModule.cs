using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Information;

/// <summary>What beneficiaries are told about the association, and telling them when it changes (خ-٣).</summary>
public static class InformationModule
{
    public const string ViewPermission = "information.view";
    public const string EditPermission = "information.edit";

    /// <summary>Publishing, stopping and resuming.</summary>
    public const string PublishPermission = "information.publish";

    public static IServiceCollection AddInformation(this IServiceCollection services) => services
        .AddSingleton<InformationService>()
        .AddSingleton<AnnouncementService>()
        .AddSingleton<InformationQueries>()
        .AddSingleton<AnnouncementSender>()
        .AddHostedService<AnnouncementWorker>()
        .AddRuleTexts<InformationText>("information");

    extension(CaseDbContext db)
    {
        public DbSet<InformationItem> InformationItems => db.Set<InformationItem>();

        public DbSet<InformationVersion> InformationVersions => db.Set<InformationVersion>();

        public DbSet<Announcement> Announcements => db.Set<Announcement>();
    }
}

/// <summary>Addresses of information and announcements.</summary>
public static class InformationLinks
{
    public const string List = "/information";
    public const string Announcements = List + "/announcements";

    public static string Open(Guid announcementId) => $"{Announcements}/{announcementId}";
}

/// <summary>The words of information and announcements: <c>InformationText.resx</c> (Arabic) and <c>InformationText.en.resx</c>.</summary>
public sealed class InformationText;
