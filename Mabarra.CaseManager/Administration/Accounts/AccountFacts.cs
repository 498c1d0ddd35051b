using System.Text.Json;
using Mabarra.CaseManager.Staff;

namespace Mabarra.CaseManager.Administration.Accounts;

/// <summary>The checked facts of an account, and what the trail tells of their change.</summary>
internal sealed record AccountFacts(string FullName, IReadOnlySet<StaffRole> Roles, Guid? DepartmentId, bool IsActive = true)
{
    /// <exception cref="RuleViolation">With the messages of all fields.</exception>
    public static AccountFacts Check(AccountForm form, FieldChecks check, int longestName)
    {
        var name = check.Line(form.FullName, nameof(form.FullName), longestName, min: 2);
        check.That(form.Roles.Count > 0, "accounts.roles.none", nameof(form.Roles));
        check.ThrowIfAny();
        return new AccountFacts(name, form.Roles.ToHashSet(), form.DepartmentId);
    }

    public static AccountFacts Of(StaffUser user) => new(user.FullName, user.Roles, user.DepartmentId, user.IsActive);

    public void ApplyTo(StaffUser user) =>
        (user.FullName, user.Roles, user.DepartmentId) = (FullName, Roles, DepartmentId);

    /// <summary>Old and new of what differs; null when nothing a reader of the trail would ask about does.</summary>
    public static string? Changes(AccountFacts? before, StaffUser user)
    {
        var (old, now) = (before?.Told() ?? [], Of(user).Told());
        var values = now.Where(v => !string.Equals(old.GetValueOrDefault(v.Key), v.Value, StringComparison.Ordinal))
            .ToDictionary(v => v.Key, v => new[] { old.GetValueOrDefault(v.Key), v.Value }, StringComparer.Ordinal);
        return values.Count == 0 ? null : JsonSerializer.Serialize(new[] { new { kind = nameof(StaffUser), state = before is null ? "Added" : "Modified", values } });
    }

    private Dictionary<string, string?> Told() => new(StringComparer.Ordinal)
    {
        [nameof(FullName)] = FullName,
        [nameof(Roles)] = string.Join(' ', Roles.Order()),
        [nameof(DepartmentId)] = DepartmentId?.ToString(),
        [nameof(IsActive)] = IsActive ? "true" : "false",
    };
}
