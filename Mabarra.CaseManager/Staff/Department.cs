namespace Mabarra.CaseManager.Staff;

/// <summary>A department (إدارة) or section of the association.</summary>
public sealed class Department
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string NameAr { get; init; }

    public bool IsActive { get; private set; } = true;
}
