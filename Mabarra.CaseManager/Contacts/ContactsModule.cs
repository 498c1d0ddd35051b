using Mabarra.CaseManager.Contacts.Directory;
using Mabarra.CaseManager.Contacts.Notices;
using Mabarra.CaseManager.Contacts.Sending;
using Mabarra.CaseManager.Daily;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts;

/// <summary>How the association and its beneficiaries reach each other (أ, خ): notices and their way out.</summary>
public static class ContactsModule
{
    public const string ViewPermission = "contacts.view";
    public const string EditPermission = "contacts.edit";

    /// <summary>Mail server and gateways.</summary>
    public const string SettingsPermission = "lists.edit";

    public const string ChannelsViewPermission = "channels.view";
    public const string ChannelsPermission = "channels.edit";

    /// <summary>Noting that a channel was tried and works.</summary>
    public const string VerifyPermission = "channels.verify";

    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddSingleton<IReferenceData, ChannelSeed>()
        .AddSingleton<ChannelService>()
        .AddSingleton<ChannelQueries>()
        .AddSingleton<NoticeMode>()
        .AddSingleton<NoticeWriter>()
        .AddSingleton<NoticeService>()
        .AddSingleton<NoticeQueries>()
        .AddSingleton<NoticePapers>()
        .AddSingleton<IDaySource, NoticeDay>()
        .AddSingleton<IDocumentAccess, NoticeDocumentAccess>()
        .AddEditableTexts(NoticeTexts.All)
        .AddSending()
        .AddRuleTexts<ContactsText>("contacts");

    private static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddHttpClient(HttpSender.ClientName);
        return services
            .AddSingleton<GatewayReader>()
            .AddSingleton<GatewayService>()
            .AddSingleton<GatewayQueries>()
            .AddSingleton<ISender, MailSender>()
            .AddSingleton<ISender, HttpSender>()
            .AddSingleton<Outbox>()
            .AddHostedService<OutboxWorker>();
    }

    extension(CaseDbContext db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<ContactChannel> ContactChannels => db.Set<ContactChannel>();

        public DbSet<Gateway> Gateways => db.Set<Gateway>();
    }
}
