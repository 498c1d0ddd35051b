namespace Mabarra.CaseManager.Staff;

/// <summary>A department (إدارة) or section of the association.</summary>
public sealed class Department
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string NameAr { get; set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>Who heads it, by the roster (PolicyLibrary.Roster): signs for the department's copies of policies.</summary>
    public Guid? HeadMemberId { get; private set; }

    public void Change(string nameAr, Guid? headMemberId, bool isActive) => (NameAr, HeadMemberId, IsActive) = (nameAr, headMemberId, isActive);
}
