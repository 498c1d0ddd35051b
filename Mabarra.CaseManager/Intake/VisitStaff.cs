using Mabarra.CaseManager.Contacts.Interactions;
using Mabarra.CaseManager.Data;
using Mabarra.CaseManager.Staff;
using Microsoft.EntityFrameworkCore;

namespace Mabarra.CaseManager.Intake;

/// <summary>Colleagues a visit names: the officer a question goes to, the employee who answers for a volunteer.</summary>
internal static class VisitStaff
{
    /// <exception cref="RuleViolation"><c>intake.visit.officer</c>: not an active account of a liaison officer.</exception>
    public static async Task<HandOver> OfficerAsync(CaseDbContext db, Guid? officerId, string field, CancellationToken cancel)
    {
        if (officerId is not { } id)
            return new HandOver();
        var officer = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.IsActive, cancel);
        return officer is not null && officer.Roles.Contains(StaffRole.LiaisonOfficer)
            ? new HandOver(officer.Id, officer.FullName)
            : throw new RuleViolation("intake.visit.officer", field);
    }

    /// <exception cref="RuleViolation"><c>intake.visit.supervisor</c>: not an active account.</exception>
    public static async Task<VisitVolunteer> VolunteerAsync(CaseDbContext db, string name, Guid supervisorId, CancellationToken cancel)
    {
        var supervisor = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == supervisorId && u.IsActive, cancel)
            ?? throw new RuleViolation("intake.visit.supervisor", nameof(NewVisit.SupervisorId));
        await SignedVolunteers.RequireAsync(db, name, supervisor.Id, cancel);
        return new VisitVolunteer(name, supervisor.Id, supervisor.FullName);
    }
}
