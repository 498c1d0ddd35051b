using Microsoft.AspNetCore.Identity;

namespace Mabarra.CaseManager.Staff;

/// <summary>An account of a member of staff.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    private StaffUser()
    {
    }

    public StaffUser(string userName, string fullName, params IEnumerable<StaffRole> roles)
        : base(userName)
    {
        Id = Guid.CreateVersion7();
        FullName = fullName;
        Roles = roles.ToHashSet();
    }

    public string FullName { get; set; } = "";

    public IReadOnlySet<StaffRole> Roles { get; set; } = new HashSet<StaffRole>();

    /// <summary>What stood in for the liaison matrix before there was one. Moved into it at the next start and then empty; nothing else reads it.</summary>
    public IReadOnlySet<string> OwnCategories { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    public Guid? DepartmentId { get; set; }

    /// <summary>A disabled account may not sign in and loses its open pages.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Given a first password by an administrator: must choose her own before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Made by the Development seed; never made elsewhere.</summary>
    public bool IsDemonstration { get; set; }
}
