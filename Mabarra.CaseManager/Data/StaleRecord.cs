namespace Mabarra.CaseManager.Data;

/// <summary>Somebody else saved this record after the page read it. Nothing was saved; the page shows who changed what and keeps what was typed (C5).</summary>
public sealed class StaleRecord(string recordType, Guid recordId) : Exception($"{recordType} {recordId} has changed since it was read.")
{
    public string RecordType { get; } = recordType;

    public Guid RecordId { get; } = recordId;
}

/// <summary>Comparing the version a page read with the one on disk.</summary>
public static class VersionCheck
{
    /// <exception cref="StaleRecord">The versions differ.</exception>
    public static void ExpectVersion(this CaseEntity entity, Guid version)
    {
        if (entity.Version != version)
            throw new StaleRecord(entity.GetType().Name, entity.Id);
    }
}
