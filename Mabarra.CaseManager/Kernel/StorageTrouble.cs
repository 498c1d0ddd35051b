namespace Mabarra.CaseManager.Kernel;

/// <summary>Why nothing can be saved just now, through no fault of the person at the page.</summary>
public enum StorageFault
{
    Full,
    ReadOnly,
    Broken,
}

/// <summary>A save the disk or the database refused (F2, F3). It reaches pages as any broken rule does: beside the form, with everything typed still in it.</summary>
public static class StorageTrouble
{
    private const string Full = "kernel.storage.full";
    private const string ReadOnly = "kernel.storage.readonly";
    private const string Broken = "kernel.storage.broken";

    public static RuleViolation Of(StorageFault fault) => new(fault switch
    {
        StorageFault.Full => Full,
        StorageFault.ReadOnly => ReadOnly,
        _ => Broken,
    });

    extension(RuleViolation violation)
    {
        /// <summary>No rule of the house is broken: the same act will be saved once there is room again.</summary>
        public bool IsStorageTrouble => violation.Code is Full or ReadOnly or Broken;
    }
}
