using Mabarra.CaseManager.Data;

namespace Mabarra.CaseManager.Beneficiaries;

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>Its rows are being looked at; nothing reaches the registry.</summary>
    Checking,

    /// <summary>The workbook itself is none we read.</summary>
    Refused,

    /// <summary>Every row was looked at: what would happen can be seen, and nothing has happened.</summary>
    Checked,

    /// <summary>Files are being opened.</summary>
    Applying,

    /// <summary>Stopped on the way; what was added stays, and it can go on.</summary>
    Stopped,
    Done,
    Discarded,
}

/// <summary>
/// A registry brought in from a workbook: looked at first, row by row, then added in batches. The workbook lies sealed with the other papers and goes when the work is done.
/// </summary>
public sealed class RegistryImport : CaseEntity, IAudited
{
    private RegistryImport()
    {
    }

    internal RegistryImport(Act act, string fileName, Guid bodyId, long length, byte[] sha256) =>
        (FileName, BodyId, Length, Sha256, UploadedById, UploadedByName) = (fileName, bodyId, length, sha256, act.Actor.Id, act.Actor.Name);

    [PrivateValue]
    public string FileName { get; private set; } = "";

    /// <summary>The sealed workbook; null once it is gone.</summary>
    public Guid? BodyId { get; private set; }

    public long Length { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    public Guid UploadedById { get; private set; }

    public string UploadedByName { get; private set; } = "";

    public ImportStatus Status { get; private set; }

    /// <summary>Rows with something in them; of these ready, to be decided, and wrong, when they were last looked at.</summary>
    public int Rows { get; private set; }

    public int Ready { get; private set; }

    public int Warned { get; private set; }

    public int Broken { get; private set; }

    /// <summary>Files it opened in the registry.</summary>
    public int Added { get; private set; }

    /// <summary>Why it was refused or had to stop: the code of a rule, and after bars what its text names.</summary>
    public string? Problem { get; private set; }

    /// <summary>Who had the files added: the files name this person.</summary>
    public Guid? AppliedById { get; private set; }

    public DateTime? EndedAt { get; private set; }

    Guid IAudited.AuditedRecordId => Id;

    public bool IsRunning => Status is ImportStatus.Checking or ImportStatus.Applying;

    public bool CanApply => Status is ImportStatus.Checked or ImportStatus.Stopped && BodyId is not null;

    public bool CanRecheck => Status is ImportStatus.Checked && BodyId is not null;

    public bool CanStop => Status == ImportStatus.Applying;

    /// <summary>Its rows may be thrown away. While files are being opened it is stopped first.</summary>
    public bool CanDiscard => Status is not (ImportStatus.Applying or ImportStatus.Discarded);

    internal void Recheck()
    {
        Require(CanRecheck);
        (Status, Problem) = (ImportStatus.Checking, null);
    }

    internal void Refuse(Act act, Breach breach)
    {
        (Status, Problem, BodyId, EndedAt) = (ImportStatus.Refused, Text(breach), null, act.At);
    }

    internal void Check(int ready, int warned, int broken)
    {
        Require(Status == ImportStatus.Checking);
        (Status, Rows, Ready, Warned, Broken) = (ImportStatus.Checked, ready + warned + broken, ready, warned, broken);
    }

    internal void Apply(Act act)
    {
        Require(CanApply);
        (Status, Problem, AppliedById) = (ImportStatus.Applying, null, act.Actor.Id);
    }

    internal void Stop(int added, Breach? why = null)
    {
        Require(CanStop);
        (Status, Added, Problem) = (ImportStatus.Stopped, added, why is null ? null : Text(why));
    }

    internal void End(Act act, int added, int broken)
    {
        Require(Status == ImportStatus.Applying);
        (Status, Added, Broken, BodyId, EndedAt) = (ImportStatus.Done, added, broken, null, act.At);
    }

    internal void Discard(Act act, int added)
    {
        Require(CanDiscard);
        (Status, Added, BodyId, EndedAt) = (ImportStatus.Discarded, added, null, EndedAt ?? act.At);
    }

    private static string Text(Breach breach) => string.Join('|', breach.Args.Prepend(breach.Code));

    private static void Require(bool holds)
    {
        if (!holds)
            throw new RuleViolation("registry.import.state");
    }
}
