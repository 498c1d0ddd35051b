using Mabarra.CaseManager.Contacts.Liaison;

namespace Mabarra.CaseManager.Demo;

/// <summary>The liaison matrix of the demonstration (خ-١): two officers who stand in for each other, two cells nobody answers for, and a leave to come.</summary>
internal static class DemoMatrix
{
    private const string Gap = "Empowerment";

    private static readonly string[] First = ["Widows", "Orphans", "Patients", "PrisonerFamilies", "LowIncome", "Debtors", "Students", "UnknownParentage"];
    private static readonly string[] Others = ["Divorced", "Abandoned", "Elderly", "Disabled", "Released", "Unemployed", "ProductiveFamilies", "NewlyWed"];

    /// <summary>Nobody answers for these in the field of the gap.</summary>
    private static readonly string[] Partly = ["Disaster", "Wayfarer"];

    private static readonly string[] FieldsOfPartly = ["Social", "Housing", "Health", "Education", "Seasonal", "Relief", "Volunteering"];

    public static async Task ChargeAsync(DemoDesk desk, CancellationToken cancel)
    {
        await ChargeAsync(desk, DemoStaff.Officer, DemoStaff.Second, First, [], cancel);
        await ChargeAsync(desk, DemoStaff.Second, DemoStaff.Officer, Others, [], cancel);
        await ChargeAsync(desk, DemoStaff.Second, DemoStaff.Officer, Partly, FieldsOfPartly, cancel);
    }

    /// <summary>Told today about some days next week.</summary>
    public static async Task LeaveAsync(DemoTimeline time, DemoDesk desk, CancellationToken cancel)
    {
        var first = time.NextOpen(time.Today.AddDays(7));
        await desk.The<LiaisonService>().LeaveAsync(
            desk.By(DemoStaff.Second), desk.NextKey(), new AbsenceForm { FromOn = first, ToOn = first.AddDays(3), Reason = "إجازة سنوية" }, cancel);
    }

    private static Task<Guid> ChargeAsync(DemoDesk desk, string officer, string backup, string[] categories, string[] fields, CancellationToken cancel) =>
        desk.The<LiaisonService>().AssignAsync(desk.By(DemoStaff.Manager), desk.NextKey(), new AssignForm
        {
            OfficerId = desk.StaffId(officer),
            BackupId = desk.StaffId(backup),
            Categories = categories,
            Fields = fields,
            FromOn = desk.Clock.Today,
        }, cancel);
}
