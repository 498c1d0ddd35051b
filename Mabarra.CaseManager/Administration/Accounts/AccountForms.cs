using Mabarra.CaseManager.Staff;

namespace Mabarra.CaseManager.Administration.Accounts;

/// <summary>What an administrator says about an account.</summary>
public sealed record AccountForm
{
    public string? FullName { get; set; }

    /// <summary>Asked for when the account is made; it never changes.</summary>
    public string? UserName { get; set; }

    public List<StaffRole> Roles { get; set; } = [];

    public Guid? DepartmentId { get; set; }
}

/// <summary>An account in the list.</summary>
public sealed record AccountRow(Guid Id, string UserName, string FullName, IReadOnlySet<StaffRole> Roles, bool IsActive, bool IsLocked, bool HasTwoFactor);

/// <summary>An account on its page.</summary>
/// <param name="Version">Sent back with a change; a stale one is refused.</param>
public sealed record AccountDetail(AccountRow Row, string Version, AccountForm Form, bool MustChangePassword, int Passkeys);

/// <summary>A made account, or one with a new password. The password is known to nobody afterwards.</summary>
/// <param name="FirstPassword">Null when the same form was sent before: it was shown then.</param>
public sealed record FirstPasswordGiven(Guid Id, string? FirstPassword);
