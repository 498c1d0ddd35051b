using Mabarra.CaseManager.Beneficiaries;
using Mabarra.CaseManager.Contacts.Interactions.Components;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Documents;
using Mabarra.CaseManager.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Contacts.Interactions;

/// <summary>Every contact in or out, and the register of letters and faxes (أ-١ … أ-٦).</summary>
public static class InteractionsModule
{
    public static IServiceCollection AddInteractions(this IServiceCollection services) => services
        .AddSingleton<InteractionService>()
        .AddSingleton<InteractionQueries>()
        .AddSingleton<VolunteerService>()
        .AddSingleton<VolunteerQueries>()
        .AddSingleton<IDocumentAccess, InteractionDocumentAccess>()
        .AddFilePart(new FilePart("contacts", typeof(InteractionsText), "timeline", typeof(BeneficiaryContacts), ContactsModule.ViewPermission) { Place = 2 })
        .AddRuleTexts<InteractionsText>("contacts.interaction")
        .AddRuleTexts<InteractionsText>("contacts.volunteer");

    extension(CaseDbContext db)
    {
        public DbSet<Interaction> Interactions => db.Set<Interaction>();
    }
}

/// <summary>Addresses of contacts.</summary>
public static class InteractionLinks
{
    public const string List = "/contacts";
    public const string NewPage = List + "/new";

    public static string Open(Guid id) => $"{List}/{id}";

    public static string New(Guid beneficiaryId) => $"{NewPage}?beneficiary={beneficiaryId}";

    public static string Again(Guid callId) => $"{NewPage}?again={callId}";
}
