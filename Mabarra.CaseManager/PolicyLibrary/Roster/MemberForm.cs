using Mabarra.CaseManager.Data.Encryption;

namespace Mabarra.CaseManager.PolicyLibrary.Roster;

/// <summary>What is known of somebody, checked.</summary>
internal sealed record MemberFacts(
    string FullName, StaffKind Kind, Guid? DepartmentId, string? JobTitle, string? IdTail, string? Mobile, Guid? AccountId, DateOnly? JoinedOn, bool CannotRead)
{
    /// <summary>See <see cref="StaffMember.IdKey"/>; null when only the tail was given.</summary>
    public byte[]? IdKey { get; init; }
}

/// <summary>What is typed of somebody.</summary>
public sealed record MemberForm
{
    private const string LookupKind = "staff-id";

    public required string? FullName { get; init; }

    public StaffKind Kind { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>The whole number, or its last four digits; no more than those and a keyed hash is kept.</summary>
    public string? IdNumber { get; init; }

    public string? Mobile { get; init; }

    public Guid? AccountId { get; init; }

    public DateOnly? JoinedOn { get; init; }

    public bool CannotRead { get; init; }

    internal MemberFacts Check(DateOnly today, FieldCipher cipher)
    {
        var check = new FieldChecks();
        var facts = Check(check, today, cipher);
        check.ThrowIfAny();
        return facts;
    }

    /// <summary>The same for a row of a workbook, where what is wrong is gathered. Worth nothing when something was noted.</summary>
    internal MemberFacts Check(FieldChecks check, DateOnly today, FieldCipher cipher)
    {
        var name = check.Line(FullName, nameof(FullName), StaffMember.LongestName, min: 3);
        var job = check.OptionalLine(JobTitle, nameof(JobTitle), 120);
        var number = check.Optional(IdNumber, nameof(IdNumber), CheckId);
        var mobile = check.Optional(Mobile, nameof(Mobile), SaudiPhone.CheckMobile);
        check.That(DepartmentId is not null || Kind == StaffKind.BoardMember, "policies.member.department", nameof(DepartmentId));
        check.That(JoinedOn is null || JoinedOn <= today, "policies.member.joined", nameof(JoinedOn));
        var tail = number is { Length: >= StaffMember.TailLength } ? number[^StaffMember.TailLength..] : null;
        return new MemberFacts(name, Kind, DepartmentId, job, tail, mobile, AccountId, JoinedOn, CannotRead)
        {
            IdKey = number is { Length: NationalId.Length } ? cipher.Lookup(LookupKind, number) : null,
        };
    }

    /// <summary>Four digits are the tail; anything else must be a whole number.</summary>
    private static Checked<string> CheckId(string? input)
    {
        var typed = input is { Length: <= 100 } ? Digits.ToLatin(Invisible.Compact(input)) : "";
        return typed.Length == StaffMember.TailLength && Digits.AreLatin(typed) ? typed : NationalId.Check(input);
    }
}
