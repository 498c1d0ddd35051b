using Mabarra.CaseManager.Contacts;
using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Intake;

/// <summary>A visit that is over stands in the timeline of contacts (أ-١).</summary>
internal static class VisitContacts
{
    public static Task AddAsync(CaseDbContext db, Act act, Visit visit, CancellationToken cancel) => InteractionLog.AddAsync(db, act, new NewContact
    {
        Direction = ContactDirection.Incoming,
        Channel = Channel.InPerson,
        HappenedAt = visit.ArrivedAt,
        BeneficiaryId = visit.BeneficiaryId,
        PersonName = visit.VisitorName,
        About = visit.Purpose ?? visit.Question ?? "",
        Outcome = visit.Status switch
        {
            VisitStatus.Left => InteractionOutcome.Left,
            VisitStatus.HandedOver => InteractionOutcome.PassedOn,
            _ => InteractionOutcome.Received,
        },
        Volunteer = visit is { VolunteerName: { } name, SupervisorId: { } supervisor } ? new ContactVolunteer(name, supervisor, visit.SupervisorName ?? "") : null,
        Source = new ContactSource(nameof(Visit), visit.Id, VisitService.Label(visit)),
        IsAutomatic = true,
    }, cancel);
}
