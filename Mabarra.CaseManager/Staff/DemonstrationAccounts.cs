using Mabarra.CaseManager.Staff.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff;

/// <summary>One of the accounts anybody may try the app with.</summary>
public sealed record DemonstrationAccount(string UserName, string FullName, params StaffRole[] Roles);

/// <summary>One account a role, made on the first start in Development, shown on its sign-in page, and nowhere else made or shown.</summary>
public sealed class DemonstrationAccounts(IServiceScopeFactory scopes, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Printed on the sign-in page of Development.</summary>
    public const string Password = "تجربة-مبرة-2026";

    private static readonly DemonstrationAccount[] Everybody =
    [
        new("reception", "نورة بنت سعد الحربي", StaffRole.FrontDesk),
        new("liaison", "عبدالله بن محمد القحطاني", StaffRole.LiaisonOfficer),
        new("desk.liaison", "ريم بنت خالد الشمري", StaffRole.FrontDesk, StaffRole.LiaisonOfficer),
        new("supervisor", "منى بنت صالح العنزي", StaffRole.Supervisor),
        new("committee", "فهد بن إبراهيم العتيبي", StaffRole.CommitteeMember),
        new("hr", "هند بنت علي الزهراني", StaffRole.HumanResources),
        new("manager", "سلطان بن عبدالعزيز الدوسري", StaffRole.SeniorManagement),
        new("admin", "ماجد بن ناصر الغامدي", StaffRole.SystemAdmin),
    ];

    /// <summary>Empty outside Development.</summary>
    public IReadOnlyList<DemonstrationAccount> Shown => environment.IsDevelopment() ? Everybody : [];

    /// <summary>Part of the start, under its lock: two nodes starting at once must not both find nobody.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
            return;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        if (users.Users.Any())
            return;
        var log = scope.ServiceProvider.GetRequiredService<ISecurityLog>();
        var hash = scope.ServiceProvider.GetRequiredService<NfcPasswordHasher>().HashPassword(null!, Password);
        foreach (var account in Everybody)
        {
            cancel.ThrowIfCancellationRequested();
            var user = new StaffUser(account.UserName, account.FullName, account.Roles) { IsDemonstration = true, PasswordHash = hash };
            await log.AuditedAsync(new Act(Actor.System, clock.Now), SecurityActions.DemonstrationMade, user, () => users.CreateAsync(user));
        }
    }
}
