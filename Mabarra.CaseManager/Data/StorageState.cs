namespace Mabarra.CaseManager.Data;

/// <summary>Whether this node can save. Set by the first save that the disk refused, taken back once <see cref="StorageWatch"/> could save again; open pages show it.</summary>
public sealed class StorageState(ILogger<StorageState> log)
{
    private readonly Lock turn = new();
    private StorageFault? fault;

    /// <summary>Raised when saving stops working, and when it works again.</summary>
    public event EventHandler? Changed;

    /// <summary>Null while all is well.</summary>
    public StorageFault? Fault
    {
        get
        {
            lock (turn)
                return fault;
        }
    }

    /// <summary>A save was refused; what the caller throws on instead, so that it is told in words wherever the act was run from.</summary>
    internal RuleViolation Met(StorageFault met, Exception why)
    {
        if (Set(met))
            log.LogCritical(why, "Nothing can be saved: {Fault}. Free space on the disk, or make the database writable; saving goes on by itself then.", met);
        return StorageTrouble.Of(met);
    }

    internal void Works()
    {
        if (Set(null))
            log.LogWarning("Saving works again.");
    }

    private bool Set(StorageFault? now)
    {
        lock (turn)
        {
            if (fault == now)
                return false;
            fault = now;
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }
}
